import type { Answer } from "../answering/answer.ts";
import type { ConversationState, LocalityChoice } from "../answering/assistant.ts";
import { describeError } from "../shared/app-error.ts";
import type { Logger } from "../shared/logger.ts";
import type { ServingAssistant } from "./swap-assistant.ts";

export interface Asked {
  readonly answer: Answer;
  readonly state: ConversationState;
}

/** A thread that answers. After its end every question fails. */
export interface RunningThread {
  readonly localities: readonly LocalityChoice[];
  /** Keys of the documents of its store. */
  readonly documents: ReadonlySet<string>;
  ask(message: string, state: ConversationState): Promise<Asked>;
  hasEnded(): boolean;
  close(): void;
}

export interface ThreadedAssistant extends ServingAssistant {
  readonly documents: ReadonlySet<string>;
}

/**
 * An assistant over a thread that is started again when it ends by itself: once, however many questions wait for it.
 * A question that was on its way is asked once more of the new thread; one that ends two threads fails.
 * @throws what the first start throws.
 */
export async function keepRunning(
  start: () => Promise<RunningThread>,
  logger: Logger,
): Promise<ThreadedAssistant> {
  const first = await start();
  let current = first;
  let restart: Promise<RunningThread> | null = null;
  let isClosed = false;

  const restarted = async (ended: RunningThread): Promise<RunningThread> => {
    try {
      const next = await start();
      if (isClosed) next.close();
      return (current = next);
    } catch (error) {
      logger.error("assistant.not-restarted", { reason: describeError(error) });
      return ended;
    } finally {
      restart = null;
    }
  };

  const living = (): RunningThread | Promise<RunningThread> => {
    if (!current.hasEnded() || isClosed) return current;
    if (restart === null) {
      logger.error("assistant.ended", {});
      restart = restarted(current);
    }
    return restart;
  };

  return {
    documents: first.documents,
    assistant: {
      async ask(message, state) {
        const thread = await living();
        try {
          return await thread.ask(message, state);
        } catch (error) {
          if (!thread.hasEnded()) throw error;
          const next = await living();
          if (next === thread) throw error;
          return next.ask(message, state);
        }
      },
      localities: () => first.localities,
    },
    close() {
      isClosed = true;
      current.close();
    },
  };
}
