import { defineConfig } from "vitest/config";

/** Suites that take minutes or need programs beside Node; each skips itself where its program is missing. */
export default defineConfig({
  test: {
    include: ["tests/slow/**/*.test.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    passWithNoTests: true,
    expect: { requireAssertions: true },
    reporters: process.env["CI"]
      ? ["default", ["json", { outputFile: "coverage/tests-slow.json" }]]
      : ["default"],
  },
});
