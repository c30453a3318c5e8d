import type { IndicatorGroup } from "../facts/match-indicator.ts";
import type { AssignmentRole } from "../facts/assignment.ts";
import type { Locality, LocalityLevel } from "../corpus/locality.ts";

/** A word of the question. */
export interface Token {
  /** Lower case, without marks; what everything is matched on. */
  readonly folded: string;
  /** As typed, tone marks in their usual place, lower case. */
  readonly typed: string;
  /** Typed with a capital first letter. */
  readonly capital: boolean;
}

/** What a question asks for. */
export type Intent =
  | "figure"
  | "body"
  | "time"
  | "duties"
  | "document"
  | "comparison"
  | "list"
  | "entitlement"
  | "passage"
  | "detail"
  | "cross-check"
  | "sources"
  | "help"
  | "greeting"
  | "thanks"
  | "opinion"
  | "elsewhere"
  | "abuse";

/** Messages that ask nothing of the documents. */
export const SOCIAL_INTENTS: ReadonlySet<Intent> = new Set<Intent>([
  "sources",
  "help",
  "greeting",
  "thanks",
  "opinion",
  "elsewhere",
  "abuse",
]);

/** What the text of a document itself answers, whichever document it is. */
export const CONTENT_INTENTS: ReadonlySet<Intent> = new Set<Intent>([
  "figure",
  "body",
  "time",
  "duties",
  "entitlement",
  "passage",
  "list",
]);

/** Facets of a document (văn bản) that may be asked. */
export type DocumentFacet =
  | "number"
  | "date"
  | "issuer"
  | "signatory"
  | "status"
  | "basis"
  | "recipients"
  | "place-name"
  | "validity"
  | "title"
  | "follows"
  | "conference"
  | "effect"
  | "repeals"
  | "amended"
  | "size";

/** Things that people ask for and programmes seldom hold: each has to be in the evidence itself. */
export type Demand =
  | "money"
  | "procedure"
  | "contact"
  | "price"
  | "budget"
  | "person"
  | "actual"
  | "meaning"
  | "whereabouts"
  | "name";

/** A piece of the question's content: the words in it, and other wordings of the same. */
export interface Concept {
  readonly tokens: readonly string[];
  /** The same with their marks, where the message was typed with marks; null where it was not. */
  readonly typed: readonly string[] | null;
  readonly alternatives: readonly (readonly string[])[];
  /** The same with their marks, in the same order; absent where there is none but the person's own words. */
  readonly typedAlternatives?: readonly (readonly string[])[] | undefined;
  /** 0–1: words that every programme is full of count little. */
  readonly weight: number;
  /** A single syllable among words of asking («chạy được», «mà sập»): seldom the subject, where anything else is named. */
  readonly alone?: boolean | undefined;
}

/** A place that the question names or means. */
export interface PlaceReading {
  /** Keys of corpus localities, in the order of the question. */
  readonly known: readonly string[];
  /** Places that are places, but hold no document here. */
  readonly unknown: readonly Locality[];
  /** «Ở đây», «thị xã mình». */
  readonly here: boolean;
  /** «Ba địa phương», «nơi nào», «các nơi». */
  readonly everywhere: boolean;
  /** The resolution itself, or the country. */
  readonly nation: boolean;
  /** Levels that are spoken of: «phường», «thị xã». */
  readonly levels: readonly LocalityLevel[];
  /** Further corpus localities that bear the bare name of a known one: «Hà Tĩnh», province and city. */
  readonly namesakes: readonly string[];
  /** Keys of the documents that the question names, by number or title: they alone are asked then. */
  readonly documents: readonly string[];
  /** «So với nghị quyết»: what the local programme carries out, without its number. */
  readonly superior: boolean;
}

/** A body that the question names; token indexes, `end` exclusive. */
export interface NamedBody {
  readonly id: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A figure that the person gives as known, to be confirmed or corrected. */
export interface Premise {
  readonly value: number;
  readonly unit: string | null;
  /** «Trên 95%», «dưới 5%»; null where the figure stands alone. */
  readonly direction: "above" | "below" | null;
}

/** The question understood. Plain data. */
export interface Query {
  readonly text: string;
  readonly language: "vi" | "en";
  readonly tokens: readonly Token[];
  readonly intent: Intent;
  /** Further things asked beside the intent: «ai chỉ đạo, khi nào». */
  readonly also: readonly Intent[];
  readonly facets: readonly DocumentFacet[];
  readonly demand: Demand | null;
  readonly roles: readonly AssignmentRole[];
  readonly places: PlaceReading;
  readonly bodies: readonly NamedBody[];
  readonly indicators: readonly IndicatorGroup[];
  readonly topics: readonly string[];
  /** Documents named by their number: «19-KH/TW», «số 43». */
  readonly documentNumbers: readonly string[];
  readonly years: readonly number[];
  readonly premises: readonly Premise[];
  readonly concepts: readonly Concept[];
  /** What a list is to be of, where the question says so. */
  readonly listOf: "targets" | "tasks" | null;
  /** A confirmation is asked: «đúng không», «phải không». */
  readonly asksConfirmation: boolean;
  /** Leans on the turn before: «còn …?», «thế … thì sao?». */
  readonly leaning: boolean;
  /** It says itself how it is to be answered («xử lý sao?»), so that the last turn's asking does not carry over. */
  readonly asksHow: boolean;
  /** The message told the assistant what to do or say. */
  readonly hadOrders: boolean;
}
