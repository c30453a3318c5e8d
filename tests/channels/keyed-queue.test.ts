import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createKeyedQueue } from "../../src/channels/keyed-queue.ts";

it("runs the jobs of a key in order, never more at once than allowed, whatever fails", async () => {
  const jobs = fc.array(
    fc.record({ key: fc.constantFrom("a", "b", "c", "d"), ms: fc.nat(2), fails: fc.boolean() }),
    {
      maxLength: 40,
    },
  );
  await fc.assert(
    fc.asyncProperty(jobs, fc.integer({ min: 1, max: 4 }), async (list, concurrency) => {
      const done: number[] = [];
      let running = 0;
      let failures = 0;
      const queue = createKeyedQueue({ concurrency, capacity: 5, onError: () => failures++ });
      list.forEach(({ key, ms, fails }, index) => {
        queue.add(key, async () => {
          expect(++running).toBeLessThanOrEqual(concurrency);
          await sleep(ms);
          running--;
          done.push(index);
          if (fails) throw new Error("failed");
        });
      });
      await queue.idle();
      expect(done.length).toBe(list.length);
      expect(failures).toBe(list.filter(({ fails }) => fails).length);
      for (const key of "abcd") {
        const order = done.filter((index) => list[index]?.key === key);
        expect(order).toEqual([...order].sort((x, y) => x - y));
      }
    }),
    { numRuns: 30 },
  );
});

it("has room again when enough is done", async () => {
  const queue = createKeyedQueue({ concurrency: 1, capacity: 2, onError: () => undefined });
  let done = 0;
  for (let i = 0; i < 3; i++) {
    queue.add("a", async () => {
      await sleep(5);
      done++;
    });
  }
  await queue.room();
  expect(done).toBe(2);
});
