import type { Answer } from "../../src/answering/answer.ts";
import { texts } from "../../src/answering/texts.ts";
import { wordFigure } from "../../src/answering/word-figure.ts";
import type { CorpusAssistant } from "./corpus-assistant.ts";

export type MutationKind =
  "figure" | "comparator" | "year" | "place" | "body" | "quotation" | "unit" | "negation" | "swap";

export interface Mutant {
  readonly kind: MutationKind;
  readonly good: string;
  readonly text: string;
}

/** Lines that a phrasing has to repeat. */
const KEPT = /không|chưa|khớp|so với|cao hơn|bằng nhau|giống nhau|gần nhất|not |nearest/iu;

/** What a well-behaved model could make of an answer. */
export function goodPhrasings(answer: Answer, { names, store }: CorpusAssistant): string[] {
  const { language, facts, citations } = answer;
  const say = texts[language];
  const plain = answer.text.split("\n");
  const place = (document: string): string => names.placeNames(document)[0] ?? "";
  const prose = plain.filter((line) => !line.startsWith("«"));
  const stripped = (line: string): string =>
    citations.reduce((text, { document }) => text.replaceAll(place(document), ""), line);
  const kept = prose.filter((line) => KEPT.test(stripped(line)) && !/hiện trạng/u.test(line));
  if (facts.length > 0 && plain.some((line) => /hiện trạng|Gần nhất|gần nhất/u.test(line))) return [];
  if (facts.length > 0) {
    const said = facts.map(({ indicator, document, deadline, ...fact }) => {
      const name = store.lexicons.indicators.find(({ id }) => id === indicator)?.name[language];
      const figure = wordFigure({ ...fact, value2: fact.value2 ?? null }, language, say);
      return { name, figure, place: place(document), deadline };
    });
    if (said.some(({ name }) => name === undefined)) return [];
    if (language === "en")
      return [
        said
          .map(
            ({ name, figure, place, deadline }) =>
              `${deadline === null ? "" : `By ${deadline}, `}${place} has ${name ?? ""} at ${figure}.`,
          )
          .join(" "),
      ];
    const lower = (text = ""): string => text.charAt(0).toLowerCase() + text.slice(1);
    const proofs = citations.map(({ quote, locator }) => `«${quote}» (${locator})`);
    return [
      [
        ...kept,
        ...said.map(
          ({ name, figure, place, deadline }) =>
            `${deadline === null ? "" : `Đến năm ${deadline}, `}${place} phấn đấu ${lower(name)} đạt ${figure}.`,
        ),
      ].join("\n"),
      [
        ...kept,
        said
          .map(
            ({ name, figure, place, deadline }) =>
              `${name ?? ""} của ${place}${deadline === null ? "" : ` đến năm ${deadline}`} là ${figure}.`,
          )
          .join(" "),
      ].join("\n"),
      ...(new Set(citations.map(({ document }) => document)).size === 1
        ? [
            [
              ...kept,
              ...said.map(
                ({ name, figure, place, deadline }) =>
                  `Theo văn bản, chỉ tiêu ${lower(name)} của ${place}${deadline === null ? "" : ` đến năm ${deadline}`} là ${figure}.`,
              ),
              `Nguyên văn: ${proofs.at(-1) ?? ""}`,
            ].join("\n"),
          ]
        : []),
    ];
  }
  const quotes = plain.filter((line) => line.startsWith("«"));
  if (answer.kind === "assignment") {
    const [lead = "", ...rows] = prose;
    const roles = rows.filter((line) => line.startsWith("– ") && !kept.includes(line));
    return [
      [lead, ...roles, ...kept, ...quotes].join("\n"),
      [lead, ...roles.map((line) => `${line.slice(2)}.`), ...kept].join("\n"),
    ];
  }
  const [first] = citations;
  if (first === undefined || new Set(citations.map(({ document }) => document)).size > 1) return [];
  return [[`Theo văn bản của ${place(first.document)}:`, ...quotes, ...kept].join("\n")];
}

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(1, items.length)];

/** Replaces one match, chosen by `where`; null where there is none or nothing changed. */
function replaceOne(
  text: string,
  pattern: RegExp,
  where: number,
  by: (found: string) => string,
): string | null {
  const found = pick([...text.matchAll(pattern)], where);
  if (found === undefined) return null;
  const changed = text.slice(0, found.index) + by(found[0]) + text.slice(found.index + found[0].length);
  return changed === text ? null : changed;
}

const COMPARATORS = [
  "trên ",
  "dưới ",
  "tối thiểu ",
  "tối đa ",
  "khoảng ",
  "không quá ",
  "không dưới ",
  "gần ",
  "hơn ",
  "",
];
const FIGURE = /(?<![\p{L}\d.,/-])\d+(?:,\d+)?(?![\d/-]|-?\p{L})/gu;

