/**
 * Connecting to a platform that may be down when the bot starts, or whose token is being mended. One
 * platform's outage must not keep the others from answering.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "#core";

export interface Attempts {
  /** Resolves when the work has succeeded or was given up; never rejects. */
  readonly done: Promise<void>;
  giveUp(): void;
}

/** Waits between attempts double from 2 seconds to 5 minutes. */
export function keepTrying(
  work: () => Promise<void>,
  log: Log,
  about: string,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown> = (milliseconds, signal) =>
    sleep(milliseconds, undefined, { signal }),
): Attempts {
  const ending = new AbortController();
  async function attempt(pause: number): Promise<void> {
    if (ending.signal.aborted) return;
    try {
      await work();
    } catch (error) {
      log.error("connecting-failed", { about, error, retryInSeconds: pause / 1_000 });
      await wait(pause, ending.signal).catch(() => undefined);
      await attempt(Math.min(pause * 2, 300_000));
    }
  }
  return { done: attempt(2_000), giveUp: () => ending.abort() };
}
