/** Forgets what people said once it is older than the operator wants to keep it. */
import type { Store } from "./ports.ts";

/** Platforms repeat an event for minutes, at most hours; a week is generous. */
const seenDays = 7;

/** Deliveries and editions hold nobody's words. Corrections reach as far back as they do. */
const deliveryDays = 30;

/** How many records of each kind were forgotten. */
export interface Forgotten {
  readonly conversations: number;
  readonly unanswered: number;
  readonly seen: number;
  readonly notes: number;
  readonly deliveries: number;
  readonly editions: number;
}

/** To be run now and then; running it twice changes nothing. */
export async function forgetOld(
  { conversations, unanswered, seen, notes, ledger, editions }: Store,
  now: Temporal.Instant,
  retentionDays: number,
): Promise<Forgotten> {
  const before = (days: number) => now.subtract({ hours: days * 24 });
  return {
    conversations: await conversations.forgetBefore(before(retentionDays)),
    unanswered: await unanswered.forgetBefore(before(retentionDays)),
    seen: await seen.forgetBefore(before(seenDays)),
    notes: await notes.forgetBefore(before(retentionDays)),
    // In this order: an edition stays for as long as a delivery or a subscription needs it.
    deliveries: await ledger.forgetBefore(before(deliveryDays)),
    editions: await editions.forgetBefore(before(deliveryDays)),
  };
}
