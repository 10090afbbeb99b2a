/** A standing order for a digest: where, when, about what, how much. Plain JSON. */
import type { Depth } from "../command/command.ts";
import type { Destination, ThreadId } from "../ports.ts";
import type { QuietHours } from "./next-run.ts";
import type { Schedule } from "./schedule.ts";

export interface Subscription {
  readonly id: string;
  readonly destination: Destination;
  readonly dossier: string;
  readonly schedule: Schedule;
  /** Empty: everything. */
  readonly filter: Filter;
  readonly depth: Depth;
  /** Local hours in which nothing is posted; a run that falls in waits for their end. */
  readonly quietHours?: QuietHours;
  /** What happens on a day without changes. */
  readonly quietDays: "short" | "skip";
  /** `thread`: all editions go into one standing thread. */
  readonly placement: "channel" | "thread";
  readonly standingThread?: ThreadId;
  readonly state: SubscriptionState;
  /** ISO instant of the next run; absent while off. */
  readonly nextRunAt?: string;
  /** Edition that this destination got last: the base of its next one. */
  readonly lastEdition?: string;
  /** Told when the subscription has to stop. The platform's id. */
  readonly owner: string;
  readonly created: string;
  /** Who changed what and when, oldest first. */
  readonly changes: readonly SubscriptionChange[];
}

export interface Filter {
  readonly topics: readonly string[];
  readonly actors: readonly string[];
  /** Topics to leave out: what is chiefly about one of them is not shown. */
  readonly less?: readonly string[];
}

export type SubscriptionState =
  | { readonly type: "active" }
  /** Runs again by itself at `until` (ISO instant), or when resumed. */
  | { readonly type: "paused"; readonly until?: string }
  /** Switched off because the platform said that the place is gone or closed to the bot. */
  | { readonly type: "off"; readonly code: string; readonly at: string };

export interface SubscriptionChange {
  readonly at: string;
  /** The platform's id of the person; `bot` for what the bot did itself. */
  readonly person: string;
  /** As in `depth headline`. */
  readonly what: string;
}
