/** When a delivery is tried again, and for how long. */
import type { Delivery } from "./delivery.ts";
import { pageKey } from "./ids.ts";

/** What was accepted a moment ago may not be findable yet: the platform is asked after this time. */
export const settling = Temporal.Duration.from({ seconds: 10 });
/** A post later than this is given up: its place in the day is gone. */
const longest = Temporal.Duration.from({ hours: 24 });
const first = 5_000;
const most = 15 * 60_000;

/** 5 s, then twice as long each time up to 15 min, a fifth more or less so that many do not come back together. */
export function nextAttempt(delivery: Delivery, now: Temporal.Instant): Temporal.Instant {
  const doubled = Math.min(most, first * 2 ** Math.max(0, delivery.attempts - 1));
  const share = Number.parseInt(delivery.id.slice(-4), 16) / 0xffff;
  const spread = Number.isNaN(share) ? 1 : 0.8 + 0.4 * share;
  return now.add({ milliseconds: Math.round(doubled * spread) });
}

/** True when another attempt would come too late to be of use. */
export function tooLate(delivery: Delivery, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(delivery.scheduled).add(longest), now) < 0;
}

/** The code of a row whose sender died during a call. */
export const interrupted = "interrupted";
/** A delivery may be what kills the process: after so many calls people decide. */
const mostCalls = 5;

/**
 * Whether a page may be posted a third time and on, where nobody can tell if it has arrived. A platform
 * that twice gave no answer may well have taken both; a process that was killed twice in the same
 * delivery has had bad luck, and stopping there would lose it.
 */
export function mayRepeat({ code, attempts }: Delivery): boolean {
  return code === interrupted && attempts < mostCalls;
}

/** A replay starts the time anew. */
export function replayed(delivery: Delivery, now: Temporal.Instant): Delivery {
  const { code: _, ...rest } = delivery;
  const unclear = delivery.pages.some((page) => !page.receipt);
  return {
    ...rest,
    state: unclear ? "unclear" : "planned",
    notBefore: now.toString(),
    updated: now.toString(),
  };
}

/**
 * As after a crash: its next page may have been posted, since the row's time, by somebody whose
 * records are lost. The platform is asked before it is posted.
 */
export function asUnclear(delivery: Delivery, now: Temporal.Instant): Delivery {
  const posted = delivery.pages.filter(({ receipt }) => receipt);
  const [open = { key: pageKey(delivery.id, posted.length + 1), started: delivery.updated }] =
    delivery.pages.slice(posted.length);
  return {
    ...delivery,
    state: "unclear",
    pages: [...posted, open],
    notBefore: now.toString(),
    updated: now.toString(),
  };
}
