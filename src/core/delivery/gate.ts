/** Lets posts through at the pace that the budgets allow, first come first served. */
import type { Clock } from "../ports.ts";
import type { Bucket, Budgets } from "./budgets.ts";

/** Resolves at the instant or later; rejects when the work is called off. */
export type Sleep = (until: Temporal.Instant) => Promise<void>;

export interface Gate {
  /** Resolves when a post may leave, and counts it. What comes back is called when it does leave. */
  pass(buckets: readonly Bucket[]): Promise<() => Promise<void>>;
}

export function createGate({
  budgets,
  clock,
  sleep,
}: {
  readonly budgets: Budgets;
  readonly clock: Clock;
  readonly sleep: Sleep;
}): Gate {
  // One at a time asks for the widest bucket, so that a thousand waiting posts do not ask together.
  const queues = new Map<string, Promise<void>>();

  async function inTurn(key: string, work: () => Promise<Temporal.Instant | undefined>) {
    const before = queues.get(key) ?? Promise.resolve();
    const turn = before.then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    queues.set(key, settled);
    try {
      return await turn;
    } finally {
      if (queues.get(key) === settled) queues.delete(key);
    }
  }

  return {
    async pass(buckets) {
      const widest = buckets.at(-1);
      if (!widest) return async () => {};
      let at = clock.now();
      for (;;) {
        const narrow = await inTurn(widest.key, async () => {
          for (;;) {
            at = clock.now();
            const taken = await budgets.take(buckets, at);
            if (taken.type === "taken") return undefined;
            // A channel that is not open yet must not hold up the others of its workspace.
            if (taken.key !== widest.key) return taken.until;
            await sleep(taken.until);
          }
        });
        if (!narrow) break;
        await sleep(narrow);
      }
      const taken = at;
      return () => budgets.left(buckets, taken, clock.now());
    },
  };
}
