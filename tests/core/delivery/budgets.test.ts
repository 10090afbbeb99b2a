import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketsOf, createGate, createMemoryBudgets } from "#core";
import { budgetsContract } from "../../contracts/budgets.ts";
import { createHandTime } from "../../fakes/time.ts";

budgetsContract("budgets in memory", async () => ({
  budgets: createMemoryBudgets(),
  close: async () => {},
}));

describe("the buckets of a destination", () => {
  it("are those that its platform states, narrowest first", () => {
    const to = { platform: "slack", workspace: "T1", channel: "C1", thread: "slack:T1:C1:9" };
    const budgets = [
      { per: "platform", posts: 50, seconds: 1 },
      { per: "channel", posts: 1, seconds: 1 },
    ] as const;
    expect(bucketsOf(to, budgets).map(({ key }) => key)).toEqual(["slack:T1:C1", "slack"]);
    expect(bucketsOf(to)).toEqual([]);
  });
});

describe("the gate", () => {
  it("never lets more through than any window allows, and loses no time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 }),
        async (posts, seconds, channels) => {
          const time = createHandTime();
          const gate = createGate({
            budgets: createMemoryBudgets(),
            clock: time,
            sleep: time.sleep,
          });
          const passed: { channel: number; at: number }[] = [];
          const all = channels.map(async (channel) => {
            await gate.pass([
              { key: `p:${channel}`, posts: 1, seconds: 1 },
              { key: "p", posts, seconds },
            ]);
            passed.push({ channel, at: time.now().epochMilliseconds });
          });
          while (passed.length < channels.length && (await time.next()));
          await Promise.all(all);
          for (const { at } of passed) {
            const window = passed.filter((each) => each.at >= at && each.at < at + seconds * 1000);
            expect(window.length).toBeLessThanOrEqual(posts);
          }
          for (const { at, channel } of passed) {
            const same = passed.filter((each) => each.channel === channel);
            expect(same.filter((each) => each.at >= at && each.at < at + 1000)).toHaveLength(1);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("does not let a busy channel hold up its workspace", async () => {
    const time = createHandTime();
    const gate = createGate({ budgets: createMemoryBudgets(), clock: time, sleep: time.sleep });
    const workspace = { key: "w", posts: 100, seconds: 1 };
    const passed: string[] = [];
    const pass = (channel: string, name: string) =>
      gate.pass([{ key: channel, posts: 1, seconds: 60 }, workspace]).then(() => passed.push(name));
    const all = [pass("a", "a1"), pass("a", "a2"), pass("b", "b1")];
    await time.pass({ seconds: 1 });
    expect(passed).toEqual(["a1", "b1"]);
    await time.pass({ minutes: 2 });
    await Promise.all(all);
    expect(passed).toEqual(["a1", "b1", "a2"]);
  });
});
