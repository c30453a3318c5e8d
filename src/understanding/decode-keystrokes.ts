/**
 * Vietnamese left as the keys were struck, without an input method: Telex («bao hieemr y tees») and VNI
 * («ba3o hie63m y te61»). Both give the folded syllable: everything after is matched without marks.
 */

/** A folded Vietnamese syllable: onset, vowels, coda. Wide on purpose: it only has to tell keystrokes from words. */
const SYLLABLE =
  /^(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x)?(a|ai|ao|au|ay|e|eo|eu|i|ia|ie|ieu|iu|o|oa|oai|oao|oay|oe|oeo|oi|oo|u|ua|uai|uao|uay|ue|ueu|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|y|ya|ye|yeu)(c|ch|m|n|ng|nh|p|t)?$/;

export function isVietnameseSyllable(folded: string): boolean {
  return SYLLABLE.test(folded);
}

/** The syllable that Telex keys spell, or null where the word is none of Telex. Takes lower-case ASCII. */
export function decodeTelex(word: string): string | null {
  if (!/^[a-z]{2,10}$/.test(word)) return null;
  const withoutTone = word.replace(
    /^([^aeiouy]*[aeiouyw]+[a-z]*?)[sfrxj](?=[a-z]*$)/,
    (_, before: string) => before,
  );
  let folded = withoutTone;
  folded = folded.replace(/^([^aeiouy]*)w(?=[^aeiouy]|$)/, "$1u");
  folded = folded
    .replace(/w/g, "")
    .replace(/^dd/, "d")
    .replace(/aa/, "a")
    .replace(/ee/, "e")
    .replace(/oo/, "o");
  folded = folded.replace(/^(d)(.*)d$/, "$1$2");
  folded = folded.replace(
    /^([^aeiouy]*[aeiouy]+(?:ch|ng|nh|[cmnpt])?)([aeo])$/,
    (whole, rest: string, repeated: string) => (rest.includes(repeated) ? rest : whole),
  );
  return folded !== word && isVietnameseSyllable(folded) ? folded : null;
}

/** The syllable that VNI keys spell, or null. Takes lower-case ASCII letters with digits. */
export function decodeVni(word: string): string | null {
  if (!/^[a-z]+[1-9](?:[a-z]|[1-9])*$/.test(word)) return null;
  const folded = word.replace(/[1-9]/g, "");
  return isVietnameseSyllable(folded) ? folded : null;
}
