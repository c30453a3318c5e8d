/** What a model wants before a question and before a passage: the E5 family was trained with both (Wang et al. 2022). */
export function prefixesOf(model: string): { readonly question: string; readonly passage: string } {
  return /(^|[-_/])e5([-_/]|$)/i.test(model)
    ? { question: "query: ", passage: "passage: " }
    : { question: "", passage: "" };
}
