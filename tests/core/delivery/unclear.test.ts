import { describe, expect, it } from "vitest";
import { createDelivering } from "../../fakes/delivering.ts";

const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe("after an unclear outcome", () => {
  it("a page that is there is not posted again", async () => {
    const scene = await createDelivering({ pages: 2 });
    scene.platform.faults.push("lost");
    const row = await scene.finish();
    expect(scene.platform.posts.map(({ page }) => page)).toEqual([1, 2]);
    expect(row).toMatchObject({ state: "reconciled", pages: [{ found: true }, {}] });
    expect(typesOf(scene.events)).toEqual(["unclear", "retried", "reconciled"]);
  });

  it("a page that is not there is posted, and nothing is marked", async () => {
    const scene = await createDelivering();
    scene.platform.faults.push("reset");
    const row = await scene.finish();
    expect(scene.platform.posts).toHaveLength(1);
    expect(row?.state).toBe("sent");
    expect(row?.pages[0]).not.toHaveProperty("repeated");
  });

  it("the platform is asked only once the post can be found", async () => {
    const scene = await createDelivering();
    scene.platform.faults.push("lost");
    const outcome = await scene.deliver("d1");
    expect(outcome.type === "again" && outcome.at.toString()).toBe("2026-11-22T09:00:10Z");
  });

  it.each(["lost", "reset"] as const)(
    "(%s) where nobody can know it is posted once more and marked",
    async (fault) => {
      const scene = await createDelivering({ finds: false });
      scene.platform.faults.push(fault);
      const row = await scene.finish();
      expect(scene.platform.posts).toHaveLength(fault === "lost" ? 2 : 1);
      expect(row).toMatchObject({ state: "sent", pages: [{ repeated: true }] });
      expect(typesOf(scene.events)).toContain("repeated");
    },
  );

  it("it is not posted a third time: people decide", async () => {
    const scene = await createDelivering({ finds: false });
    scene.platform.faults.push("lost", "lost");
    const row = await scene.finish();
    expect(scene.platform.posts).toHaveLength(2);
    expect(row).toMatchObject({ state: "failed", code: "unclear" });
  });

  it.each([
    [2, "sent"],
    [10, "failed"],
  ] as const)("%i crashes during its call repeat it, within reason: %s", async (kills, state) => {
    const scene = await createDelivering({ finds: false });
    const { send } = scene.platform.adapter;
    for (let kill = 0; kill < kills; kill += 1) {
      const reached = Promise.withResolvers<void>();
      const die: typeof send = async (...call) => {
        await send(...call);
        reached.resolve();
        return new Promise<never>(() => {});
      };
      Object.assign(scene.platform.adapter, { send: die });
      // Another process each time: this one's turn at the platform never ends.
      const outcome = scene.restarted()("d1");
      const ended = await Promise.race([reached.promise, outcome]);
      if (ended?.type === "done") break;
      if (ended?.type === "again") {
        await scene.time.pass(ended.at.since(scene.time.now()));
        kill -= 1;
      }
    }
    Object.assign(scene.platform.adapter, { send });
    const row = await scene.finish("d1", scene.restarted());
    expect(row).toMatchObject({ state, pages: [{ repeated: true }] });
    expect(scene.platform.posts).toHaveLength(state === "sent" ? kills + 1 : 5);
  });

  it("a platform that does not let us look back is one that cannot know", async () => {
    const scene = await createDelivering();
    scene.platform.blind = true;
    scene.platform.faults.push("lost");
    expect(await scene.finish()).toMatchObject({ state: "sent", pages: [{ repeated: true }] });
  });

  it("what a crash left behind is asked for, not posted", async () => {
    const scene = await createDelivering();
    const hanging = new Promise<never>(() => {});
    const { send } = scene.platform.adapter;
    const reached = new Promise<void>((resolve) => {
      Object.assign(scene.platform.adapter, {
        send: async (...call: Parameters<typeof send>) => {
          await send(...call);
          resolve();
          return hanging;
        },
      });
    });
    scene.deliver("d1").catch(() => {});
    await reached;
    expect((await scene.store.ledger.interrupted()).map(({ id }) => id)).toEqual(["d1"]);
    Object.assign(scene.platform.adapter, { send });
    const row = await scene.finish();
    expect(scene.platform.posts).toHaveLength(1);
    expect(row?.state).toBe("reconciled");
  });
});
