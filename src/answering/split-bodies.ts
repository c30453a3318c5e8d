import { startsWithBody } from "../facts/body-phrase.ts";

/**
 * The bodies that a printed list names, one by one: «Sở Tài chính; Sở Y tế và UBND các xã, phường». A comma or «và»
 * parts two bodies only where another one begins after it («Sở Nông nghiệp và Môi trường» is one).
 */
export function splitBodies(printed: string): string[] {
  const bodies: string[] = [];
  let start = 0;
  for (const match of printed.matchAll(/;\s*|,\s+(?:và\s+)?|\s+(?:và|cùng)\s+/gu)) {
    const next = printed.slice(match.index + match[0].length).replace(/^[-–+•\s]+/u, "");
    if (!match[0].startsWith(";") && !startsWithBody(next)) continue;
    bodies.push(printed.slice(start, match.index));
    start = match.index + match[0].length;
  }
  bodies.push(printed.slice(start));
  return bodies.map((body) => body.replace(/^[-–+•\s]+|[\s.,;]+$/gu, "")).filter((body) => body !== "");
}
