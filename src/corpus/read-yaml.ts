import { readFileSync } from "node:fs";
import { LineCounter, isCollection, isMap, isNode, isScalar, parseDocument } from "yaml";
import type { Document } from "yaml";
import type { z } from "zod";
import { AppError } from "../shared/app-error.ts";
import type { AppErrorCode } from "../shared/app-error.ts";
import { toNfc } from "../shared/vietnamese-text.ts";

/** Keys and indexes from the root of a YAML file to one of its values. */
type YamlPath = readonly PropertyKey[];

/** A file that people edit, checked. */
export interface YamlFile<T> {
  readonly value: T;
  /** «corpus/bodies.yaml:12»: where the value at the path, or the nearest one above it, stands. */
  whereIs(path: YamlPath): string;
  /** The 1-based line of it; of a value of a map, the line of its key. */
  lineOf(path: YamlPath): number;
  /** The error for a fault at that place which no schema can see. */
  faultAt(path: YamlPath, problem: string): AppError;
}

/** Most faults of one file that an error lists; the rest are counted. */
const LISTED_FAULTS = 10;

const MEND = "Mend the file and try again.";

/**
 * Reads a YAML file (UTF-8, brought to NFC) and checks it against the schema.
 * @throws AppError with the code given, every fault with its file and line.
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  schema: S,
  code: AppErrorCode,
): YamlFile<z.output<S>> {
  return parseYaml(readText(file, code), file, schema, code);
}

/** The same for a text that has been read already; `file` only names it. */
function parseYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  code: AppErrorCode,
): YamlFile<z.output<S>> {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(toNfc(text), { lineCounter, prettyErrors: false });
  const broken = yaml.errors.map((error) => ({
    line: lineCounter.linePos(error.pos[0]).line,
    what: `this is not YAML: ${error.message}`,
  }));
  if (broken.length > 0) throw faultsError(code, file, broken);
  const lineOf = (path: YamlPath) => lineCounter.linePos(offsetOf(yaml, path)).line || 1;
  const checked = schema.safeParse(readValue(yaml, code, file));
  if (!checked.success) {
    const faults = checked.error.issues.map((issue) => {
      const unknownKey = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
      return {
        line: lineOf([...issue.path, ...unknownKey]),
        what: `${pathName(issue.path)}${issue.message}`,
      };
    });
    throw faultsError(code, file, faults);
  }
  return {
    value: checked.data,
    lineOf,
    whereIs: (path) => `${file}:${lineOf(path)}`,
    faultAt: (path, problem) =>
      new AppError(code, problem, { where: `${file}:${lineOf(path)}`, remedy: MEND }),
  };
}

/** An id, name or alias that may stand only once in a file, and the path of where it stands. */
export interface UniqueEntry {
  readonly value: string;
  readonly path: YamlPath;
}

/** @throws AppError that names both lines of the first value that stands twice. */
export function checkUnique(
  file: Pick<YamlFile<unknown>, "lineOf" | "whereIs">,
  what: string,
  entries: Iterable<UniqueEntry>,
  code: AppErrorCode,
): void {
  const seen = new Map<string, YamlPath>();
  for (const { value, path } of entries) {
    const first = seen.get(value);
    if (first !== undefined) {
      throw new AppError(code, `The ${what} «${value}» stands twice, first on line ${file.lineOf(first)}.`, {
        where: file.whereIs(path),
        remedy: "Keep one of the two.",
      });
    }
    seen.set(value, path);
  }
}

function readText(file: string, code: AppErrorCode): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    const what = cause instanceof TypeError ? "The file is not UTF-8 text." : "The file cannot be read.";
    throw new AppError(code, what, { where: file, remedy: "Restore it, or save it as UTF-8.", cause });
  }
}

function readValue(yaml: Document, code: AppErrorCode, file: string): unknown {
  try {
    return yaml.toJS() as unknown;
  } catch (cause) {
    // An alias without its anchor, or so many aliases that they would fill the memory.
    throw new AppError(code, "The YAML aliases cannot be resolved.", {
      where: file,
      remedy: "Write them out.",
      cause,
    });
  }
}

function offsetOf(yaml: Document, path: YamlPath): number {
  let node: unknown = yaml.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) break;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else {
      node = node.get(step, true);
      if (isNode(node) && node.range) offset = node.range[0];
    }
  }
  return offset;
}

function pathName(path: YamlPath): string {
  return path.length === 0 ? "" : `«${path.map(String).join(".")}»: `;
}

function faultsError(
  code: AppErrorCode,
  file: string,
  faults: readonly { readonly line: number; readonly what: string }[],
): AppError {
  const [first, ...others] = faults.map(({ line, what }) => ({ where: `${file}:${line}`, what }));
  const listed = others.slice(0, LISTED_FAULTS - 1).map((fault) => `${fault.where}: ${fault.what}.`);
  const unlisted = others.length - listed.length;
  const message = [
    `${first?.what ?? "The file is not valid"}.`,
    ...listed,
    unlisted > 0 ? `And ${unlisted} more.` : "",
  ]
    .filter(Boolean)
    .join(" ");
  return new AppError(code, message, { where: first?.where ?? file, remedy: MEND });
}
