import type { Provision } from "../corpus/provision.ts";
import { memoise } from "../shared/memoise.ts";
import { startsWithBody } from "./body-phrase.ts";
import type { FactPlace } from "./fact-place.ts";

const LEAD =
  /^(?:Trách nhiệm\s+(?:của\s+)?|Nhiệm vụ (?:của\s+)?|Đề nghị\s+|Giao\s+|Phân công\s+|Yêu cầu\s+|Đối với\s+)?/u;
/** A heading with one of these is a sentence about its body, not its name. */
const SENTENCE =
  /(?<!\p{L})(?:chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm|lãnh đạo|tăng cường|xây dựng|triển khai|thực hiện|được giao|nâng cao|bố trí|đạt|trong|về)(?!\p{L})|(?:gồm|như sau|sau đây|cụ thể|của|là|có)$/u;
/** «Bộ Y tế có trách nhiệm:» heads a list of its duties. */
const HAS_DUTIES =
  /\s+(?:có trách nhiệm|chịu trách nhiệm|có (?:các )?nhiệm vụ(?:, quyền hạn)?|có (?:các )?trách nhiệm|thực hiện các nhiệm vụ|chủ trì)(?:\s+(?:thực hiện\s+)?(?:các\s+)?(?:nhiệm vụ\s+)?(?:sau đây|sau|như sau))?$/u;
/** «Sở Nội vụ chủ trì, phối hợp với các sở, ngành:» leads what stands below. */
const LEADS_BELOW = /\s+chủ trì,?\s+phối hợp\s(?:với\s)?.{3,}$/u;
const LONGEST_BODY = 220;

/**
 * The body that a provision's heading names: «Sở Y tế», «Trách nhiệm của Bộ Công an», «Đề nghị các tổ chức cung cấp
 * dịch vụ». With `place`, only where its duties run on after the heading. Null where the heading is anything else.
 */
export function bodyOfHeading(node: Provision, place: FactPlace | null): string | null {
  const { heading } = node;
  if (
    heading === null ||
    heading.length > LONGEST_BODY ||
    node.type === "appendix" ||
    node.type === "chapter"
  )
    return null;
  // «(2) Bộ Công an» is an item of a list, not the head of a section.
  if (node.type === "point" && /^\d/.test(node.number ?? "")) return null;
  if (place !== null && (node.headingSpan?.end ?? 0) >= node.ownSpan.end) return null;
  return bodyNamed(heading);
}

/** A heading is asked for its body by everything that stands under it. */
const bodyNamed = memoise((heading: string): string | null => {
  const body = heading
    .slice(LEAD.exec(heading)?.[0].length ?? 0)
    .replace(LEADS_BELOW, "")
    .replace(HAS_DUTIES, "")
    .trim();
  return startsWithBody(body) && !SENTENCE.test(body) ? body : null;
}, 256);
