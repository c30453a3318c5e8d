import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { extractFile } from "../../src/corpus/extract-file.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import { extractTargets } from "../../src/facts/extract-targets.ts";
import { convertWithOffice, hasOffice, writeHtml } from "../formats/print-with-office.ts";
import { scanPdf } from "../formats/scan-pdf.ts";
import type { ComparableTarget } from "./match-targets.ts";
import { matchTargets } from "./match-targets.ts";

const PROGRAMMES = ["duc-pho", "phuong-tu-son", "ha-tinh"] as const;
const GOLD = "tests/gold/targets.json";
/** F1 of the targets, over the three programmes, in each format. */
const BARS = { text: 0.95, html: 0.95, docx: 0.95, doc: 0.95, pdf: 0.95, scan: 0.85 } as const;
type Format = keyof typeof BARS;
const FORMATS = Object.keys(BARS) as Format[];

const goldSchema = z.array(
  z.object({
    document: z.string(),
    comparator: z.string().nullable(),
    value: z.number().nullable(),
    value2: z.number().nullable(),
    unit: z.string().nullable(),
    deadline: z.union([z.number(), z.string()]).nullable(),
    quote: z.string(),
  }),
);

/**
 * Reads the three programmes as web page, Word file, PDF and scan, all printed by LibreOffice from their text,
 * and compares the targets with the gold. Prints a line for each format; true where every bar is met.
 */
export async function evaluateFormats(): Promise<boolean> {
  if (!(await hasOffice())) {
    console.log("formats: skipped, LibreOffice is not installed (apt-get install libreoffice-writer)");
    return true;
  }
  const gold = goldSchema.parse(JSON.parse(await readFile(GOLD, "utf8")));
  const folder = await mkdtemp(path.join(tmpdir(), "formats-"));
  const counts = new Map(FORMATS.map((format) => [format, { hits: 0, wanted: 0, read: 0, ms: 0, pages: 0 }]));
  try {
    for (const programme of PROGRAMMES) {
      const wanted = gold.filter((target) => target.document === programme);
      for (const [format, bytes] of await printAll(programme, folder)) {
        const started = performance.now();
        const extracted = await extractFile(bytes, `${programme}.${format === "scan" ? "pdf" : format}`);
        const parsed = parseDocument(extracted);
        const { targets } = extractTargets(parsed, programme, () => null);
        const read = targets
          .filter(({ nature }) => nature === "target")
          .map((target): ComparableTarget => ({
            ...target,
            quote: parsed.text.slice(target.span.start, target.span.end),
          }));
        const { hits, missed, extra } = matchTargets(wanted, read);
        const count = counts.get(format);
        if (count === undefined) continue;
        count.hits += hits;
        count.wanted += wanted.length;
        count.read += read.length;
        count.ms += performance.now() - started;
        count.pages += extracted.pageCount ?? 0;
        report(`${programme} as ${format}: missed`, missed);
        report(`${programme} as ${format}: not in the gold`, extra);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  let isMet = true;
  for (const [format, { hits, wanted, read, ms, pages }] of counts) {
    const f1 = (2 * hits) / Math.max(1, wanted + read);
    isMet &&= f1 >= BARS[format];
    const pace = format === "scan" ? `, ${(ms / 1000 / Math.max(1, pages)).toFixed(1)} s a page` : "";
    console.log(
      `formats: ${format.padEnd(4)} targets F1 ${f1.toFixed(3)} (bar ${BARS[format]}), ${hits}/${wanted}, ${read} read${pace}`,
    );
  }
  return isMet;
}

async function printAll(programme: string, folder: string): Promise<[Format, Uint8Array][]> {
  const source = new Uint8Array(await readFile(path.join("corpus", programme, "source.txt")));
  const { text } = parseDocument(await extractFile(source, "source.txt"));
  const html = path.join(folder, `${programme}.html`);
  await writeHtml(text, html);
  const docx = await convertWithOffice(html, "docx", folder);
  const docxFile = path.join(folder, `${programme}.docx`);
  const pdf = await convertWithOffice(docxFile, "pdf", folder);
  const doc = await convertWithOffice(docxFile, "doc", folder);
  return [
    ["text", source],
    ["html", new Uint8Array(await readFile(html))],
    ["docx", docx],
    ["doc", doc],
    ["pdf", pdf],
    ["scan", await scanPdf(pdf)],
  ];
}

function report(title: string, targets: readonly ComparableTarget[]): void {
  for (const { comparator, value, unit, deadline, quote } of targets.slice(0, 5)) {
    console.log(
      `  ${title}: ${comparator ?? ""} ${value ?? ""} ${unit ?? ""} ${deadline ?? ""}: ${quote.slice(0, 80)}`,
    );
  }
}
