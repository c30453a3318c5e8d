import { memoise } from "../shared/memoise.ts";

const ONSET = "(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?";
const RIMES = [
  "a(?:ch?|i|m|ng?|nh|o|p|t|u|y)?",
  "ă(?:c|m|ng?|p|t)",
  "â(?:c|m|ng?|p|t|u|y)",
  "e(?:c|m|ng?|o|p|t)?",
  "ê(?:ch|m|nh?|p|t|u)?",
  "i(?:a|ch|m|nh?|p|t|u)?",
  "iê(?:c|m|ng?|p|t|u)",
  "o(?:c|i|m|ng?|p|t)?",
  "oo(?:c|ng)",
  "oa(?:ch?|i|m|ng?|nh|o|p|t|y)?",
  "oă(?:c|m|ng?|t)",
  "oe(?:n|o|t)?",
  "ô(?:c|i|m|ng?|p|t)?",
  "ơ(?:i|m|n|p|t)?",
  "u(?:a|c|i|m|ng?|p|t)?",
  "uâ(?:ng?|t|y)",
  "uê(?:ch|nh)?",
  "uơ",
  "uy(?:a|ch|nh?|p|t|u)?",
  "uyê(?:n|t)",
  "uô(?:c|i|m|ng?|t)",
  "ư(?:a|c|i|ng|t|u)?",
  "ươ(?:c|i|m|ng?|p|t|u)",
  "y",
  "yê(?:m|n|t|u)",
].join("|");
const SYLLABLE = new RegExp(`^${ONSET}(?:${RIMES})$`, "u");
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** A text repeats its words. */
const WORDS_REMEMBERED = 2048;

/** Whether a word could be a Vietnamese syllable by its spelling: onset, rime, at most one tone. Takes NFC. */
export const isVietnameseSyllable = memoise((word: string): boolean => {
  let tones = 0;
  const bare = word
    .toLowerCase()
    .normalize("NFD")
    .replace(TONE, () => {
      tones++;
      return "";
    })
    .normalize("NFC");
  return tones <= 1 && SYLLABLE.test(bare);
}, WORDS_REMEMBERED);
