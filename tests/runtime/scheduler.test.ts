import { describe, expect, it } from "vitest";
import type { Planned } from "#core";
import { createScheduler } from "../../src/runtime/scheduler.ts";
import { createFakeLog } from "../fakes/log.ts";

function scene({ leads = true, plan }: { leads?: boolean; plan?: () => Promise<Planned> } = {}) {
  const calls: string[] = [];
  const { log, entries } = createFakeLog();
  const scheduler = createScheduler({
    plan:
      plan ??
      (async () => {
        calls.push("plan");
        return { due: 1, deliveries: ["d1"], late: 0, passedOver: 0 };
      }),
    outbox: {
      added: async (ids) => {
        calls.push(`added ${ids}`);
      },
      poke: async () => {
        calls.push("poke");
      },
    },
    leads: () => leads,
    log,
    observe: ({ due }) => calls.push(`observed ${due}`),
  });
  return { scheduler, calls, entries };
}

describe("a tick", () => {
  it("plans what is due and hands it to the outbox", async () => {
    const { scheduler, calls } = scene();
    await scheduler.tick();
    expect(calls).toEqual(["plan", "observed 1", "added d1", "poke"]);
  });

  it("is one at a time", async () => {
    const { scheduler, calls } = scene();
    await Promise.all([scheduler.tick(), scheduler.tick()]);
    expect(calls.filter((call) => call === "plan")).toHaveLength(1);
  });

  it("of a replica that stands by only looks after its own work", async () => {
    const { scheduler, calls } = scene({ leads: false });
    await scheduler.tick();
    expect(calls).toEqual(["poke"]);
  });

  it("that fails is logged, and the next one tries again", async () => {
    let fails = true;
    const { scheduler, entries } = scene({
      plan: async () => {
        if (fails) throw new Error("disk full");
        return { due: 0, deliveries: [], late: 0, passedOver: 0 };
      },
    });
    await scheduler.tick();
    expect(entries.map(({ event }) => event)).toEqual(["tick-failed"]);
    fails = false;
    await scheduler.tick();
    expect(entries).toHaveLength(1);
  });

  it("comes at the start and can be stopped", async () => {
    const { scheduler, calls } = scene();
    await scheduler.start();
    expect(calls[0]).toBe("plan");
    await scheduler.stop();
  });
});
