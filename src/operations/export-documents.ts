import { toAkomaNtoso } from "../corpus/akoma/to-akoma-ntoso.ts";
import { nestProvisions } from "../corpus/nest-provisions.ts";
import { AppError } from "../shared/app-error.ts";
import { findDocuments, tabulateAssignments, tabulateDocuments, tabulateTargets } from "./tabulate-facts.ts";
import type { FactSource } from "./tabulate-facts.ts";
import { tabulateComparison } from "./tabulate-comparison.ts";
import { writeCsv } from "./write-csv.ts";
import { writeWorkbook } from "./write-workbook.ts";

export type ExportFormat = "xlsx" | "csv" | "akn";

export interface ExportRequest {
  readonly keys: readonly string[];
  /** Side by side, an indicator a row, before the tables of each. */
  readonly isComparison: boolean;
  readonly format: ExportFormat;
  /** ISO date, written into Akoma Ntoso. */
  readonly today: string;
}

/**
 * The file's bytes: targets and assignments as XLSX or CSV, or one document as Akoma Ntoso XML. A comparison as CSV
 * is the comparison alone.
 * @throws AppError USAGE for an unknown key, or several documents as Akoma Ntoso.
 */
export async function exportDocuments(request: ExportRequest, source: FactSource): Promise<Uint8Array> {
  const { keys, isComparison, format, today } = request;
  const chosen = findDocuments(keys, source);
  if (format === "akn") {
    const [document] = chosen;
    if (document === undefined || chosen.length > 1) {
      throw new AppError("USAGE", "Akoma Ntoso là dạng của từng văn bản một.", {
        remedy: "Dùng --document KHOÁ.",
      });
    }
    const { documents } = source;
    const provisions = nestProvisions(documents.provisions(document.key));
    return new TextEncoder().encode(
      toAkomaNtoso({ document, text: documents.text(document.key), provisions }, today),
    );
  }
  const comparison = isComparison ? [tabulateComparison(chosen, source)] : [];
  const facts = [tabulateTargets(chosen, source), tabulateAssignments(chosen, source)];
  if (format === "csv") return writeCsv(isComparison ? comparison : facts);
  return await writeWorkbook([...comparison, ...facts, tabulateDocuments(chosen)]);
}
