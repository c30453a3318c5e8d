import type { Message } from "../shared/message.ts";
import type { Span } from "../shared/span.ts";
import type { SourceFormat } from "./extracted.ts";
import type { Provision } from "./provision.ts";

/** Kinds of text (văn bản): nghị quyết, chương trình hành động, kế hoạch, quyết định, chỉ thị, luật, nghị định, thông tư… */
export type DocumentKind =
  | "resolution"
  | "action-programme"
  | "plan"
  | "decision"
  | "directive"
  | "law"
  | "decree"
  | "circular"
  | "official-letter"
  | "report"
  | "other";

/** A superior or other document that this one names, as printed. */
export interface DocumentReference {
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  /** Where it is named; null where it comes from a manifest. */
  readonly span: Span | null;
}

export type DocumentStatus = "draft" | "issued" | "replaced" | "unknown";

/** What stands around the text: who issued it, when, as what. Printed words as they are; null where blank. */
export interface FrontMatter {
  readonly title: string | null;
  readonly kind: DocumentKind;
  /** «71-CTr/TU»; null where there is none. A number whose figure is left blank keeps its suffix in `numberAsPrinted`. */
  readonly number: string | null;
  /** What stands after «Số:», also when its figure is blank («-CTr/TU»); null where there is no such line. */
  readonly numberAsPrinted: string | null;
  /** As printed: «ngày 20 tháng 11 năm 2025», «tháng 3 năm 2024» where the day is blank. */
  readonly date: string | null;
  readonly dateIsComplete: boolean;
  readonly issuer: string | null;
  readonly place: string | null;
  readonly signatory: string | null;
  /** «PHÓ CHỦ TỊCH» */
  readonly signatoryTitle: string | null;
  /** «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH» */
  readonly signedFor: string | null;
  readonly status: DocumentStatus;
  /** Documents that this one carries out, named in its title and preamble. */
  readonly implements: readonly DocumentReference[];
  /** Documents named elsewhere in the text. */
  readonly alsoCites: readonly DocumentReference[];
  readonly recipients: readonly string[];
  /** Where each of the above stands in the text, where it does. */
  readonly spans: Readonly<Partial<Record<FrontMatterField, Span>>>;
}

export type FrontMatterField =
  | "title"
  | "number"
  | "date"
  | "issuer"
  | "place"
  | "signatory"
  | "signatoryTitle"
  | "signedFor"
  | "draftMark"
  | "recipients"
  | "header"
  | "signature";

/** A document as read from its file: one text, and everything else as spans of it. */
export interface ParsedDocument {
  readonly format: SourceFormat;
  /** NFC, one paragraph a line, page numbers and mark-up gone: the text that every offset refers to. */
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly provisions: readonly Provision[];
  readonly messages: readonly Message[];
  /** Line and page of the file for an offset of the text. */
  readonly places: readonly {
    readonly start: number;
    readonly line: number | null;
    readonly page: number | null;
  }[];
}

/** A document of the corpus: what its manifest says over what was read. Key: its folder under corpus/. */
export interface CorpusDocument extends FrontMatter {
  readonly key: string;
  /** Key of the locality that it governs; null for the whole country. */
  readonly locality: string | null;
  /** A digest in other words than the original's, not the text itself. */
  readonly isSummary: boolean;
  /** A sentence on its status, blanks or nature that a reader should know. */
  readonly note: string | null;
  readonly format: SourceFormat;
}
