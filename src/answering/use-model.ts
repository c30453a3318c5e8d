import type { Logger } from "../shared/logger.ts";
import type { Query } from "../understanding/query.ts";
import type { QueryReader } from "../understanding/read-query.ts";
import type { ChatModel } from "./chat-model.ts";
import type { Library } from "./library.ts";
import { createPhraser, type Phraser } from "./phrase-answer.ts";
import { phrasingNames } from "./phrasing-names.ts";
import { createModelReader } from "./read-with-model.ts";

/** A language model and how long it is waited for, each time that it is asked. */
export interface ModelChoice {
  readonly chat: ChatModel;
  readonly deadlineMs: number;
}

/** The two things that a model is used for. */
interface ModelUse {
  /** The query, read again with the model's help where the lexicons are unsure of it. */
  read(query: Query, home: string | null): Promise<Query>;
  readonly phrase: Phraser["phrase"];
}

interface ModelUseOptions {
  readonly reader: QueryReader;
  readonly library: Library;
  readonly governed: ReadonlySet<string>;
  readonly logger: Logger;
}

/** What a model does for the assistant; without one, nothing, and nothing is waited for. */
export function useModel(choice: ModelChoice | undefined, options: ModelUseOptions): ModelUse {
  if (choice === undefined) {
    return { read: (query) => Promise.resolve(query), phrase: (answer) => Promise.resolve(answer) };
  }
  const { reader, library, governed, logger } = options;
  const { chat: model, deadlineMs } = choice;
  const lexicons = { indicators: library.lexicons.indicators, localities: library.localities };
  const { phrase } = createPhraser({ model, names: phrasingNames(library), deadlineMs, logger });
  return { read: createModelReader({ model, reader, lexicons, governed, deadlineMs, logger }), phrase };
}
