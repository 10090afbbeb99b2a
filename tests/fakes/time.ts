import type { Clock, Sleep } from "#core";

/** Time that moves by hand, and those who sleep in it. */
export interface HandTime extends Clock {
  readonly sleep: Sleep;
  /** Moves on, waking sleepers in order, each at its own moment. */
  pass(by: Temporal.DurationLike): Promise<void>;
  /** Moves on to where the next one wakes; false when nobody sleeps. */
  next(): Promise<boolean>;
}

export function createHandTime(start = "2026-11-22T09:00:00Z"): HandTime {
  let now = Temporal.Instant.from(start);
  const sleepers: { readonly until: Temporal.Instant; readonly wake: () => void }[] = [];
  const compare = Temporal.Instant.compare;
  const first = () => sleepers.toSorted((a, b) => compare(a.until, b.until))[0];

  async function wakeAt(instant: Temporal.Instant): Promise<void> {
    if (compare(instant, now) > 0) now = instant;
    for (const sleeper of sleepers.filter(({ until }) => compare(until, now) <= 0)) {
      sleepers.splice(sleepers.indexOf(sleeper), 1);
      sleeper.wake();
    }
    await settle();
  }

  return {
    now: () => now,
    sleep: (until) =>
      compare(until, now) <= 0
        ? Promise.resolve()
        : new Promise((wake) => {
            sleepers.push({ until, wake });
          }),
    async pass(by) {
      const end = now.add(by);
      await settle();
      for (let one = first(); one && compare(one.until, end) <= 0; one = first()) {
        await wakeAt(one.until);
      }
      await wakeAt(end);
    },
    async next() {
      await settle();
      const one = first();
      if (one) await wakeAt(one.until);
      return one !== undefined;
    },
  };
}

/** Lets everything that waits for promises and for nothing else run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