/** Changes one fact of a good phrasing; null where it has none of the kind. */
export function mutate(
  text: string,
  answer: Answer,
  kind: MutationKind,
  where: number,
  which: number,
  { store, names }: CorpusAssistant,
): Mutant | null {
  const changed = change();
  return changed === null || changed === text ? null : { kind, good: text, text: changed };

  function change(): string | null {
    switch (kind) {
      case "figure": {
        const others = [...answer.text.matchAll(FIGURE)].map(([digits]) => digits);
        return replaceOne(text, FIGURE, where, (digits) =>
          which % 2 === 0
            ? (pick(
                others.filter((other) => other !== digits),
                which,
              ) ?? `${digits}1`)
            : String(Number(digits.replace(",", ".")) + 1 + (which % 7)).replace(".", ","),
        );
      }
      case "comparator":
        return replaceOne(
          text,
          /(?:trên |dưới |tối thiểu |khoảng |over |)(?<![\p{L}\d.,/-])(?!20\d\d)\d+(?:,\d+)?(?=%| tuổi| năm| bác| giường| căn)/gu,
          where,
          (found) => {
            const now = /^\D*/u.exec(found)?.[0] ?? "";
            const digits = found.slice(now.length);
            // «Hơn» is «trên»: the same fact.
            const others = COMPARATORS.filter(
              (one) =>
                one !== now &&
                !(["trên ", "over "].includes(now) && ["trên ", "hơn "].includes(one)) &&
                !(now === "tối thiểu " && one === "không dưới "),
            );
            return `${pick(others, which) ?? ""}${digits}`;
          },
        );
      case "year":
        return replaceOne(text, /(?<![\d/.-])20\d\d(?![\d/-])/gu, where, (year) =>
          String(Number(year) + (which % 2 === 0 ? -5 : 5) + (which % 3)),
        );
      case "place": {
        const own = [...new Set(answer.citations.flatMap(({ document }) => names.placeNames(document)))]
          .filter((name) => text.includes(name))
          .sort((a, b) => b.length - a.length);
        const name = own[0];
        if (name === undefined) return null;
        const governed = [
          "Thị xã Đức Phổ",
          "Thành phố Hà Tĩnh",
          "Hà Tĩnh",
          "Đức Phổ",
          "Nghị quyết 42-NQ/TW",
          "Thành phố Từ Sơn",
        ];
        const all = which % 2 === 0 ? governed : store.localities.all.map((one) => one.name);
        const other = pick(
          all.filter((one) => !name.includes(one) && !one.includes(name)),
          which,
        );
        const spots = text.split(name);
        const at = 1 + (where % Math.max(1, spots.length - 1));
        return other === undefined
          ? null
          : `${spots.slice(0, at).join(name)}${other}${spots.slice(at).join(name)}`;
      }
      case "body": {
        const bodies = store.lexicons.bodies.map((one) => one.name);
        const other = pick(bodies, which) ?? "";
        if (answer.kind === "assignment")
          return replaceOne(text, /(?<=^(?:– )?[^:«»\n]{2,40}: )[^«»\n]+$/gmu, where, (body) =>
            body.includes(other) || other.includes(body) ? `${body} và Sở Y tế` : other,
          );
        return replaceOne(text, /(?<=[.\n]|^)(?=\p{Lu})/gu, where, () => `${other} giao `);
      }
      case "quotation": {
        return replaceOne(text, /«[^«»]+»/gu, where, (quote) => {
          const words = quote.slice(1, -1).split(" ");
          const at = which % words.length;
          const changes = [
            words.filter((_, index) => index !== at),
            words.map((word, index) => (index === at ? `${word}a` : word)),
            [...words.slice(0, at), "không", ...words.slice(at)],
            words.slice(0, Math.max(1, words.length - 1)),
          ];
          return `«${(pick(changes, which) ?? words).join(" ")}»`;
        });
      }
      case "unit":
        return replaceOne(
          text,
          /(?<=\d)(?:%| tuổi| giường bệnh viện| bác sĩ| căn hộ| năm)(?![^«»]*»)/gu,
          where,
          (unit) =>
            pick(
              [" người", " triệu đồng", "%", " tuổi", " hộ", " nghìn"].filter((one) => one !== unit),
              which,
            ) ?? "",
        );
      case "negation":
        return replaceOne(
          text,
          / (?:đạt|phấn đấu|là|thực hiện|tham gia|được) (?![^«»\n]*»)/gu,
          where,
          (verb) => `${pick([" không", " chưa", " chẳng"], which) ?? ""}${verb}`,
        );
      case "swap": {
        const figures = [
          ...new Set([...text.matchAll(/(?<![\p{L}\d.,/-])\d+(?:,\d+)?(?=%)/gu)].map(([digits]) => digits)),
        ];
        const [a, b] = [pick(figures, where), pick(figures, where + 1)];
        if (a === undefined || b === undefined || a === b) return null;
        return text.replaceAll(new RegExp(`(?<![\\d,])(?:${a}|${b})(?=%)`, "gu"), (digits) =>
          digits === a ? b : a,
        );
      }
    }
  }
}
