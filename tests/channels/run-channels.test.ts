import { describe, expect, it } from "vitest";
import { createEnd } from "../../src/channels/channel.ts";
import { runChannels } from "../../src/channels/run-channels.ts";
import { AppError } from "../../src/shared/app-error.ts";

function channelDouble(name: string, failure?: AppError) {
  const end = createEnd();
  const double = {
    name,
    ...end,
    stops: 0,
    start: () => (failure === undefined ? Promise.resolve("mở.") : Promise.reject(failure)),
    stop: () => {
      double.stops++;
      end.resolve("stopped");
      return Promise.resolve();
    },
  };
  return double;
}

function run(channels: ReturnType<typeof channelDouble>[], signal = new AbortController().signal) {
  const said: string[] = [];
  const skipped = [{ name: "Zalo", reason: "chưa có mã." }];
  return { said, code: runChannels({ channels, skipped, say: (line) => said.push(line), signal }) };
}

const failure = new AppError("CHANNEL_FAILED", "refused.", { where: "TELEGRAM_BOT_TOKEN" });

describe("runChannels", () => {
  it("says what it opened, what it did not, and why", async () => {
    const channels = [channelDouble("A"), channelDouble("B", failure)];
    const { said, code } = run(channels);
    channels[0]?.resolve("finished");
    expect(await code).toBe(1);
    expect(said).toEqual(["– Zalo: không mở, chưa có mã.", "✓ A: mở.", "✗ B: TELEGRAM_BOT_TOKEN: refused."]);
  });

  it("goes on while one channel is open, and stops all when a person quits", async () => {
    const channels = [channelDouble("A"), channelDouble("B")];
    const { code } = run(channels);
    channels[0]?.resolve("quit");
    expect(await code).toBe(0);
    expect(channels.map(({ stops }) => stops)).toEqual([1, 1]);
  });

  it("ends when every channel has", async () => {
    const channels = [channelDouble("A"), channelDouble("B")];
    const { code } = run(channels);
    channels[0]?.resolve("finished");
    let isOver = false;
    void code.then(() => (isOver = true));
    await new Promise(setImmediate);
    expect(isOver).toBe(false);
    channels[1]?.resolve("finished");
    expect(await code).toBe(0);
  });

  it("stops at a signal", async () => {
    const aborter = new AbortController();
    const channels = [channelDouble("A")];
    const { code } = run(channels, aborter.signal);
    await new Promise(setImmediate);
    aborter.abort();
    expect(await code).toBe(0);
    expect(channels[0]?.stops).toBe(1);
  });

  it("tells of a channel that breaks later, and keeps the rest open", async () => {
    const channels = [channelDouble("A"), channelDouble("B")];
    const { said, code } = run(channels);
    channels[0]?.reject(failure);
    await new Promise(setImmediate);
    expect(said.at(-1)).toContain("✗ A: TELEGRAM_BOT_TOKEN");
    channels[1]?.resolve("finished");
    expect(await code).toBe(1);
  });

  it("fails where nothing could be opened", async () => {
    expect(await run([]).code).toBe(1);
    expect(await run([channelDouble("A", failure)]).code).toBe(1);
  });
});
