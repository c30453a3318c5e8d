import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/slow/**"],
    testTimeout: 60_000,
    // Every core: most files wait for their imports and for SQLite, not for each other.
    maxWorkers: "100%",
    expect: { requireAssertions: true },
    reporters: process.env["CI"] ? ["default", ["json", { outputFile: "coverage/tests.json" }]] : ["default"],
  },
});
