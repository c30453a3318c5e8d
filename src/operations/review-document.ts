import type { CorpusStore } from "../corpus/corpus-store.ts";
import type { CorpusDocument, FrontMatter } from "../corpus/document.ts";
import { yearOf } from "../corpus/make-key.ts";
import { proposeLocality } from "../corpus/propose-locality.ts";
import { sameNumber } from "../corpus/read-manifest.ts";
import { findOddFigures } from "../facts/find-odd-figures.ts";
import type { Target } from "../facts/target.ts";
import { AppError } from "../shared/app-error.ts";
import { sliceSpan } from "../shared/span.ts";
import type { LocalityIndex } from "../corpus/locality.ts";
import { wordsAround } from "./choose-locality.ts";
import { reviewNameless, reviewSame } from "./review-indicators.ts";
import { manifestOf, nowhere, placeOf, shorten } from "./review-item.ts";
import type { ReviewItem, ReviewSource } from "./review-item.ts";
import { correctionYaml, frontMatterYaml } from "./review-snippets.ts";
import { wordsForCorrection } from "./words-for-correction.ts";

/**
 * Lists what is unsure about a document, topic by topic, each in reading order.
 * @throws AppError USAGE where the corpus has no such document.
 */
export function reviewDocument(key: string, source: ReviewSource): ReviewItem[] {
  const { documents } = source;
  const document = documents.get(key);
  const messages = documents.messages(key);
  if (document === null) {
    if (messages.length === 0) throw unknownKey(key, documents);
    return messages.map(({ reason, line, page }) => ({
      topic: "unread",
      what: reason,
      line,
      page,
      quote: null,
      remedy: null,
    }));
  }
  const text = documents.text(key);
  const targets = source.facts.targets({ documents: [key] });
  const takenIds = new Set(source.lexicons.indicators.map(({ id }) => id));
  return [
    ...reviewLocality(document, text, source.localities),
    ...[...messages]
      .sort((a, b) => Number(b.severity === "warning") - Number(a.severity === "warning"))
      .map((message): ReviewItem => {
        const place = message.span === null ? null : documents.place(key, message.span.start);
        return {
          topic: "message",
          what: message.reason,
          line: message.line ?? place?.line ?? null,
          page: message.page ?? place?.page ?? null,
          quote: message.span === null ? null : shorten(sliceSpan(text, message.span)),
          remedy: null,
        };
      }),
    ...reviewFigures(document, text, targets, documents),
    ...reviewBlanks(document),
    ...reviewNameless(document, text, targets, source, takenIds),
    ...reviewSame(document, source, takenIds),
    ...reviewReferences(document, documents),
  ];
}

function reviewLocality(document: CorpusDocument, text: string, localities: LocalityIndex): ReviewItem[] {
  if (document.locality !== null || document.isSummary) return [];
  const proposal = proposeLocality(document, wordsAround(text, document.spans), localities);
  if (proposal.isKnown && proposal.locality === null) return [];
  const found = proposal.isKnown ? proposal.locality : proposal.candidates[0];
  const issuer = document.issuer === null ? "để trống" : `«${document.issuer}»`;
  return [
    {
      ...nowhere,
      topic: "place",
      what: `Bản kê ghi cả nước (locality: null), mà cơ quan ban hành là ${issuer}. Nếu đúng là cả nước thì không cần sửa.`,
      remedy: {
        file: manifestOf(document.key),
        yaml: frontMatterYaml("locality", found?.key ?? "KHOÁ-ĐỊA-BÀN"),
      },
    },
  ];
}

function reviewFigures(
  document: CorpusDocument,
  text: string,
  targets: readonly Target[],
  documents: CorpusStore,
): ReviewItem[] {
  const year = yearOf(document.date);
  return findOddFigures(targets, year === null ? null : Number(year)).map(({ target, reason }) => ({
    topic: "figure",
    what: `${target.name}: ${reason}`,
    ...placeOf(document.key, target, documents),
    quote: shorten(sliceSpan(text, target.span)),
    remedy: {
      file: manifestOf(document.key),
      yaml: correctionYaml(wordsForCorrection(text, target, targets), {
        value: target.value,
        unit: target.unit ?? "%",
      }),
    },
  }));
}

const BLANKS = {
  title: "tên văn bản",
  issuer: "cơ quan ban hành",
  number: "số",
  date: "ngày ban hành",
  signatory: "người ký",
} as const satisfies Partial<Record<keyof FrontMatter, string>>;

function reviewBlanks(document: CorpusDocument): ReviewItem[] {
  return Object.entries(BLANKS).flatMap(([field, name]) => {
    const value = document[field as keyof typeof BLANKS];
    const isPartial = field === "date" && value !== null && !document.dateIsComplete;
    if (value !== null && !isPartial) return [];
    return [
      {
        ...nowhere,
        topic: "blank" as const,
        what: isPartial
          ? `Ngày ban hành thiếu: «${value}».`
          : `Không có ${name}. Nếu bản gốc có, hãy điền; nếu bản gốc cũng trống, để null.`,
        remedy: {
          file: manifestOf(document.key),
          yaml: frontMatterYaml(field, `… # ${name} như in trên bản gốc`),
        },
      },
    ];
  });
}

function reviewReferences(document: CorpusDocument, documents: CorpusStore): ReviewItem[] {
  const numbers = documents.list().flatMap(({ number }) => (number === null ? [] : [number]));
  return [...document.implements, ...document.alsoCites].flatMap(
    ({ number, title, date, span }): ReviewItem[] => {
      if (number === null || numbers.some((known) => sameNumber(known, number))) return [];
      const place = span === null ? null : documents.place(document.key, span.start);
      const named = [number, date === null ? "" : `ngày ${date}`, title ?? ""]
        .filter((part) => part !== "")
        .join(" ");
      return [
        {
          topic: "reference",
          what: `${named}. Có tệp thì nạp bằng «npm run ingest -- TỆP».`,
          line: place?.line ?? null,
          page: place?.page ?? null,
          quote: null,
          remedy: null,
        },
      ];
    },
  );
}

function unknownKey(key: string, documents: CorpusStore): AppError {
  return new AppError("USAGE", `Kho không có văn bản «${key}».`, {
    remedy: `Các khoá: ${documents
      .list()
      .map((document) => document.key)
      .join(", ")}.`,
  });
}
