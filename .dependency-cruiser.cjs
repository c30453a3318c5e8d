// The order of the folders: each may import those above it in this list, never those below.
const order = [
  "shared",
  "storage",
  "corpus",
  "facts",
  "retrieval",
  "understanding",
  "answering",
  "operations",
  "channels",
];

const upward = order.slice(0, -1).map((folder, index) => ({
  name: `${folder}-imports-only-above`,
  comment: `src/${folder} may import only the folders above it: ${order.slice(0, index).join(", ") || "none"}`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${order.slice(index + 1).join("|")})/|^src/(main|config)\\.ts$` },
}));

module.exports = {
  forbidden: [
    ...upward,
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "src-does-not-import-scripts-or-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(scripts|tests)/" },
    },
    {
      name: "langchain-in-adapters-alone",
      comment: "LangChain appears in the adapters alone",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: "^src/(retrieval/vector-index|answering/langchain-chat-model|retrieval/openai-embedder)",
      },
      to: { path: "node_modules/@langchain" },
    },
    {
      name: "grammy-in-telegram-alone",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/channels/telegram/" },
      to: { path: "node_modules/(grammy|@grammyjs)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
