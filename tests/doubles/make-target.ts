import type { Target } from "../../src/facts/target.ts";

/** A target of the document «a»: 95 % by 2030; `changes` say what matters to the test. */
export function makeTarget(changes: Partial<Target> = {}): Target {
  return {
    id: "a#0",
    document: "a",
    nature: "target",
    indicator: null,
    name: "tỷ lệ hộ sử dụng nước sạch",
    comparator: "=",
    value: 95,
    value2: null,
    unit: "%",
    scope: null,
    deadline: 2030,
    path: "II.1",
    eId: "sec_II__sec_1",
    locator: "Mục II.1",
    span: { start: 0, end: 10 },
    valueSpan: { start: 7, end: 10 },
    ...changes,
  };
}
