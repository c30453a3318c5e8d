import { readFileSync } from "node:fs";

/** A text of prompts/: what a model is told. Read once, at the start. */
export function loadPrompt(name: "phrase-answer" | "read-question"): string {
  return readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), "utf8").trim();
}
