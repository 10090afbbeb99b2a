import { uuidV5 } from "./uuid.ts";

// Backchannel's own namespace. Changing it would make every planned delivery look new.
const namespace = "5b0b3f0e-5f1d-4c43-9a37-2c6c3f1f6f0a";

/** The same for one subscription and scheduled instant, whoever plans it. */
export function deliveryId(subscription: string, scheduled: Temporal.Instant): string {
  return uuidV5(namespace, `${subscription}\n${scheduled}`);
}

/** A correction of what digests and answers in a thread said: one for each claim. */
export function correctionId(thread: string, claim: string): string {
  return uuidV5(namespace, `correction\n${thread}\n${claim}`);
}

/** Key that a post carries, so that it is recognised. Pages are numbered from 1. */
export function pageKey(delivery: string, number: number): string {
  return uuidV5(delivery, String(number));
}
