import { createHash } from "node:crypto";
import type { Language } from "../../answering/answer.ts";
import type { LocalityChoice } from "../../answering/assistant.ts";
import { cleanText } from "../clean-text.ts";
import { ingestTexts } from "../ingest-words.ts";
import type { Texts } from "../texts.ts";
import type { Button } from "./outgoing.ts";

/** What a pressed button asks for. callback_data holds 1–64 bytes, so it carries short codes, never names. */
export type ButtonPress =
  | { readonly kind: "locality"; readonly code: string }
  | { readonly kind: "clear-locality" }
  | { readonly kind: "page"; readonly page: number }
  | { readonly kind: "suggestion" }
  /** Of the pending file of that id. */
  | { readonly kind: "approve" | "reject"; readonly id: string };

const LOCALITIES_PER_PAGE = 8;

/** One page of localities, a row each, the chosen one marked; then the way to other pages, and to none. */
export function localityKeyboard(
  choices: readonly LocalityChoice[],
  chosen: string | null,
  page: number,
  texts: Texts,
): Button[][] {
  const lastPage = Math.max(0, Math.ceil(choices.length / LOCALITIES_PER_PAGE) - 1);
  const shown = Math.min(Math.max(0, page), lastPage);
  const rows = choices
    .slice(shown * LOCALITIES_PER_PAGE, (shown + 1) * LOCALITIES_PER_PAGE)
    .map(({ key, name }) => [
      { text: key === chosen ? `✓ ${name}` : name, callback_data: `l:${localityCode(key)}` },
    ]);
  const pages: Button[] = [];
  if (shown > 0) pages.push({ text: texts.previousPage, callback_data: `p:${shown - 1}` });
  if (shown < lastPage) pages.push({ text: texts.nextPage, callback_data: `p:${shown + 1}` });
  if (pages.length > 0) rows.push(pages);
  if (chosen !== null) rows.push([{ text: texts.clearLocality, callback_data: "l" }]);
  return rows;
}

/** Stays the same when the corpus grows, however long the key is. */
export function localityCode(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 16);
}

const MAX_SUGGESTIONS = 6;

/** Suggestions as buttons; the button's own text is the question (see `labelOf`). */
export function suggestionKeyboard(suggestions: readonly string[]): Button[][] {
  const labels = suggestions.map((suggestion) => cleanText(suggestion).replace(/\s+/g, " ").trim());
  return [...new Set(labels)]
    .filter((label) => label !== "")
    .slice(0, MAX_SUGGESTIONS)
    .map((label, index) => [{ text: label, callback_data: `s:${index}` }]);
}

/** Below the summary of a file, for its sender. */
export function fileKeyboard(id: string, language: Language): Button[][] {
  const say = ingestTexts[language];
  return [
    [
      { text: say("approve"), callback_data: `a:${id}` },
      { text: say("reject"), callback_data: `r:${id}` },
    ],
  ];
}

/** Null for data that no button of this version carries. */
export function readButtonPress(data: string): ButtonPress | null {
  const [kind, code] = data.split(":", 2);
  if (kind === "l") return code === undefined ? { kind: "clear-locality" } : { kind: "locality", code };
  if (kind === "p" && /^\d{1,5}$/.test(code ?? "")) return { kind: "page", page: Number(code) };
  if ((kind === "a" || kind === "r") && /^[0-9a-f]{16}$/.test(code ?? "")) {
    return { kind: kind === "a" ? "approve" : "reject", id: code ?? "" };
  }
  if (kind === "s") return { kind: "suggestion" };
  return null;
}

/** The text of the pressed button, from the message that Telegram hands back with the press. */
export function labelOf(
  data: string,
  keyboard: readonly (readonly { readonly text: string }[])[] | undefined,
): string | null {
  const isPressed = (button: object): boolean => "callback_data" in button && button.callback_data === data;
  return keyboard?.flat().find(isPressed)?.text ?? null;
}
