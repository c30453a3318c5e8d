import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTargets } from "../../src/facts/compare-targets.ts";
import { makeTarget } from "../doubles/make-target.ts";

const water = makeTarget();
const poverty = makeTarget({ name: "tỷ lệ hộ nghèo đa chiều", comparator: "<", value: 1 });
const beds = makeTarget({ name: "số giường bệnh", value: 32, unit: "giường/10.000 dân" });

describe("comparing two versions' targets", () => {
  test("tells what was added, removed and changed, and counts what stayed", () => {
    const higher = makeTarget({ value: 98 });
    const difference = compareTargets([water, poverty], [higher, beds]);
    expect(difference).toEqual({
      added: [beds],
      removed: [poverty],
      changed: [{ before: water, after: higher }],
      unchangedCount: 0,
    });
  });

  test("a reworded target of the same indicator is the same target", () => {
    const before = makeTarget({ indicator: "clean-water" });
    const after = makeTarget({
      indicator: "clean-water",
      name: "người dân được cấp nước hợp vệ sinh",
      value: 97,
    });
    expect(compareTargets([before], [after]).changed).toEqual([{ before, after }]);
  });

  test("figures of one indicator for two scopes are not taken for one another", () => {
    const town = makeTarget({ indicator: "clean-water", scope: "thành thị", value: 100 });
    const land = makeTarget({ indicator: "clean-water", scope: "nông thôn", value: 80 });
    const landRaised = { ...land, value: 85 };
    expect(compareTargets([town, land], [landRaised, town])).toMatchObject({
      changed: [{ before: land, after: landRaised }],
      unchangedCount: 1,
    });
  });

  test.each([
    { unit: "hộ" },
    { deadline: 2035 },
    { comparator: ">=" as const },
    { nature: "baseline" as const },
  ])("a change of %j alone is a change", (change) => {
    expect(compareTargets([water], [makeTarget(change)]).changed).toHaveLength(1);
  });

  test("a version compared with itself has not changed, and every target is accounted for", () => {
    const target = fc
      .record({
        name: fc.constantFrom("hộ nghèo", "nước sạch nông thôn", "giường bệnh", "thất nghiệp thành thị"),
        value: fc.integer({ min: 0, max: 5 }),
        deadline: fc.constantFrom(2025, 2030, null),
      })
      .map(makeTarget);
    fc.assert(
      fc.property(fc.array(target, { maxLength: 12 }), fc.array(target, { maxLength: 12 }), (a, b) => {
        expect(compareTargets(a, a)).toMatchObject({
          added: [],
          removed: [],
          changed: [],
          unchangedCount: a.length,
        });
        const { added, removed, changed, unchangedCount } = compareTargets(a, b);
        expect(removed.length + changed.length + unchangedCount).toBe(a.length);
        expect(added.length + changed.length + unchangedCount).toBe(b.length);
      }),
    );
  });
});
