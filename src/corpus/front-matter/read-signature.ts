import type { Span } from "../../shared/span.ts";
import { OFFICE, PERSON, SIGNED_FOR, withoutSigned } from "../structure/find-zones.ts";
import type { TextBlock } from "../structure/text-block.ts";

export interface Signature {
  readonly signatory: string | null;
  readonly signatoryTitle: string | null;
  readonly signedFor: string | null;
  readonly spans: { signatory?: Span; signatoryTitle?: Span; signedFor?: Span };
}

/** A line's words without «(Đã ký)», and where they stand. */
interface SignedLine {
  readonly text: string;
  readonly span: Span;
}

function signedLine({ text, span }: TextBlock): SignedLine {
  const words = withoutSigned(text);
  const start = span.start + Math.max(0, text.indexOf(words));
  return { text: words, span: { start, end: start + words.length } };
}

/** Who signed, as what, for whom, from the lines of the signature; a name that is absent stays null. */
export function readSignature(blocks: readonly TextBlock[]): Signature {
  const lines = blocks.map(signedLine);
  const signedFor = lines.filter(({ text }) => SIGNED_FOR.test(text));
  const title = lines.find(({ text }) => OFFICE.test(text) && !SIGNED_FOR.test(text));
  const from = Math.max(...[...signedFor, title].map((line) => (line ? lines.indexOf(line) : -1)));
  const person =
    from < 0 ? undefined : lines.slice(from + 1).find(({ text }) => PERSON.test(text) && text.length < 50);
  return {
    signatory: person?.text ?? null,
    signatoryTitle: title?.text ?? null,
    signedFor: signedFor.length > 0 ? signedFor.map(({ text }) => text).join(", ") : null,
    spans: {
      ...(person ? { signatory: person.span } : {}),
      ...(title ? { signatoryTitle: title.span } : {}),
      ...(signedFor[0]
        ? { signedFor: { start: signedFor[0].span.start, end: signedFor.at(-1)?.span.end ?? 0 } }
        : {}),
    },
  };
}
