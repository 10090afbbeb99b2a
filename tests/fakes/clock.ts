import type { Clock } from "#core";

/** A clock that moves by hand. */
export interface HandClock extends Clock {
  move(by: Temporal.DurationLike): void;
}

export function createHandClock(start = "2026-11-22T09:00:00Z"): HandClock {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    move: (by) => {
      now = now.add(by);
    },
  };
}
