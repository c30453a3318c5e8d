import { describeError } from "../shared/app-error.ts";
import type { Logger } from "../shared/logger.ts";
import { abbreviationWriter, type ShortForm } from "./abbreviations.ts";
import { defaultEmbedder } from "./default-embedder.ts";
import type { Embedder } from "./embedder.ts";
import { gatherCandidates } from "./gather-candidates.ts";
import { closeSegments, documentOf, openSegments, readPassage } from "./open-segments.ts";
import type { RetrievalHit, RetrievalRequest, Retriever } from "./passage.ts";
import { questionMatcher, rankCandidates, type RankedCandidate } from "./rank-candidates.ts";
import { readQuestion } from "./read-question.ts";

/** The first of a ranking, as many as asked for; with `onePerDocument` each document's best alone. */
function takeBest(ranked: readonly RankedCandidate[], request: RetrievalRequest): RankedCandidate[] {
  const limit = Math.max(0, request.limit);
  if (request.onePerDocument !== true) return ranked.slice(0, limit);
  const seen = new Set<string>();
  const best: RankedCandidate[] = [];
  for (const candidate of ranked) {
    if (best.length >= limit) break;
    const document = documentOf(candidate.from, candidate.place);
    if (seen.has(document)) continue;
    seen.add(document);
    best.push(candidate);
  }
  return best;
}

/**
 * Opens what `buildIndexes` wrote. Throws STORE_UNREADABLE where it is missing, damaged or built with another
 * model; whoever opens it builds it again then. A question whose vector cannot be had (its address does not answer)
 * is searched by its words alone, and `logger` told.
 */
export async function openRetriever(
  directory: string,
  options: {
    readonly embedder?: Embedder;
    readonly logger?: Logger;
    readonly abbreviations?: readonly ShortForm[];
  } = {},
): Promise<Retriever & { close(): void }> {
  const embedder = options.embedder ?? (await defaultEmbedder());
  const parts = await openSegments(directory, embedder);
  const segments = parts.map((part) => part.segment);
  const writeOut = abbreviationWriter(options.abbreviations ?? []);
  const embedQuestion = async (text: string): Promise<Float32Array> => {
    try {
      return await embedder.embedQuestion(text);
    } catch (error) {
      options.logger?.warn("embedder.failed", { reason: describeError(error) });
      return new Float32Array(embedder.dimensions);
    }
  };
  return {
    async retrieve(request: RetrievalRequest): Promise<readonly RetrievalHit[]> {
      const text = writeOut(request.text);
      const question = readQuestion(text, segments);
      if (question.words.length === 0) return [];
      const vector = await embedQuestion(question.content);
      const candidates = await gatherCandidates(parts, request, question, vector);
      const match = questionMatcher(question);
      const ranked = rankCandidates(candidates, {
        question,
        text,
        vector,
        embedder,
        match,
      });
      return takeBest(ranked, request).map((candidate) => ({
        passage: readPassage(candidate.from, candidate.place),
        score: candidate.score,
        coverage: (candidate.match ?? match(candidate)).coverage,
      }));
    },
    close(): void {
      closeSegments(parts);
    },
  };
}
