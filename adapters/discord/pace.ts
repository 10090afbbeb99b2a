/**
 * Keeps requests away from a limit that Discord has named, until it ends. Short waits are waited out
 * here; longer ones are the caller's to plan. Counts real time that no clock change can bend.
 */
import { RateLimitError } from "discord.js";
import { DeliveryError } from "#core";
import { waitOf } from "./delivery-error.ts";
import { createRecent } from "./recent.ts";

/** Milliseconds. */
const patience = 2_000;
const attempts = 5;

export interface Pace {
  /**
   * Runs a request of a channel or route.
   * @throws DeliveryError `later` when a limit forbids it for longer; it was surely not done then.
   */
  keep<Answer>(bucket: string, request: () => Promise<Answer>): Promise<Answer>;
}

export function createPace(): Pace {
  /** When it ends, in milliseconds of `performance.now()`. */
  const held = createRecent<number>(10_000);
  const everything = "everything";
  const left = (bucket: string) =>
    Math.max(held.get(bucket) ?? 0, held.get(everything) ?? 0) - performance.now();

  return {
    async keep(bucket, request) {
      for (let attempt = 1; ; attempt++) {
        const rest = left(bucket);
        if (rest > patience || (rest > 0 && attempt > attempts)) throw limited(rest);
        if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
        try {
          return await request();
        } catch (error) {
          if (!(error instanceof RateLimitError)) throw error;
          const wait = waitOf(error);
          held.set(error.global ? everything : bucket, performance.now() + wait);
          if (attempt >= attempts) throw limited(wait);
        }
      }
    },
  };
}

function limited(milliseconds: number): DeliveryError {
  const retryAfter = Temporal.Duration.from({ milliseconds: Math.ceil(milliseconds) });
  return new DeliveryError("Discord's rate limit", { retry: "later", code: "429", retryAfter });
}
