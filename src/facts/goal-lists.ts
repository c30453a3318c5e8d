import type { Provision } from "../corpus/provision.ts";
import type { FactPlace } from "./fact-place.ts";
import { findDeadlines } from "./read-deadline.ts";

/** «Phấn đấu đến năm 2030 đạt các chỉ tiêu sau:» */
const OPENS_LIST =
  /(?:chỉ tiêu|mục tiêu)(?:\s(?:cụ thể|chủ yếu|cơ bản|chính|chung|quan trọng|sau|sau đây|như sau|cần đạt|gồm|là|phát triển|kinh tế - xã hội|(?:đến |của |trong )?năm \d{4}))*\s*:$/iu;

interface GoalList {
  readonly deadline: number | null;
  /** Set by the first item: the node above it, and what its items are. */
  item: { readonly parent: Provision | undefined; readonly type: Provision["type"] } | null;
}

const isItem = (node: Provision): boolean => node.type === "indent" || node.number !== null;

/** Tells, while a document is walked in reading order, which items belong to a list that a line of prose opens. */
export class GoalLists {
  private list: GoalList | null = null;

  /** The place of `node`, as one of goals and due as the opening line says where it stands in such a list. */
  placeOf(place: FactPlace, node: Provision, ancestors: readonly Provision[]): FactPlace {
    const list = this.enter(node, ancestors);
    const words = place.text.trimEnd();
    if (words.endsWith(":") && OPENS_LIST.test(words.slice(-160)))
      this.list = { deadline: findDeadlines(words).at(-1)?.year ?? null, item: null };
    if (list === null || place.isLaw || place.section !== "other") return place;
    return { ...place, section: "goals", deadline: list.deadline ?? place.deadline };
  }

  private enter(node: Provision, ancestors: readonly Provision[]): GoalList | null {
    const { list } = this;
    if (list === null) return null;
    const parent = ancestors.at(-1);
    if (list.item === null && isItem(node)) list.item = { parent, type: node.type };
    const { item } = list;
    const belongs =
      item !== null &&
      (parent === item.parent
        ? node.type === item.type
        : item.parent === undefined || ancestors.includes(item.parent));
    if (!belongs) this.list = null;
    return this.list;
  }
}
