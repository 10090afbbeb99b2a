/** Runs the forgetting: at the start, and four times a day while the bot is up. */
import { type Clock, forgetOld, type Log, type Store } from "#core";

const every = Temporal.Duration.from({ hours: 6 }).total("milliseconds");

export interface Retention {
  stop(): void;
}

export function startRetention(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly days: number;
}): Retention {
  const { store, clock, log, days } = parts;
  const run = () => {
    forgetOld(store, clock.now(), days).then(
      (forgotten) => log.info("forgotten", { ...forgotten }),
      (error: unknown) => log.error("forgetting-failed", { error }),
    );
  };
  run();
  // What is only housekeeping must not keep the process alive.
  const timer = setInterval(run, every).unref();
  return { stop: () => clearInterval(timer) };
}
