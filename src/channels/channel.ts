/** A door through which people talk to the assistant. */
export interface Channel {
  /** As told to the person who starts the program: «Telegram». */
  readonly name: string;
  /**
   * Opens the door; resolves with one sentence that says what is open now.
   * Throws an AppError where the door cannot be opened. `closed` settles when it has closed by itself.
   */
  start(): Promise<string>;
  /** Settles when the channel has ended: by itself, by the person («/thoat»), by `stop`; rejects when it broke. */
  readonly closed: Promise<ChannelEnd>;
  /** Takes no more messages, finishes or keeps what it has taken, resolves when done. Never throws. */
  stop(): Promise<void>;
}

/** `finished`: its input ended. `quit`: a person asked the whole program to end. `stopped`: by `stop`. */
export type ChannelEnd = "finished" | "quit" | "stopped";

/** The promise of a channel's `closed`, with the handles to settle it. */
export function createEnd(): {
  readonly closed: Promise<ChannelEnd>;
  readonly resolve: (end: ChannelEnd) => void;
  readonly reject: (error: unknown) => void;
} {
  let resolve: (end: ChannelEnd) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const closed = new Promise<ChannelEnd>((onEnd, onError) => {
    resolve = onEnd;
    reject = onError;
  });
  // Whoever starts the channel may look at `closed` later than it breaks.
  closed.catch(() => undefined);
  return { closed, resolve, reject };
}
