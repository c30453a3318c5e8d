import { Document, parseDocument } from "yaml";
import type { Scalar } from "yaml";
import type { FrontMatter } from "./document.ts";
import { FRONT_MATTER_FIELDS } from "./read-manifest.ts";
import type { Manifest } from "./read-manifest.ts";

/** What a generated manifest says beside its values, for the person who will check it. */
export interface ManifestRemarks {
  /** The file's name as it was handed in. */
  readonly fileName: string;
  /** Hexadecimal. */
  readonly sha256: string;
  /** How the locality is known, or that it has to be filled in. */
  readonly locality: string | null;
}

const HEAD = `Bản kê của văn bản. Chữ ở đây thắng chữ mà máy đọc được từ tệp; sửa xong, lần khởi động sau sẽ đọc lại.
 null: văn bản để trống chỗ ấy. Xoá hẳn một dòng: lấy lại theo văn bản (dòng locality thì phải giữ).
 «npm run review -- KHOÁ» liệt kê những chỗ chưa chắc, kèm đoạn để dán vào đây.`;

const CORRECTIONS = `Sửa chỉ tiêu, phân công đọc sai: «at» là nguyên văn trong văn bản. Ví dụ:
   targets:
     - at: đạt trên 95%
       indicator: health-insurance-coverage
       deadline: 2030
     - at: 24/7
       drop: true # không phải chỉ tiêu`;

const EXPLAINED: Partial<Record<(typeof FRONT_MATTER_FIELDS)[number], string>> = {
  kind: "resolution, action-programme, plan, decision, directive, law, decree, circular, official-letter, report, other",
  status: "draft (dự thảo), issued (đã ban hành), unknown (không rõ)",
};

/**
 * A document.yaml that says what was read, what was left blank, and how to correct it. The documents that it carries
 * out are left to the reader, which knows their places in the text; they are told in a comment.
 */
export function writeManifest(read: FrontMatter, said: Manifest, remarks: ManifestRemarks): string {
  const yaml = new Document({});
  for (const field of FRONT_MATTER_FIELDS) {
    const value = said[field] === undefined ? read[field] : said[field];
    const comment = value === null ? blankComment(read, field) : EXPLAINED[field];
    yaml.set(field, scalar(yaml, value, comment));
  }
  yaml.set("locality", scalar(yaml, said.locality, remarks.locality ?? undefined));
  yaml.set("isSummary", said.isSummary);
  yaml.set("note", said.note);
  if (said.implements !== undefined) yaml.set("implements", said.implements);
  yaml.set("corrections", said.corrections);
  yaml.commentBefore = [
    ...` ${HEAD}`.split("\n"),
    ` Tệp gốc: «${oneLine(remarks.fileName)}», SHA-256 ${remarks.sha256}`,
    ...(said.implements === undefined && read.implements.length > 0
      ? [
          ` Thực hiện (đọc từ văn bản): ${oneLine(read.implements.map(({ number, title }) => number ?? title ?? "?").join("; "))}`,
        ]
      : []),
  ].join("\n");
  const text = yaml.toString({ lineWidth: 110, nullStr: "null" });
  return text.replace(/^corrections:/mu, `# ${CORRECTIONS.replaceAll("\n", "\n#")}\ncorrections:`);
}

function blankComment(read: FrontMatter, field: (typeof FRONT_MATTER_FIELDS)[number]): string {
  if (field === "number" && read.numberAsPrinted !== null) {
    return `để trống: «Số: ${oneLine(read.numberAsPrinted)}»`;
  }
  return "không thấy trong văn bản";
}

function scalar(yaml: Document, value: unknown, comment: string | undefined): Scalar {
  const node = yaml.createNode(value) as Scalar;
  if (comment !== undefined) node.comment = ` ${comment}`;
  return node;
}

/** Changes values of a manifest and leaves everything else of it, with its comments, as it is. */
export function editManifest(text: string, changes: Readonly<Partial<Manifest>>): string {
  const yaml = parseDocument(text);
  for (const [field, value] of Object.entries(changes)) {
    const old = yaml.get(field, true) as Scalar | undefined;
    // A remark on the old value does not hold for the new one.
    if (old !== undefined) old.comment = null;
    yaml.set(field, value);
  }
  return yaml.toString({ lineWidth: 110 });
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}
