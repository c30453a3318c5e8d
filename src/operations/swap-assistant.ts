import type { Assistant } from "../answering/assistant.ts";

/** An assistant with the store that it reads from. */
export interface ServingAssistant {
  readonly assistant: Assistant;
  readonly close: () => void;
}

export interface SwappableAssistant extends Assistant {
  /** Later questions go to `next`; the one before is closed when its last answer has ended. */
  swap(next: ServingAssistant): void;
  /** Closes the one that serves, after its last answer. */
  close(): void;
}

interface Shift extends ServingAssistant {
  running: number;
  isOver: boolean;
}

/** One assistant for the channels, whatever store serves behind it; a question ends where it began. */
export function createSwappableAssistant(first: ServingAssistant): SwappableAssistant {
  const begin = (serving: ServingAssistant): Shift => ({ ...serving, running: 0, isOver: false });
  const closeIfDone = (shift: Shift): void => {
    if (shift.isOver && shift.running === 0) shift.close();
  };
  const end = (shift: Shift): void => {
    if (shift.isOver) return;
    shift.isOver = true;
    closeIfDone(shift);
  };
  let current = begin(first);
  return {
    async ask(message, state) {
      const shift = current;
      shift.running++;
      try {
        return await shift.assistant.ask(message, state);
      } finally {
        shift.running--;
        closeIfDone(shift);
      }
    },
    localities: () => current.assistant.localities(),
    swap(next) {
      const before = current;
      current = begin(next);
      end(before);
    },
    close() {
      end(current);
    },
  };
}
