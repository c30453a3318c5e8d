import { startsWithCapital } from "../../shared/letter-case.ts";
import { squeezeTrim } from "../../shared/squeeze-spaces.ts";
import type { ExtractedLine, ExtractedTable } from "../extracted.ts";
import type { KeptBlock } from "./drop-furniture.ts";
import { flattenLayoutTable, isLayoutTable } from "./layout-table.ts";
import type { Gap } from "./join-decision.ts";
import { joinsParagraph } from "./join-decision.ts";
import { findNotes } from "./find-notes.ts";
import type { Layout } from "./measure-layout.ts";
import { measureLayout } from "./measure-layout.ts";
import type { Paragraph, Piece } from "./paragraph.ts";

const ORNAMENT = /^[^\p{L}\p{N}]*$/u;


/** Longer than any words that tell by themselves how a paragraph ends. */
const TAIL = 48;

/** A paragraph that still grows. */
class Draft {
  text = "";
  tail = "";
  lastLine = "";
  line: ExtractedLine;
  bold: boolean;
  readonly pieces: Piece[] = [];
  private emphasised = 0;

  constructor(line: ExtractedLine, text: string) {
    this.line = line;
    this.bold = line.bold === true;
    this.append(line, text);
  }

  append(line: ExtractedLine, text: string): void {
    // «19-⏎KH/TW», «số 42-⏎NQ/TW»: the number of a document cut in two.
    const glued = /\d[-–]$/.test(this.tail) && startsWithCapital(text);
    const joint = this.text === "" || glued ? "" : " ";
    this.text += joint;
    this.pieces.push({ offset: this.text.length, line: line.line, page: line.page });
    const lead = line.bold === true ? text.length : squeezeTrim(line.text.slice(0, line.emphasised ?? 0)).length;
    if (this.emphasised === this.text.trimEnd().length || this.text === "")
      this.emphasised = this.text.length + lead;
    this.bold &&= line.bold === true;
    this.text += text;
    this.tail = `${this.tail}${joint}${text}`.slice(-TAIL);
    this.lastLine = text;
    this.line = line;
  }

  finish(): Paragraph {
    return {
      text: this.text,
      pieces: this.pieces,
      headingLevel: this.line.headingLevel ?? null,
      bold: this.bold,
      emphasised: this.bold || this.emphasised >= this.text.length ? 0 : this.emphasised,
      table: null,
      isNote: false,
    };
  }
}

function rowsOf(rows: readonly (readonly string[])[], piece: Piece, id: number): Paragraph[] {
  return rows.flatMap((cells, row) => {
    const text = cells.map(squeezeTrim).join("\t");
    if (text.trim() === "") return [];
    return [{ text, pieces: [piece], headingLevel: null, bold: false, emphasised: 0, table: { id, row }, isNote: false }];
  });
}

const NO_NOTES: readonly Paragraph[] = [];

/** Joins blocks in reading order; `notesAt`: paragraphs to come after the one that holds the block of that index. */
function joinBlocks(
  blocks: readonly KeptBlock[],
  layout: Layout,
  notesAt: (index: number) => readonly Paragraph[],
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let draft: Draft | null = null;
  let notes: Paragraph[] = [];
  let gap = "hard" as Gap;
  let tables = 0;
  const flush = (): void => {
    if (draft) paragraphs.push(draft.finish());
    paragraphs.push(...notes);
    notes = [];
    draft = null;
    gap = "hard";
  };
  const addLine = (line: ExtractedLine): void => {
    const text = squeezeTrim(line.text);
    if (text === "") {
      if (gap === "none") gap = "blank";
      return;
    }
    if (ORNAMENT.test(text)) {
      flush();
      return;
    }
    if (draft && joinsParagraph(draft, line, text, gap, layout)) draft.append(line, text);
    else {
      flush();
      draft = new Draft(line, text);
    }
    gap = "none";
  };
  const addTable = (block: ExtractedTable): void => {
    flush();
    if (isLayoutTable(block.rows)) {
      for (const line of flattenLayoutTable(block)) {
        if (line === null) flush();
        else addLine(line);
      }
      flush();
    } else paragraphs.push(...rowsOf(block.rows, { offset: 0, line: block.line, page: block.page }, tables++));
  };
  blocks.forEach(({ block, afterFurniture }, i) => {
    if (afterFurniture && gap === "none") gap = "blank";
    if (block.kind === "line") addLine(block);
    else addTable(block);
    const own = notesAt(i);
    if (own.length > 0) notes.push(...own);
  });
  flush();
  return paragraphs;
}

/**
 * Joins the lines of a document into its paragraphs: wrapped lines, sentences cut by a page or by blank lines,
 * document numbers cut at their hyphen. Rows of tables come as one paragraph each, cells joined by tabs;
 * tables that only lay out the head or the signature come as their lines; footnotes come after the paragraph that
 * bears their mark. Linear in the number of lines.
 */
export function joinLines(blocks: readonly KeptBlock[]): Paragraph[] {
  const layout = measureLayout(blocks.flatMap(({ block }) => (block.kind === "line" ? [block] : [])));
  const { byMark, taken } = findNotes(blocks);
  if (taken.size === 0) return joinBlocks(blocks, layout, () => NO_NOTES);
  const notesOf = new Map<KeptBlock, Paragraph[]>();
  for (const [at, notes] of byMark) {
    const bearer = blocks[at];
    const paragraphs = notes.flatMap((note) => joinBlocks(note, layout, () => NO_NOTES));
    if (bearer)
      notesOf.set(
        bearer,
        paragraphs.map((paragraph) => ({ ...paragraph, isNote: true })),
      );
  }
  const kept = blocks.filter((_, i) => !taken.has(i));
  return joinBlocks(kept, layout, (i) => {
    const block = kept[i];
    return (block && notesOf.get(block)) ?? NO_NOTES;
  });
}
