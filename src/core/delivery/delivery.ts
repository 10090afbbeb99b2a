/**
 * The ledger's record of one edition on its way to one destination.
 *
 * planned → sending (on disk before the call) → sent | unclear → reconciled | failed
 *
 * `sending` rows found at start, and calls without a clear outcome, become `unclear`: the platform is
 * asked (`find`) before anything is posted again. `withdrawn`: the subscription ended first.
 */
import type { Destination, Page, Receipt } from "../ports.ts";

export interface Delivery {
  /** uuid v5 of subscription and scheduled instant. */
  readonly id: string;
  /** A correction goes below what was posted before, and is no base for the next edition. */
  readonly kind: "digest" | "correction";
  /** Empty for the correction of an answer: nobody subscribed to it. */
  readonly subscription: string;
  /** What a correction is about. */
  readonly claim?: string;
  readonly destination: Destination;
  readonly edition: string;
  /** ISO instant at which it was due. */
  readonly scheduled: string;
  /** Planned after downtime: the post says that it is late. */
  readonly late: boolean;
  readonly state: DeliveryState;
  /** Calls made so far. */
  readonly attempts: number;
  /** ISO instant before which no attempt is made. */
  readonly notBefore: string;
  /** ISO instant of the last change of state. */
  readonly updated: string;
  /** One per page posted or under way, in order. */
  readonly pages: readonly PagePost[];
  /** The platform's word for the last failure. */
  readonly code?: string;
  /** Replica that made the last call, where there are several. */
  readonly by?: string;
}

export type DeliveryState =
  | "planned"
  | "sending"
  | "sent"
  | "unclear"
  | "reconciled"
  | "failed"
  | "withdrawn";

export interface PagePost {
  /** uuid v5 of delivery and page number. */
  readonly key: string;
  /** ISO instant of the call's beginning: how far back `find` must look. */
  readonly started: string;
  readonly receipt?: Receipt;
  /** The receipt is what the platform answered when asked (`find`), after an unclear outcome. */
  readonly found?: boolean;
  /** Posted a second time because the platform could not say whether the first had arrived. */
  readonly repeated?: boolean;
}

/** A page of an edition and where it goes: to the destination, or into the thread below its first page. */
export interface EditionPage {
  readonly page: Page;
  readonly place: "destination" | "below";
}

/** Nothing is left to be done. */
export function isClosed({ state }: Delivery): boolean {
  switch (state) {
    case "sent":
    case "reconciled":
    case "failed":
    case "withdrawn":
      return true;
    case "planned":
    case "sending":
    case "unclear":
      return false;
    default:
      throw new RangeError(`unknown state ${String(state satisfies never)}`);
  }
}
