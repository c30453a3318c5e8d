import type { CorpusDocument } from "../document.ts";
import { toSlug, yearOf } from "../make-key.ts";
import { element } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** Stands for a date that the document leaves blank; FRBRdate has to have one. */
const NO_DATE = "0001-01-01";
const SOURCE = "#tro-ly-chinh-sach";

/** The document's date for machines; `name` says what it is worth. A blank day or month is not made up: it is said. */
export function frbrDate(
  date: string | null,
  isComplete: boolean,
): { readonly date: string; readonly name: string } {
  const [, day = "1", month, year] =
    /(?:(\d{1,2})\s*(?:tháng\s+|\/))?(\d{1,2})\s*(?:năm\s+|\/)((?:19|20)\d{2})/iu.exec(date ?? "") ?? [];
  if (month === undefined || year === undefined) return { date: NO_DATE, name: "unknown" };
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const isReal = !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso);
  if (!isReal) return { date: NO_DATE, name: "unknown" };
  return { date: iso, name: isComplete ? "issued" : "incomplete" };
}

/**
 * FRBR identification (work, expression, manifestation), the bodies named in it, and notes on the document's worth.
 * URIs after AKN-NC 1.0: /akn/vn/<doctype>/<kind>/<date>/<number>.
 * @param generatedOn ISO date on which the XML was made.
 */
export function writeMetadata(document: CorpusDocument, generatedOn: string): XmlElement {
  const { issuer, status, note } = document;
  const date = frbrDate(document.date, document.dateIsComplete);
  return element("meta", {}, [
    writeIdentification(document, generatedOn, "main"),
    element("references", { source: SOURCE }, [
      organization("tro-ly-chinh-sach", "Trợ lý Chính sách"),
      issuer === null
        ? organization("unknown-issuer", "không ghi cơ quan ban hành")
        : organization("issuer", issuer),
      ...document.implements.map((reference, at) =>
        element("TLCReference", {
          eId: `implements_${at + 1}`,
          name: "implements",
          href: `/akn/vn/act/${reference.kind}/${yearOf(reference.date) ?? "unknown"}/${toSlug(reference.number ?? "") || "unknown"}`,
          showAs:
            [reference.number, reference.title].filter((part) => part !== null).join(" ") || reference.kind,
        }),
      ),
    ]),
    element("notes", { source: SOURCE }, [
      noteOf("status", STATUSES[status]),
      ...(document.isSummary ? [noteOf("summary", "Đây là bản tóm lược, không phải nguyên văn.")] : []),
      ...(date.name === "issued"
        ? []
        : [
            noteOf(
              "date",
              document.date === null ? "Ngày ban hành để trống." : `Ngày ban hành in là «${document.date}».`,
            ),
          ]),
      ...(note === null ? [] : [noteOf("note", note)]),
    ]),
  ]);
}

/** The identification of the main text, or of a component of it (an appendix), after AKN-NC 1.0 (`!main`, `!att_1`). */
export function writeIdentification(
  document: CorpusDocument,
  generatedOn: string,
  component: string,
): XmlElement {
  const { key, kind, number, title, issuer, dateIsComplete } = document;
  const date = frbrDate(document.date, dateIsComplete);
  const when = date.name === "issued" ? date.date : (yearOf(document.date) ?? "unknown");
  const work = `/akn/vn/act/${kind}/${when}/${number === null ? key : toSlug(number)}`;
  const expression = `${work}/vie@${date.name === "issued" ? date.date : ""}`;
  const author = element("FRBRauthor", { href: issuer === null ? "#unknown-issuer" : "#issuer" });
  const level = (uri: string, dated: { date: string; name: string }, by: XmlElement): XmlElement[] => [
    element("FRBRthis", { value: `${uri}/!${component}` }),
    element("FRBRuri", { value: uri }),
    element("FRBRdate", { date: dated.date, name: dated.name }),
    by,
  ];
  const generated = { date: generatedOn, name: "generated" };
  return element("identification", { source: SOURCE }, [
    element("FRBRWork", {}, [
      ...level(work, date, author),
      element("FRBRcountry", { value: "vn" }),
      element("FRBRsubtype", { value: kind }),
      ...(number === null ? [] : [element("FRBRnumber", { value: number })]),
      ...(title === null ? [] : [element("FRBRname", { value: title })]),
      element("FRBRauthoritative", { value: "false" }),
    ]),
    element("FRBRExpression", {}, [
      ...level(expression, date, author),
      element("FRBRlanguage", { language: "vie" }),
    ]),
    element("FRBRManifestation", {}, [
      ...level(`${expression}.xml`, generated, element("FRBRauthor", { href: SOURCE })),
      element("FRBRformat", { value: "application/akn+xml" }),
    ]),
  ]);
}

const STATUSES: Readonly<Record<CorpusDocument["status"], string>> = {
  draft: "Dự thảo.",
  issued: "Đã ban hành.",
  replaced: "Đã được thay thế.",
  unknown: "Không rõ đã ban hành hay chưa.",
};

function organization(eId: string, name: string): XmlElement {
  return element("TLCOrganization", {
    eId,
    href: `/akn/ontology/organization/vn/${toSlug(name) || eId}`,
    showAs: name,
  });
}

function noteOf(name: string, text: string): XmlElement {
  return element("note", { eId: `note_${name}` }, [element("p", {}, [text])]);
}
