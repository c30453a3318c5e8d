import { rowsOf, type StaticModel } from "../../src/retrieval/static-model.ts";
import type { Word } from "../../src/retrieval/terms.ts";
import type { Pair } from "./contrastive.ts";
import { pick, type Random } from "./random.ts";

/** A text to learn from: an article, or a section of a document. */
export interface TrainingText {
  readonly title: readonly Word[];
  readonly body: readonly Word[];
  /** What it is a part of: neighbours of one work are about kindred things. */
  readonly work: string;
}

export interface TrainingQuestion {
  readonly words: readonly Word[];
  /** Place of its answer among the texts. */
  readonly text: number;
}

/** As the index cuts passages, so that the model sees what it will be asked about. */
const CHUNK = 180;
const SPAN_LEAST = 6;
const SPAN_MOST = 30;
const SHARES = { neighbours: 0.25, spans: 0.25, headings: 0.35 };

export type Terms = Pick<StaticModel, "syllables" | "bigrams">;

/** Draws batches of pairs: neighbouring texts, a span and its chunk, a heading and its text, a question and its answer. */
export class PairSource {
  private readonly texts: readonly TrainingText[];
  private readonly questions: readonly TrainingQuestion[];
  private readonly terms: Terms;
  private readonly random: Random;
  /** Texts whose heading may be learnt from. */
  private readonly headed: readonly number[];

  constructor(
    texts: readonly TrainingText[],
    questions: readonly TrainingQuestion[],
    heldOut: ReadonlySet<number>,
    terms: Terms,
    random: Random,
  ) {
    this.texts = texts;
    this.questions = questions;
    this.terms = terms;
    this.random = random;
    this.headed = texts.flatMap((text, i) =>
      text.title.length > 1 && text.body.length > 8 && !heldOut.has(i) ? [i] : [],
    );
  }

  batch(size: number): Pair[] {
    const pairs: Pair[] = [];
    const questions =
      this.questions.length === 0 ? 0 : Math.min(Math.round(size * 0.15), this.questions.length);
    const scale = (size - questions) / (SHARES.neighbours + SHARES.spans + SHARES.headings);
    const order = this.questions.map((_, i) => i);
    for (let i = 0; i < questions; i++) {
      const other = i + pick(this.random, order.length - i);
      [order[i], order[other]] = [order[other] ?? 0, order[i] ?? 0];
      pairs.push(this.questionPair(order[i] ?? 0));
    }
    const neighbours = questions + Math.round(SHARES.neighbours * scale);
    const spans = neighbours + Math.round(SHARES.spans * scale);
    while (pairs.length < size) {
      const pair =
        pairs.length < neighbours
          ? this.neighbourPair()
          : pairs.length < spans
            ? this.spanPair()
            : this.headingPair();
      if (pair.left.length > 0 && pair.right.length > 0) pairs.push(pair);
    }
    return pairs;
  }

  private rows(words: readonly Word[]): Int32Array {
    return Int32Array.from(rowsOf(this.terms, words));
  }

  private chunk(text: TrainingText | undefined): readonly Word[] {
    const body = text?.body ?? [];
    const start = body.length <= CHUNK ? 0 : pick(this.random, body.length - CHUNK + 1);
    return body.slice(start, start + CHUNK);
  }

  private titled(text: TrainingText | undefined): Int32Array {
    return this.rows([...(text?.title ?? []), ...this.chunk(text)]);
  }

  private neighbourPair(): Pair {
    for (;;) {
      const i = pick(this.random, this.texts.length - 1);
      const left = this.texts[i];
      const right = this.texts[i + 1];
      if (left?.work === right?.work) return { left: this.titled(left), right: this.titled(right) };
    }
  }

  private spanPair(): Pair {
    const text = this.texts[pick(this.random, this.texts.length)];
    const chunk = this.chunk(text);
    const length = Math.min(chunk.length, SPAN_LEAST + pick(this.random, SPAN_MOST - SPAN_LEAST + 1));
    const start = pick(this.random, chunk.length - length + 1);
    const span = chunk.slice(start, start + length);
    // Half the time the span is taken out, so that more than the same words is learnt (inverse cloze, Lee et al. 2019).
    const rest = this.random() < 0.5 ? chunk : [...chunk.slice(0, start), ...chunk.slice(start + length)];
    return { left: this.rows(span), right: this.rows([...(text?.title ?? []), ...rest]) };
  }

  private headingPair(): Pair {
    const text = this.texts[this.headed[pick(this.random, this.headed.length)] ?? 0];
    return { left: this.rows(text?.title ?? []), right: this.rows(this.chunk(text)) };
  }

  private questionPair(index: number): Pair {
    const question = this.questions[index];
    return { left: this.rows(question?.words ?? []), right: this.titled(this.texts[question?.text ?? 0]) };
  }
}
