import type { Embedder } from "../../src/retrieval/embedder.ts";
import { readArticles, type Article } from "./benchmark-files.ts";

/** A search engine under test: it takes a corpus in, and ranks its articles' ids. */
interface Contender {
  search(text: string, limit: number): Promise<string[]>;
}

type Build = (corpus: string, directory: string) => Promise<Contender>;

/** Words as each peer would split them with no help: lower case, runs of letters and figures. */
function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The peers are given the law's name too, which stands above an article in this project's index. */
function withLaw(article: Article): Article {
  return article.law === "" ? article : { ...article, text: `${article.law}\n${article.text}` };
}

const product: Build = async (corpus, directory) => {
  const [{ buildIndexes }, { openRetriever }, { readPassages, readShortForms }] = await Promise.all([
    import("../../src/retrieval/build-indexes.ts"),
    import("../../src/retrieval/open-retriever.ts"),
    import("./benchmark-files.ts"),
  ]);
  const abbreviations = readShortForms();
  await buildIndexes(readPassages(corpus), directory, { abbreviations });
  const retriever = await openRetriever(directory, { abbreviations });
  return {
    async search(text, limit) {
      const hits = await retriever.retrieve({ text, limit, onePerDocument: true });
      return hits.map((hit) => hit.passage.document);
    },
  };
};

const miniSearch: Build = async (corpus) => {
  const { default: MiniSearch } = await import("minisearch");
  const index = new MiniSearch<{ id: string; title: string; text: string }>({
    fields: ["title", "text"],
    tokenize: plainWords,
    searchOptions: { boost: { title: 2 } },
  });
  for await (const article of readArticles(corpus)) index.add(withLaw(article));
  return {
    search: (text, limit) =>
      Promise.resolve(
        index
          .search(text)
          .slice(0, limit)
          .map((hit) => String(hit.id)),
      ),
  };
};

const orama: Build = async (corpus) => {
  const { create, insert, search } = await import("@orama/orama");
  const index = create({
    schema: { title: "string", text: "string" } as const,
    components: {
      // Orama has no Vietnamese; its English tokenizer would drop every marked letter.
      tokenizer: {
        language: "vietnamese",
        normalizationCache: new Map(),
        tokenize: (text: string) => plainWords(text),
      },
    },
  });
  for await (const article of readArticles(corpus)) {
    const { id, title, text } = withLaw(article);
    await insert(index, { id, title, text });
  }
  return {
    async search(text, limit) {
      const found = await search(index, { term: text, limit, threshold: 1, boost: { title: 2 } });
      return found.hits.map((hit) => hit.id);
    },
  };
};

/**
 * The pipeline of LangChain's tutorials: characters, overlap, HNSW, its own defaults for both, nothing else. It comes without
 * an embedder that works offline; which one it is given is the caller's.
 */
const langChain = async (corpus: string, embedder: Embedder): Promise<Contender> => {
  const [{ RecursiveCharacterTextSplitter }, { HNSWLib }, { Document }] = await Promise.all([
    import("@langchain/textsplitters"),
    import("@langchain/community/vectorstores/hnswlib"),
    import("@langchain/core/documents"),
  ]);
  const embeddings = {
    embedDocuments: async (texts: string[]) =>
      (await embedder.embedPassages(texts)).map((vector) => Array.from(vector)),
    embedQuery: async (text: string) => Array.from(await embedder.embedQuestion(text)),
  };
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const documents: InstanceType<typeof Document>[] = [];
  for await (const article of readArticles(corpus)) {
    const { id, title, text } = withLaw(article);
    for (const chunk of await splitter.splitText(`${title}\n${text}`)) {
      documents.push(new Document({ pageContent: chunk, metadata: { id } }));
    }
  }
  const store = await HNSWLib.fromDocuments(documents, embeddings);
  return {
    async search(text, limit) {
      const found = await store.similaritySearch(text, Math.min(limit * 2, documents.length));
      return [...new Set(found.map((document) => String(document.metadata["id"])))].slice(0, limit);
    },
  };
};

export const OURS = "this project";
/** No peer: this project's own vectors without its words and its re-ranker, for what each adds. */
export const ABLATION = "ablation: this project's vectors alone, in LangChain splitter + HNSW";

export const contenders: Readonly<Record<string, Build>> = {
  [OURS]: product,
  MiniSearch: miniSearch,
  Orama: orama,
  "LangChain splitter + HNSW, hashed words": async (corpus) => {
    const { hashingEmbedder } = await import("../../src/retrieval/hashing-embedder.ts");
    return langChain(corpus, hashingEmbedder);
  },
  [ABLATION]: async (corpus) => {
    const { defaultEmbedder } = await import("../../src/retrieval/default-embedder.ts");
    return langChain(corpus, await defaultEmbedder());
  },
};
