/** Where a text may be cut, best first: after a paragraph, a line, a sentence, a clause, a word. */
const BREAKS = [/\n\s*\n/g, /\n/g, /[.!?…;:»”"](?=\s)/g, /,(?=\s)/g, /\s/g];

/**
 * The first piece of a text, at most `limit` UTF-16 units, cut at the best place in its second half; and the
 * rest. Never inside a surrogate pair, nor before a combining mark where that can be helped.
 * White space around the cut goes. `limit` must be at least 2.
 */
export function cutText(text: string, limit: number): { readonly head: string; readonly rest: string } {
  if (text.length <= limit) return { head: text, rest: "" };
  const at = breakBefore(text, limit) ?? hardCut(text, limit);
  return { head: text.slice(0, at).trimEnd(), rest: text.slice(at).trimStart() };
}

function breakBefore(text: string, limit: number): number | null {
  // One more than the limit: white space just behind the last character that fits is a good place.
  const window = text.slice(0, limit + 1);
  for (const pattern of BREAKS) {
    let best: number | null = null;
    for (const match of window.matchAll(pattern)) {
      const at = /^\s/.test(match[0]) ? match.index : match.index + match[0].length;
      if (at <= limit) best = at;
    }
    if (best !== null && best >= limit / 2) return best;
  }
  return null;
}

const LOOK_BACK = 32;

function hardCut(text: string, limit: number): number {
  for (let at = limit; at > Math.max(1, limit - LOOK_BACK); at--) {
    if (!splitsCharacter(text, at)) return at;
  }
  // A very long heap of marks: keep at least the surrogate pair whole.
  return isLowSurrogate(text.charCodeAt(limit)) && isHighSurrogate(text.charCodeAt(limit - 1))
    ? limit - 1
    : limit;
}

const JOINS_BEFORE = /^[\p{M}\p{Emoji_Modifier}\u200d]/u;

function splitsCharacter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isLowSurrogate(unit)) return true;
  if (text.charCodeAt(at - 1) === 0x200d) return true;
  return JOINS_BEFORE.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
