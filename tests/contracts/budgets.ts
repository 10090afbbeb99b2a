/** What every keeper of send budgets does. */
import { describe, expect, it } from "vitest";
import type { Bucket, Budgets } from "#core";

const start = Temporal.Instant.from("2026-11-22T09:00:00Z");
const since = (milliseconds: number) => start.add({ milliseconds });
const channel: Bucket = { key: "slack:T1:C1", posts: 1, seconds: 1 };
const workspace: Bucket = { key: "slack:T1", posts: 3, seconds: 2 };

export function budgetsContract(
  name: string,
  open: () => Promise<{ readonly budgets: Budgets; close(): Promise<void> }>,
): void {
  describe(`${name} let through what a platform takes`, () => {
    const using = async (work: (budgets: Budgets) => Promise<void>): Promise<void> => {
      const { budgets, close } = await open();
      try {
        await work(budgets);
      } finally {
        await close();
      }
    };

    it("and no more in any window, wherever it begins", () =>
      using(async (budgets) => {
        for (const at of [0, 900, 1800]) {
          expect(await budgets.take([workspace], since(at))).toEqual({ type: "taken" });
        }
        // Three in two seconds, and a little more time for the way to the platform.
        const wait = { type: "wait", until: since(2040), key: "slack:T1" };
        expect(await budgets.take([workspace], since(1900))).toEqual(wait);
        expect(await budgets.take([workspace], since(2039))).toEqual(wait);
        expect(await budgets.take([workspace], since(2040))).toEqual({ type: "taken" });
        expect((await budgets.take([workspace], since(2041))).type).toBe("wait");
      }));

    it("counted from when a post really left", () =>
      using(async (budgets) => {
        expect(await budgets.take([channel], since(0))).toEqual({ type: "taken" });
        await budgets.left([channel], since(0), since(300));
        expect(await budgets.take([channel], since(1100))).toEqual({
          type: "wait",
          until: since(1320),
          key: "slack:T1:C1",
        });
      }));

    it("from all buckets or from none", () =>
      using(async (budgets) => {
        const both = [channel, workspace];
        expect(await budgets.take(both, since(0))).toEqual({ type: "taken" });
        expect(await budgets.take(both, since(100))).toMatchObject({ key: "slack:T1:C1" });
        const other = { ...channel, key: "slack:T1:C2" };
        expect(await budgets.take([other, workspace], since(100))).toEqual({ type: "taken" });
        const third = { ...channel, key: "slack:T1:C3" };
        expect(await budgets.take([third, workspace], since(100))).toEqual({ type: "taken" });
        expect(await budgets.take([third, workspace], since(1500))).toMatchObject({
          key: "slack:T1",
        });
      }));

    it("and nothing at all while the platform asks for quiet", () =>
      using(async (budgets) => {
        await budgets.hold("slack:T1", since(30_000));
        await budgets.hold("slack:T1", since(10_000));
        expect(await budgets.take([channel, workspace], since(29_999))).toEqual({
          type: "wait",
          until: since(30_000),
          key: "slack:T1",
        });
        expect(await budgets.take([channel, workspace], since(30_000))).toEqual({ type: "taken" });
      }));
  });
}
