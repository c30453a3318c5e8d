import type { DocumentKind, DocumentStatus } from "../corpus/document.ts";
import type { LocalityIndex } from "../corpus/locality.ts";
import type { KeptReadings } from "../corpus/keep-readings.ts";
import type { ExtractProgress } from "../corpus/extract/limits.ts";
import type { NameIndicator } from "../facts/extract-targets.ts";
import { createIndicatorMatcher } from "../facts/match-indicator.ts";
import type { Indicator } from "../facts/indicator.ts";
import { loadLexicons } from "../understanding/lexicon.ts";

/** A file that someone hands in, and what they say about it. */
export interface IngestRequest {
  readonly bytes: Uint8Array;
  /** As it was called; for messages, and to tell Markdown from plain text. */
  readonly fileName: string;
  /** The folder under corpus/; an existing one: this is its newer version. Made from the text where absent. */
  readonly key?: string;
  /** Key or full name of a locality; `national` for the whole country. Told by the issuer where absent. */
  readonly locality?: string;
  /** What wins over the text's own front matter. */
  readonly said?: FrontMatterSaid;
  /** Called after each page of a scan. */
  readonly onProgress?: (progress: ExtractProgress) => void;
}

export interface FrontMatterSaid {
  readonly title?: string;
  readonly issuer?: string;
  readonly number?: string;
  readonly date?: string;
  readonly kind?: DocumentKind;
  readonly status?: DocumentStatus;
}

/** What ingesting needs to know beside the file. */
export interface IngestSetting {
  readonly corpusDirectory: string;
  readonly localities: LocalityIndex;
  readonly indicators: readonly Indicator[];
  readonly nameIndicator: NameIndicator;
  /** Null: every file is read anew. */
  readonly readings: KeptReadings | null;
}

/** Reads the lexicons of the corpus. @throws AppError LEXICON_INVALID */
export function loadIngestSetting(
  corpusDirectory: string,
  readings: KeptReadings | null = null,
): IngestSetting {
  const { localities, indicators } = loadLexicons(corpusDirectory);
  const matcher = createIndicatorMatcher(indicators);
  return {
    corpusDirectory,
    localities,
    indicators,
    nameIndicator: (clause) => matcher.nameClause(clause),
    readings,
  };
}
