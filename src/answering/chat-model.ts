/** What a model is asked: what it is to do, and the material, which is data whatever it says. */
export interface ChatRequest {
  readonly instructions: string;
  readonly material: string;
  /** Ends the request: the answer is no longer wanted. */
  readonly signal: AbortSignal;
}

/** A language model (mô hình ngôn ngữ), wherever it runs. */
export interface ChatModel {
  /**
   * The model's text, whole.
   * @throws AppError MODEL_FAILED where the server cannot be reached, refuses, breaks off or answers what is no answer.
   */
  complete(request: ChatRequest): Promise<string>;
}

/** Why nothing came of a request. */
export type ModelSilence = "slow" | "down";

/**
 * Asks the model and waits no longer than `deadlineMs`, whether or not the model heeds the signal. Never throws:
 * a model that fails is one that has nothing to say.
 */
export async function completeInTime(
  model: ChatModel,
  request: Omit<ChatRequest, "signal">,
  deadlineMs: number,
): Promise<{ readonly text: string } | { readonly silence: ModelSilence; readonly cause: unknown }> {
  const aborter = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => {
      resolve("late");
    }, deadlineMs);
  });
  try {
    const completed = model.complete({ ...request, signal: aborter.signal });
    const outcome = await Promise.race([completed, late]);
    if (outcome !== "late") return { text: outcome };
    completed.catch(() => undefined);
    return { silence: "slow", cause: null };
  } catch (cause) {
    return { silence: "down", cause };
  } finally {
    clearTimeout(timer);
    aborter.abort();
  }
}

/**
 * Material between lines that name it. The marks of such lines are taken out of the material, so that nothing in it
 * can end its own block.
 */
export function block(name: string, content: string): string {
  return `<${name}>\n${content.replaceAll("<", "‹").replaceAll(">", "›")}\n</${name}>`;
}
