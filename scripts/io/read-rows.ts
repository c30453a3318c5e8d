import { z } from "zod";
import { AppError } from "../../src/shared/app-error.ts";
import { readNumberedLines } from "./read-lines.ts";

/** A row's name: some benchmarks number theirs. */
export const rowId = z.union([z.string().min(1), z.number()]).transform(String);

function parseRow<Row>(line: string, schema: z.ZodType<Row>, where: string): Row {
  const remedy = "Each line is one JSON object with its own id.";
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new AppError("DOCUMENT_UNREADABLE", "is not JSON.", { where, remedy, cause });
  }
  const row = schema.safeParse(value);
  if (row.success) return row.data;
  const issue = row.error.issues[0];
  const what = `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not as expected"}.`;
  throw new AppError("DOCUMENT_UNREADABLE", what, { where, remedy, cause: row.error });
}

/** The objects of a JSON-lines file (plain or gzip), blank lines left out. Throws DOCUMENT_UNREADABLE with file and line. */
export async function* readRows<Row>(file: string, schema: z.ZodType<Row>): AsyncGenerator<Row> {
  for await (const { line, number } of readNumberedLines(file))
    yield parseRow(line, schema, `${file}, line ${number}`);
}
