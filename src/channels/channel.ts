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
