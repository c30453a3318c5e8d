/** A line without its Markdown marks, and what they said about it. */
export interface StrippedLine {
  readonly text: string;
  /** 1–6 after «#» marks. */
  readonly headingLevel: number | null;
  /** Every letter is bold. */
  readonly bold: boolean;
  /** How many first characters are bold or italic, where the rest is not. */
  readonly emphasised: number;
  /** Bold or italic goes on in the next line. */
  readonly open: boolean;
}

/** What is open at the end of a line: Markdown lets emphasis run over line ends, not over blank lines. */
export interface EmphasisState {
  bold: boolean;
  italic: boolean;
}

const HEADING = /^\s{0,3}(#{1,6})\s+/;
/** A quotation's mark; «>= 30» and «> 0,7» are figures with their comparator. */
const QUOTED = /^\s*>(?!\s*=?\s*\d)\s?/;
const ESCAPED = /^\\([\\`*_{}[\]()#+\-.!|>~])/;
const LINK = /!?\[([^\]\n]*)\]\((?:[^()\s]|\([^()]*\))*\)/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
};

function plainInline(line: string): string {
  let text = line;
  if (text.includes("]("))
    text = text.replace(LINK, (whole, label: string) => (whole.startsWith("!") ? "" : label));
  if (text.includes("&"))
    text = text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
  if (text.includes("<"))
    text = text
      .replace(/<br\s*\/?>/gi, " ")
      .replace(/<\/?(?:b|i|u|em|strong|span|sub|sup|p|div|a|font)\b[^<>]*>/gi, "");
  return text;
}

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** A run of «*» or «_» that is no emphasis: a bullet, a multiplication sign, an underscore inside a word. */
function isLiteral(line: string, start: number, end: number): boolean {
  const before = start === 0 ? undefined : line[start - 1];
  const after = line[end];
  if (line[start] === "_") return (isWord(before) && isWord(after)) || end - start > 3;
  return end - start === 1 && isSpace(before) && isSpace(after);
}

function toggle(state: EmphasisState, length: number): void {
  if (length !== 2) state.italic = !state.italic;
  if (length >= 2) state.bold = !state.bold;
}

/** What may be a mark of emphasis, of code, or escape one. */
const MARK = /[*_`\\]/g;

/** Takes the marks off one line; `state` carries emphasis over to the next line and is changed. */
export function stripMarkdown(source: string, state: EmphasisState): StrippedLine {
  const heading = HEADING.exec(source);
  const line = plainInline(heading ? source.slice(heading[0].length) : source).replace(QUOTED, "");
  let text = "";
  let emphasised = 0;
  let leading = true;
  let bold = true;
  let runs = 0;
  const keep = (words: string): void => {
    text += words;
    const blank = words.length - words.trimEnd().length;
    if (blank === words.length) return;
    runs++;
    bold &&= state.bold;
    leading &&= state.bold || state.italic;
    if (leading) emphasised = text.length - blank;
  };
  let from = 0;
  for (const { 0: mark, index } of line.matchAll(MARK)) {
    if (index < from) continue;
    keep(line.slice(from, index));
    from = index + 1;
    if (mark === "*" || mark === "_") {
      let end = from;
      while (line[end] === mark) end++;
      if (isLiteral(line, index, end)) keep(mark);
      else {
        toggle(state, end - index);
        from = end;
      }
    } else if (mark === "\\") {
      const escaped = ESCAPED.exec(line.slice(index, index + 2))?.[1];
      keep(escaped ?? mark);
      if (escaped !== undefined) from++;
    }
  }
  keep(line.slice(from));
  return {
    text,
    headingLevel: heading?.[1]?.length ?? null,
    bold: runs > 0 && bold,
    emphasised: emphasised === text.trimEnd().length ? 0 : emphasised,
    open: state.bold || state.italic,
  };
}

const MARKED_LINE = /^\s{0,3}#{1,6}\s+\S|\*\*\S|^\s*\|(?:.*\|)?\s*$|^\s*<table\b/;

/** Whether a text is written in Markdown: its name says so, or at least two lines carry its marks. */
export function looksLikeMarkdown(lines: readonly string[], name: string): boolean {
  if (/\.(?:md|markdown)$/i.test(name)) return true;
  let marked = 0;
  for (const line of lines) if (MARKED_LINE.test(line) && ++marked >= 2) return true;
  return false;
}
