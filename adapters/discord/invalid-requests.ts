/**
 * Keeps the bot away from Discord's ban: 10,000 requests answered with 401, 403 or 429 in ten
 * minutes close its address.
 * https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
import { type Clock, DeliveryError } from "#core";

/** A twentieth of what brings the ban. */
const most = 500;
const window = Temporal.Duration.from({ minutes: 10 });

export interface InvalidRequests {
  count(): void;
  /** @throws DeliveryError `later` when there were too many. */
  check(): void;
}

export function createInvalidRequests(clock: Clock): InvalidRequests {
  let times: Temporal.Instant[] = [];
  return {
    count() {
      times.push(clock.now());
    },
    check() {
      if (times.length < most) return;
      const now = clock.now();
      const since = now.subtract(window);
      times = times.filter((time) => Temporal.Instant.compare(time, since) > 0);
      const [oldest] = times;
      if (times.length < most || !oldest) return;
      throw new DeliveryError("Too many requests were refused; waiting to stay clear of a ban", {
        retry: "later",
        code: "too-many-invalid",
        retryAfter: now.until(oldest.add(window)),
      });
    },
  };
}
