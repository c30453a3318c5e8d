import { hasSmallLetter } from "../../shared/letter-case.ts";
import type { Marker, MarkerStyle } from "../lines/read-marker.ts";
import { isBullet } from "../lines/read-marker.ts";
import type { Zone } from "./find-zones.ts";
import { isPromulgatedTitle } from "./find-zones.ts";
import { isWideTitle, RANKS, typeOfMark, WIDE } from "./marker-rank.ts";
import type { ProvisionDraft, Report } from "./provision-draft.ts";
import { draftOf } from "./provision-draft.ts";
import { readHeading } from "./read-heading.ts";
import type { TextBlock } from "./text-block.ts";

const MOST_SKIPPED = 30;
const PROMULGATED =
  /^(?:ĐỀ ÁN|KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|QUY CHẾ|QUY ĐỊNH|CHIẾN LƯỢC|PHƯƠNG ÁN|DANH MỤC)$/u;
/** «(Kèm theo Quyết định số …)» after an annex's heading is no part of it. */
const ATTACHED_TO = /\s*\((?:[Bb]an hành\s+)?[Kk]èm theo\s.*$/su;

/** Running text without a mark of its own. */
const isPlain = ({ marker, paragraph }: TextBlock): boolean =>
  marker === null && paragraph.table === null && !paragraph.isNote;

/** Builds the tree from blocks in reading order; numbering that jumps or starts anew is reported, never refused. */
export class TreeBuilder {
  readonly roots: ProvisionDraft[] = [];
  private readonly report: Report;
  private stack: ProvisionDraft[] = [];
  private zone: Zone = "body";
  /** Articles are numbered through a whole text, over its chapters. */
  private lastArticle = 0;
  /** «(5)», «(6)» … may run on over the headings between them. */
  private lastBracket = 0;

  constructor(report: Report) {
    this.report = report;
  }

  /** Adds the block at `index`; returns how many blocks it took (a chapter's heading may stand on the next one). */
  add(blocks: readonly TextBlock[], index: number, zone: Zone): number {
    const block = blocks[index];
    if (!block) return 1;
    if (zone !== "body") {
      this.addToZone(block, zone);
      return 1;
    }
    const isAfterSignature = this.zone === "signature" || this.zone === "recipients";
    if (this.zone !== "body") this.stack = [];
    this.zone = "body";
    if (block.paragraph.table !== null) this.addRow(block, block.paragraph.table);
    else if (block.paragraph.isNote) this.addNote(block);
    else if (PROMULGATED.test(block.text) || (isAfterSignature && isPromulgatedTitle(block.text)))
      return this.addPromulgated(blocks, index);
    else if (this.isNumbered(block)) return this.addMarked(blocks, index, block.marker);
    else if (block.paragraph.headingLevel !== null) this.addHeading(block, block.paragraph.headingLevel);
    else this.addText(block);
    return 1;
  }

  private isNumbered(block: TextBlock): block is TextBlock & { marker: Marker } {
    const marker = block.marker;
    if (marker === null) return false;
    if (marker.style !== "arabic" || marker.ordinal === null) return true;
    // «1945. …» and other figures that only look like a mark.
    const open = this.stack.findLast((node) => node.style === "arabic");
    return marker.ordinal <= (open?.ordinal ?? 0) + MOST_SKIPPED;
  }

  private get top(): ProvisionDraft | undefined {
    return this.stack.at(-1);
  }

  private attach(node: ProvisionDraft): void {
    (this.top?.children ?? this.roots).push(node);
  }

  private open(node: ProvisionDraft): void {
    this.attach(node);
    this.stack.push(node);
  }

  private addToZone(block: TextBlock, zone: Exclude<Zone, "body">): void {
    const { start, end } = block.span;
    const last = this.roots.at(-1);
    if (this.zone !== zone || last?.type !== zone) {
      this.roots.push(draftOf({ type: zone, start, ownEnd: start }));
      this.zone = zone;
    }
    this.roots.at(-1)?.children.push(draftOf({ type: "text", start, ownEnd: end }));
    this.stack = [];
  }

  private closeIndents(): void {
    while (this.top && (this.top.type === "indent" || this.top.type === "table")) this.stack.pop();
  }

  private addText(block: TextBlock): void {
    this.closeIndents();
    this.attach(draftOf({ type: "text", start: block.span.start, ownEnd: block.span.end }));
  }

  /** A footnote belongs to what bears its mark, and closes nothing. */
  private addNote(block: TextBlock): void {
    if (this.top?.type === "table") this.stack.pop();
    this.attach(draftOf({ type: "text", isNote: true, start: block.span.start, ownEnd: block.span.end }));
  }

  private addRow(block: TextBlock, table: { readonly id: number; readonly row: number }): void {
    if (this.top?.type !== "table" || this.top.ordinal !== table.id) {
      this.closeIndents();
      this.open(
        draftOf({ type: "table", ordinal: table.id, start: block.span.start, ownEnd: block.span.start }),
      );
    }
    this.attach(draftOf({ type: "row", start: block.span.start, ownEnd: block.span.end }));
  }

  private addHeading(block: TextBlock, level: number): void {
    while (this.top && (this.top.style !== "heading" || (this.top.level ?? 0) >= level)) this.stack.pop();
    const { start, end } = block.span;
    const heading = readHeading(block);
    const at = heading && { start: start + heading.start, end: start + heading.end };
    this.open(draftOf({ type: "section", style: "heading", level, heading: at, start, ownEnd: end }));
  }

  /** What a decision promulgates, after its signature: its own part of the document. */
  private addPromulgated(blocks: readonly TextBlock[], index: number): number {
    const block = blocks[index];
    const next = blocks[index + 1];
    if (!block) return 1;
    this.stack = [];
    const isWhole = ATTACHED_TO.test(block.text);
    const taken = !isWhole && next && isPlain(next) && !/^\((?:[Bb]an hành\s+)?[Kk]èm theo/u.test(next.text) ? next : null;
    const { start } = block.span;
    const ownEnd = (taken ?? block).span.end;
    const attached = ATTACHED_TO.exec((taken ?? block).text)?.[0].length ?? 0;
    const heading = { start, end: ownEnd - attached };
    this.open(draftOf({ type: "appendix", style: "appendix", heading, start, ownEnd }));
    return taken ? 2 : 1;
  }

  private addMarked(blocks: readonly TextBlock[], index: number, marker: Marker): number {
    const block = blocks[index];
    if (!block) return 1;
    if (isBullet(marker.style)) this.placeBullet(marker.style);
    else this.placeNumbered(marker, block);
    const { start, end } = block.span;
    const read = readHeading(block);
    const node = draftOf({
      type: typeOfMark(
        marker.style,
        this.stack.findLast((node) => node.type !== "paragraph")?.type === "article",
      ),
      style: marker.style,
      number: marker.number,
      ordinal: marker.ordinal,
      heading: read && { start: start + read.start, end: start + read.end },
      start,
      ownEnd: end,
    });
    this.open(node);
    return isWideTitle(marker.style) && node.heading === null
      ? 1 + this.takeHeading(node, blocks, index + 1)
      : 1;
  }

  /** «Chương I», «PHỤ LỤC II»: the heading is on the lines that follow. */
  private takeHeading(node: ProvisionDraft, blocks: readonly TextBlock[], from: number): number {
    let taken = 0;
    for (let i = from; i < Math.min(from + 3, blocks.length); i++) {
      const block = blocks[i];
      if (!block || !isPlain(block) || block.text.length > 400) break;
      const isNote = /^\(/.test(block.text);
      const attached = ATTACHED_TO.exec(block.text)?.[0] ?? "";
      const words = block.text.slice(0, block.text.length - attached.length);
      const isTitle = !/[.;:]$/.test(words) && (!hasSmallLetter(words) || taken === 0);
      if (!isNote && !isTitle) break;
      if (!isNote)
        node.heading = { start: node.heading?.start ?? block.span.start, end: block.span.start + words.length };
      node.ownEnd = block.span.end;
      taken++;
      if (isNote) break;
    }
    return taken;
  }

  private placeBullet(style: MarkerStyle): void {
    const bullets = this.stack.slice(this.stack.findLastIndex((node) => node.type !== "indent") + 1);
    const same = bullets.findIndex((node) => node.style === style);
    if (this.top?.type === "table") this.stack.pop();
    if (same >= 0) this.stack.length -= bullets.length - same;
    else
      while (this.top?.type === "indent" && RANKS[style] < RANKS[this.top.style as MarkerStyle])
        this.stack.pop();
  }

  private placeNumbered(marker: Marker, block: TextBlock): void {
    this.closeIndents();
    if (marker.style === "appendix") this.lastArticle = 0;
    if (marker.style === "decimal" && this.placeDecimal(marker)) return;
    const at = this.stack.findLastIndex((node) => node.style === marker.style);
    if (marker.style === "article") {
      this.checkSequence(this.lastArticle, marker, block);
      this.lastArticle = marker.ordinal ?? this.lastArticle;
      this.closeFor(marker.style);
      return;
    }
    if (at >= 0) {
      if (marker.style === "parenthesis") this.lastBracket = marker.ordinal ?? 0;
      this.checkSequence(this.stack[at]?.ordinal ?? null, marker, block);
      this.stack.length = at;
      return;
    }
    this.closeFor(marker.style);
    const runsOn = marker.style === "parenthesis" && marker.ordinal === this.lastBracket + 1;
    if (marker.style === "parenthesis") this.lastBracket = marker.ordinal ?? 0;
    if (runsOn) return;
    const before = (this.top?.children ?? this.roots).findLast((node) => node.style === marker.style);
    this.checkSequence(before?.ordinal ?? 0, marker, block);
  }

  private closeFor(style: MarkerStyle): void {
    while (this.top && this.isNarrower(this.top, style, RANKS[style])) this.stack.pop();
  }

  private isNarrower(node: ProvisionDraft, style: MarkerStyle, rank: number): boolean {
    if (node.style === null || node.style === "heading") return false;
    if (WIDE.has(style)) return RANKS[node.style] >= rank || !WIDE.has(node.style);
    return !WIDE.has(node.style) && RANKS[node.style] > rank;
  }

  /** «2.1» goes under «2», wherever that is open. */
  private placeDecimal(marker: Marker): boolean {
    const prefix = marker.number?.slice(0, marker.number.lastIndexOf(".")) ?? "";
    const at = this.stack.findLastIndex(
      (node) => node.number === prefix && (node.style === "arabic" || node.style === "decimal"),
    );
    if (at < 0) {
      const depth = (marker.number ?? "").split(".").length;
      const same = this.stack.findIndex(
        (node) => node.style === "decimal" && (node.number ?? "").split(".").length >= depth,
      );
      if (same >= 0) this.stack.length = same;
      return same >= 0;
    }
    this.stack.length = at + 1;
    return true;
  }

  private checkSequence(before: number | null, marker: Marker, block: TextBlock): void {
    if (marker.ordinal === null || before === null || marker.ordinal === before + 1) return;
    const words = block.text.slice(0, 60);
    if (marker.ordinal > before + 1) {
      const reason = `Số thứ tự nhảy từ ${before === 0 ? "đầu" : before} đến ${marker.ordinal}: «${words}».`;
      this.report("numbering-jump", reason, "warning", block.span);
    } else if (marker.ordinal !== 1) {
      const reason = `Số thứ tự ${marker.ordinal} không theo thứ tự: «${words}».`;
      this.report("numbering-order", reason, "warning", block.span);
    }
  }
}
