import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { openEmbedder } from "../../src/retrieval/open-embedder.ts";

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server = null;
});

/** An embeddings address: answers with the lengths of the texts, and keeps the texts. */
async function serve(status: number, texts: string[] = []): Promise<string> {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString("utf8")));
    request.on("end", () => {
      const { input } = JSON.parse(body) as { input: string | string[] };
      const all = Array.isArray(input) ? input : [input];
      texts.push(...all);
      const data = all.map((text, index) => ({ object: "embedding", index, embedding: [text.length, 1, 0] }));
      response.writeHead(status, { "content-type": "application/json" });
      response.end(
        JSON.stringify(status === 200 ? { object: "list", data, model: "m" } : { error: { message: "no" } }),
      );
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

test("the model that ships gives the same vector with and without diacritics, of length 1", async () => {
  const embedder = await openEmbedder({ kind: "shipped" });
  const marked = await embedder.embedQuestion("bảo hiểm y tế");
  expect(marked).toEqual(await embedder.embedQuestion("bao hiem y te"));
  expect(marked.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 3);
  expect(await embedder.embedQuestion("🙂")).toEqual(new Float32Array(embedder.dimensions));
});

test("a folder with a static model is opened as such", async () => {
  const folder = fileURLToPath(new URL("../../src/retrieval/model", import.meta.url));
  const embedder = await openEmbedder({ kind: "folder", folder });
  expect(embedder.id).toBe((await openEmbedder({ kind: "shipped" })).id);
});

test("it knows how far a question is of its field", async () => {
  const embedder = await openEmbedder({ kind: "shipped" });
  const familiar = embedder.familiarity?.("tỷ lệ tham gia bảo hiểm y tế của người dân") ?? 0;
  const foreign = embedder.familiarity?.("Jared Allen chơi cho Carolina Panthers mùa nào") ?? 1;
  expect(familiar).toBeGreaterThan(foreign);
});

test("an address is asked for its dimensions; E5 models get their prefixes; vectors come back scaled", async () => {
  const texts: string[] = [];
  const baseUrl = await serve(200, texts);
  const embedder = await openEmbedder({
    kind: "address",
    baseUrl,
    model: "multilingual-e5-small",
    apiKey: null,
  });
  expect(embedder).toMatchObject({ id: "openai-multilingual-e5-small-3", dimensions: 3 });
  const [vector] = await embedder.embedPassages(["y tế"]);
  expect(vector?.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
  expect(texts).toEqual(["query: xin chào", "passage: y tế"]);
});

test("an address that refuses, and a folder that is not there, say what to do", async () => {
  const baseUrl = await serve(401);
  await expect(openEmbedder({ kind: "address", baseUrl, model: "m", apiKey: "k" })).rejects.toMatchObject({
    code: "MODEL_FAILED",
  });
  await expect(openEmbedder({ kind: "folder", folder: "/no/such/model" })).rejects.toMatchObject({
    code: "MODEL_FAILED",
    where: "/no/such/model",
  });
});
