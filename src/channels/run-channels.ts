import { describeError } from "../shared/app-error.ts";
import type { Channel, ChannelEnd } from "./channel.ts";

/** A channel that is not to be opened, and why, for the person who starts the program. */
export interface SkippedChannel {
  readonly name: string;
  readonly reason: string;
}

export interface RunOptions {
  readonly channels: readonly Channel[];
  readonly skipped: readonly SkippedChannel[];
  /** Tells the person at the terminal one line. */
  readonly say: (line: string) => void;
  /** Aborts on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}

/**
 * Opens the channels in order and keeps them open until each has ended, a person quits, or the signal aborts;
 * then stops them all. One that fails does not take the others with it.
 * Returns the exit code: 0, or 1 where a channel failed or none could be opened.
 */
export async function runChannels({ channels, skipped, say, signal }: RunOptions): Promise<number> {
  let failures = 0;
  const opened: Channel[] = [];
  for (const { name, reason } of skipped) say(`– ${name}: không mở, ${reason}`);
  for (const channel of channels) {
    if (signal.aborted) break;
    try {
      say(`✓ ${channel.name}: ${await channel.start()}`);
      opened.push(channel);
    } catch (error) {
      failures++;
      say(`✗ ${channel.name}: ${describeError(error)}`);
    }
  }

  const ends = opened.map(async (channel): Promise<ChannelEnd> => {
    try {
      return await channel.closed;
    } catch (error) {
      failures++;
      say(`✗ ${channel.name}: ${describeError(error)}`);
      return "stopped";
    }
  });
  await Promise.race([
    Promise.all(ends),
    ...ends.map((end) => end.then((how) => (how === "quit" ? undefined : new Promise(() => undefined)))),
    new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener("abort", () => {
        resolve();
      });
    }),
  ]);
  await Promise.all(channels.map((channel) => channel.stop()));
  return failures > 0 || (opened.length === 0 && !signal.aborted) ? 1 : 0;
}
