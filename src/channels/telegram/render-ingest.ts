import type { Language } from "../../answering/answer.ts";
import type { ReadFile } from "../../operations/plan-apart.ts";
import type { Say } from "../../shared/load-texts.ts";
import {
  dateWords,
  differenceSentence,
  effectSentences,
  ingestTexts,
  messagePlaceWords,
  numberWords,
  oddFiguresOf,
  oddReason,
  placeWords,
} from "../ingest-words.ts";
import { bold, paragraph, quotation } from "./rich-text.ts";
import type { Block, Run } from "./rich-text.ts";

const MAX_ODD = 12;
const MAX_MESSAGES = 6;

/** What an administrator has to see before deciding on a file: the figures that look odd come first. */
export function renderIngest(file: ReadFile, fileName: string, language: Language): Block[] {
  const say = ingestTexts[language];
  const { read } = file.plan;
  const difference = differenceSentence(file.plan, say);
  const hint = file.plan.locality?.isKnown === false ? [say("caption-hint")] : [];
  return [
    paragraph(bold(say("read", { file: fileName }))),
    ...oddFigures(file, say),
    frontMatter(file, say),
    paragraph([...effectSentences(file.plan, false, say), ...hint].join("\n")),
    ...(difference === null ? [] : [paragraph(bold(say("since-before")), ` ${difference}`)]),
    paragraph(say("counts", { targets: read.targets.length, assignments: read.assignments.length })),
    ...messages(file, say),
  ];
}

function oddFigures({ plan: { read } }: ReadFile, say: Say): Block[] {
  const odd = oddFiguresOf(read);
  if (odd.length === 0) return [paragraph(say("no-odd-figures"))];
  const lines = odd.map((figure) => {
    const { name, span } = figure.target;
    return line(placeWords(read, span.start, say), `${name}. ${oddReason(figure, say)}`);
  });
  return [
    paragraph(bold(`⚠ ${say("odd-figures", { count: odd.length })}`)),
    quotation(shorten(lines, MAX_ODD, say)),
  ];
}

function messages({ plan: { read } }: ReadFile, say: Say): Block[] {
  const warnings = read.messages.filter(({ severity }) => severity === "warning");
  const ordered = [...warnings, ...read.messages.filter(({ severity }) => severity !== "warning")];
  if (ordered.length === 0) return [];
  const lines = ordered.map((message) => line(messagePlaceWords(read, message, say), message.reason));
  return [
    paragraph(bold(say("messages", { count: ordered.length }))),
    quotation(shorten(lines, MAX_MESSAGES, say)),
  ];
}

function frontMatter({ plan, placeName }: ReadFile, say: Say): Block {
  const { read } = plan;
  const { title, issuer, status } = read.document;
  const place = placeName ?? say("whole-country");
  const rows: [string, string][] = [
    ["title", title ?? say("blank")],
    ["number", numberWords(read, say)],
    ["date", dateWords(read, say)],
    ["issuer", issuer ?? say("blank")],
    ["status", say(`status-${status}`)],
    // Which places it may be, where nothing says which.
    ["locality", plan.locality?.isKnown === false ? `${place} (${plan.locality.remark ?? ""})` : place],
  ];
  const runs = rows.flatMap(([id, words]): (Run | string)[] => [bold(`${say(id)}:`), ` ${words}\n`]);
  return paragraph(...runs);
}

function line(place: string, words: string): string {
  return place === "" ? `– ${words}` : `– ${place}: ${words}`;
}

function shorten(lines: readonly string[], limit: number, say: Say): string {
  const rest = lines.length - limit;
  return [...lines.slice(0, limit), ...(rest > 0 ? [say("and-more", { count: rest })] : [])].join("\n");
}
