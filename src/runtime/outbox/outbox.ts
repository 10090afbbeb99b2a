/** Carries planned deliveries to their platforms. Two back ends: `embedded.ts` and `pg-boss.ts`. */
import { type Adapter, bucketsOf, type Clock, type Destination, type Sleep, Stopped } from "#core";

export interface Outbox {
  /** Takes up what a crash left behind, then works until it is stopped. */
  start(): Promise<void>;
  /** These are planned now. */
  added(ids: readonly string[]): Promise<void>;
  /** Looks again: something may have come due, or been missed. */
  poke(): Promise<void>;
  /** Ends what is under way; what has not begun waits for the next start. */
  stop(): Promise<void>;
}

/** What waits for the same budget, as the beginning of a destination's text: `chat:`, `chat:T1:`. */
export function laneOf(
  destination: Destination,
  adapters: ReadonlyMap<string, Pick<Adapter, "budgets">>,
): string {
  const budgets = adapters.get(destination.platform)?.budgets;
  return `${bucketsOf(destination, budgets).at(-1)?.key ?? destination.platform}:`;
}

// Longer waits than this overflow a timer.
const longestTimer = 24 * 60 * 60_000;

/** Sleeps by the machine's timers. Rejects with `Stopped` once the signal is given. */
export function sleepBy(clock: Clock, signal: AbortSignal): Sleep {
  return (until) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(new Stopped());
      };
      const wait = Math.ceil(until.since(clock.now()).total("milliseconds"));
      const timer = setTimeout(
        () => {
          signal.removeEventListener("abort", stop);
          resolve();
        },
        Math.min(Math.max(wait, 0), longestTimer),
      );
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    });
}
