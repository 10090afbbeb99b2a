/**
 * Keeps the bot away from Discord's ban: 10,000 requests answered with 401, 403 or 429 in ten
 * minutes close its address.
 * https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
import { type Clock, DeliveryError } from "#core";

/** A twentieth of what brings the ban: nothing at all is tried then. */
const mostRefused = 500;
const window = Temporal.Duration.from({ minutes: 10 });
/** Counted together. */
const slot = 10_000;

/** What may be refused is tried while refusals stay below this share of all posts. */
const share = 1 / 100;
/** So few do no harm, however little is posted. */
const few = 10;

export interface InvalidRequests {
  posted(): void;
  refused(): void;
  /** @throws DeliveryError `later` when there were too many. */
  check(): void;
  /**
   * Leave to try what may be refused: call what comes back when it has ended. Undefined when in ten
   * minutes more than a few, and more than a hundredth of all posts, could be refused.
   */
  dare(): (() => void) | undefined;
}

interface Slot {
  readonly at: number;
  posted: number;
  refused: number;
}

export function createInvalidRequests(clock: Clock): InvalidRequests {
  let slots: Slot[] = [];
  let daring = 0;

  function current(): Slot {
    const at = Math.floor(clock.now().epochMilliseconds / slot) * slot;
    const last = slots.at(-1);
    if (last?.at === at) return last;
    const begun = { at, posted: 0, refused: 0 };
    const since = at - window.total("milliseconds");
    slots = [...slots.filter((each) => each.at > since), begun];
    return begun;
  }
  const sum = (what: "posted" | "refused") => {
    current();
    return slots.reduce((total, each) => total + each[what], 0);
  };

  return {
    posted() {
      current().posted += 1;
    },
    refused() {
      current().refused += 1;
    },
    check() {
      if (sum("refused") < mostRefused) return;
      const oldest = slots.find(({ refused }) => refused > 0)?.at ?? 0;
      const end = Temporal.Instant.fromEpochMilliseconds(oldest + slot).add(window);
      throw new DeliveryError("Too many requests were refused; waiting to stay clear of a ban", {
        retry: "later",
        code: "too-many-invalid",
        retryAfter: clock.now().until(end),
      });
    },
    dare() {
      const refused = sum("refused");
      const most = Math.max(few, (sum("posted") + refused) * share);
      if (refused + daring + 1 > most) return undefined;
      daring += 1;
      return () => {
        daring -= 1;
      };
    },
  };
}
