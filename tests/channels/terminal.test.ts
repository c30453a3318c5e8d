import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createTerminal } from "../../src/channels/terminal.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { assistantDouble } from "../doubles/assistant.ts";

const LOCALITIES = [
  { key: "ha-tinh", name: "Thành phố Hà Tĩnh" },
  { key: "duc-pho", name: "Thị xã Đức Phổ" },
];

async function converse(
  input: string,
  options: { isInteractive?: boolean; assistant?: ReturnType<typeof assistantDouble> } = {},
) {
  const assistant =
    options.assistant ??
    assistantDouble((message, state) => ({ text: `→ ${message} [${state.locality ?? "–"}]` }), LOCALITIES);
  const output = new PassThrough();
  let shown = "";
  output.on("data", (chunk: Buffer) => (shown += chunk.toString()));
  const terminal = createTerminal({
    assistant,
    input: Readable.from([input]),
    output,
    isInteractive: options.isInteractive ?? false,
    screen: () => ({ width: 80, isColoured: false }),
    defaultLocality: null,
    logger: silentLogger,
  });
  await terminal.start();
  const end = await terminal.closed;
  return { end, shown, asked: assistant.asked };
}

describe("the terminal", () => {
  it("answers each line of a pipe until it ends, without prompts", async () => {
    const { end, shown, asked } = await converse("một\n\nhai");
    expect(end).toBe("finished");
    expect(shown).toBe("→ một [–]\n\n→ hai [–]\n\n");
    expect(asked[1]?.state.topic).toEqual({ last: "một" });
  });

  it("greets and prompts a person, and ends with the input", async () => {
    const { end, shown } = await converse("một\n", { isInteractive: true });
    expect(end).toBe("quit");
    expect(shown).toContain("Xin chào!");
    expect(shown).toContain("❯ ");
  });

  it("quits at /thoat and asks nothing more", async () => {
    const { end, asked } = await converse("/thoat\nmột\n");
    expect(end).toBe("quit");
    expect(asked).toEqual([]);
  });

  it.each(["2", "duc-pho", "đức phổ", "duc pho"])("sets the locality by /diaban %s", async (words) => {
    const { shown } = await converse(`/diaban ${words}\nx\n`);
    expect(shown).toContain("Đã chọn địa bàn: Thị xã Đức Phổ");
    expect(shown).toContain("→ x [duc-pho]");
  });

  it("lists the localities, and clears the one set", async () => {
    const { shown } = await converse("/diaban\n/diaban 1\n/diaban 0\nx\n");
    expect(shown).toContain("   1. Thành phố Hà Tĩnh\n   2. Thị xã Đức Phổ\n");
    expect(shown).toContain("→ x [–]");
  });

  it("says so where there is no such locality or command", async () => {
    const { shown } = await converse("/diaban Atlantis\n/diaban 9\n/bay\n");
    expect(shown).toContain("«Atlantis»");
    expect(shown).toContain("«9»");
    expect(shown).toContain("Tôi không có lệnh này");
  });

  it("goes on after a question that the assistant fails at", async () => {
    const assistant = assistantDouble((message) => {
      if (message === "hỏng") throw new Error("boom");
      return { text: "ổn" };
    }, LOCALITIES);
    const { shown } = await converse("hỏng\nlành\n", { assistant });
    expect(shown).toMatch(/trục trặc[^]*ổn/);
  });

  it("can be stopped while it waits", async () => {
    const terminal = createTerminal({
      assistant: assistantDouble(undefined, LOCALITIES),
      input: new PassThrough(),
      output: new PassThrough(),
      isInteractive: false,
      screen: () => ({ width: 80, isColoured: false }),
      defaultLocality: null,
      logger: silentLogger,
    });
    await terminal.start();
    await terminal.stop();
    expect(await terminal.closed).toBe("stopped");
  });
});
