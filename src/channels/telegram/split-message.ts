import { cleanText } from "../clean-text.ts";
import { cutText } from "../cut-text.ts";
import { countEntities, visibleLength } from "./rich-text.ts";
import type { Block, Run } from "./rich-text.ts";

/** sendMessage takes 1–4096 characters after entities parsing (core.telegram.org/bots/api#sendmessage). */
const MESSAGE_LIMIT = 4096;
/** Telegram drops the mark-up beyond. */
const MAX_ENTITIES = 100;

/**
 * Lays blocks out over as few messages as their order allows, each at most `limit` UTF-16 units when shown and
 * none blank. A block is cut only where it does not fit a message of its own, its kind and styles going on in
 * the next. Nothing but white space around the cuts is lost. No blocks, or blank ones alone: no messages.
 */
export function splitMessage(blocks: readonly Block[], limit: number = MESSAGE_LIMIT): Block[][] {
  const messages: Block[][] = [];
  let current: Block[] = [];
  const flush = (): void => {
    if (current.length > 0) messages.push(current);
    current = [];
  };

  for (const block of blocks) {
    let rest: Block | null = tidy(block);
    while (rest !== null) {
      const together: Block[] = [...current, rest];
      if (
        visibleLength(together) <= limit &&
        (current.length === 0 || countEntities(together) <= MAX_ENTITIES)
      ) {
        current = together;
        break;
      }
      if (current.length > 0) {
        flush();
        continue;
      }
      const cut = cutBlock(rest, limit);
      if (cut.head !== null) messages.push([cut.head]);
      rest = cut.rest;
    }
  }
  flush();
  return messages;
}

/** Cleans the runs, trims the ends, drops what is empty; null for a blank block. */
function tidy(block: Block): Block | null {
  const runs = block.runs.map((run) => ({ ...run, text: cleanText(run.text) }));
  return trimEnds({ ...block, runs });
}

function trimEnds(block: Block): Block | null {
  const runs: Run[] = block.runs.filter((run) => run.text !== "");
  while (runs[0] !== undefined) {
    const text = runs[0].text.trimStart();
    if (text !== "") {
      runs[0] = { ...runs[0], text };
      break;
    }
    runs.shift();
  }
  for (let last = runs.at(-1); last !== undefined; last = runs.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== "") {
      runs[runs.length - 1] = { ...last, text };
      break;
    }
    runs.pop();
  }
  return runs.length === 0 ? null : { ...block, runs };
}

function cutBlock(block: Block, limit: number): { head: Block | null; rest: Block | null } {
  const text = block.runs.map((run) => run.text).join("");
  const { head, rest } = cutText(text, limit);
  return {
    head: trimEnds({ ...block, runs: sliceRuns(block.runs, 0, head.length) }),
    rest: trimEnds({ ...block, runs: sliceRuns(block.runs, text.length - rest.length, text.length) }),
  };
}

function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const slice: Run[] = [];
  let offset = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - offset), Math.max(0, to - offset));
    if (text !== "") slice.push({ ...run, text });
    offset += run.text.length;
  }
  return slice;
}
