/** Turns what is due into planned deliveries, and moves each subscription on to its next run. */
import type { Depth } from "../command/command.ts";
import type { Edition } from "../digest/edition.ts";
import { nextRun } from "../digest/next-run.ts";
import type { Filter, Subscription } from "../digest/subscription.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { Clock, Library, Log, Move, Store } from "../ports.ts";
import type { Delivery } from "./delivery.ts";
import { deliveryId } from "./ids.ts";

/** What an edition is a function of, and the clock. */
export interface EditionRequest {
  readonly dossier: Dossier;
  readonly filter: Filter;
  readonly depth: Depth;
  /** Local ISO day and time, as in `2026-11-22 08:00`; without zone, so that places share it. */
  readonly slot: string;
  /** Edition that the destination got last. */
  readonly base: Edition | undefined;
  readonly now: Temporal.Instant;
}

export interface PlanParts {
  readonly store: Pick<Store, "subscriptions" | "editions" | "ledger">;
  readonly library: Library;
  /** Known before anything is composed: an edition that is kept already is not made again. */
  readonly editionId: (request: EditionRequest) => string;
  readonly compose: (request: EditionRequest) => Edition;
  readonly clock: Clock;
  readonly log: Log;
  /** Lets everything else have its turn. */
  readonly yieldTurn: () => Promise<void>;
}

export interface Planned {
  /** Subscriptions whose time had come. */
  readonly due: number;
  /** Ids of the deliveries that are new. */
  readonly deliveries: readonly string[];
  readonly late: number;
  /** Runs for which nothing goes out: too long ago, or a quiet day that is to be skipped. */
  readonly passedOver: number;
}

// Each is one transaction, and nothing else runs while the embedded store is in one.
const batch = 100;
// A tick comes every minute, and many editions take a while to compose.
const lateAfter = Temporal.Duration.from({ minutes: 15 });

/** One batch. */
async function planBatch(parts: PlanParts): Promise<Planned> {
  const { store, clock } = parts;
  const now = clock.now();
  const due = await store.subscriptions.due(now, batch);
  const deliveries: Delivery[] = [];
  const moves: Move[] = [];
  for (const subscription of due) {
    const from = subscription.nextRunAt;
    if (from === undefined) continue;
    const run = lastRun(subscription, now);
    const next = nextRun(subscription.schedule, now, subscription.quietHours);
    moves.push({ subscription: subscription.id, from, ...(next && { to: next.toString() }) });
    const delivery = run && (await planOne(parts, subscription, run, now));
    if (delivery) deliveries.push(delivery);
    await parts.yieldTurn();
  }
  const fresh = new Set(await store.ledger.plan(deliveries, moves));
  const planned = deliveries.filter(({ id }) => fresh.has(id));
  return {
    due: due.length,
    deliveries: planned.map(({ id }) => id),
    late: planned.filter(({ late }) => late).length,
    passedOver: due.length - deliveries.length,
  };
}

/** All that is due now. */
export async function planDue(parts: PlanParts): Promise<Planned> {
  let all: Planned = { due: 0, deliveries: [], late: 0, passedOver: 0 };
  for (;;) {
    const one = await planBatch(parts);
    all = {
      due: all.due + one.due,
      deliveries: [...all.deliveries, ...one.deliveries],
      late: all.late + one.late,
      passedOver: all.passedOver + one.passedOver,
    };
    if (one.due < batch) return all;
    await parts.yieldTurn();
  }
}

/**
 * The latest run that has come, unless it is longer ago than the catch-up window: 12 hours, or three
 * days where runs lie four days or more apart. Earlier runs are passed over: never a burst.
 */
function lastRun(
  { schedule, quietHours, nextRunAt }: Subscription,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  if (nextRunAt === undefined) return undefined;
  const first = Temporal.Instant.from(nextRunAt);
  const second = nextRun(schedule, first, quietHours);
  const apart = second ? second.since(first).total("hours") : Number.POSITIVE_INFINITY;
  const earliest = now.subtract({ hours: apart >= 96 ? 72 : 12 });
  let run: Temporal.Instant | undefined = isBefore(first, earliest)
    ? nextRun(schedule, earliest.subtract({ nanoseconds: 1 }), quietHours)
    : first;
  let last: Temporal.Instant | undefined;
  while (run && !isBefore(now, run)) {
    last = run;
    run = nextRun(schedule, run, quietHours);
  }
  return last;
}

async function planOne(
  parts: PlanParts,
  subscription: Subscription,
  run: Temporal.Instant,
  now: Temporal.Instant,
): Promise<Delivery | undefined> {
  const { id, state } = subscription;
  if (state.type === "paused" && (await stillPaused(parts, subscription, now))) return undefined;
  const edition = await editionOf(parts, subscription, run, now).catch((error: unknown) => {
    // One subscription whose dossier is gone must not keep the others from their digest.
    parts.log.error("edition-not-composed", { subscription: id, error });
    return undefined;
  });
  if (!edition || (edition.quiet && subscription.quietDays === "skip")) return undefined;
  const { destination, placement, standingThread } = subscription;
  const thread = placement === "thread" ? standingThread : undefined;
  return {
    id: deliveryId(id, run),
    kind: "digest",
    subscription: id,
    destination: thread === undefined ? destination : { ...destination, thread },
    edition: edition.id,
    scheduled: run.toString(),
    late: isBefore(run.add(lateAfter), now),
    state: "planned",
    attempts: 0,
    notBefore: run.toString(),
    updated: now.toString(),
    pages: [],
  };
}

/** A pause that has come to its end is over. */
async function stillPaused(
  { store }: PlanParts,
  { id, state }: Subscription,
  now: Temporal.Instant,
): Promise<boolean> {
  if (state.type !== "paused" || state.until === undefined) return true;
  if (isBefore(now, Temporal.Instant.from(state.until))) return true;
  const changed = await store.subscriptions.change(id, (current) =>
    current.state.type === "paused" ? { ...current, state: { type: "active" } } : current,
  );
  return changed?.state.type !== "active";
}

async function editionOf(
  { store, library, editionId, compose }: PlanParts,
  { dossier, filter, depth, schedule, lastEdition }: Subscription,
  run: Temporal.Instant,
  now: Temporal.Instant,
): Promise<Edition> {
  const local = run.toZonedDateTimeISO(schedule.zone).toPlainDateTime();
  const request: EditionRequest = {
    dossier: library.get(dossier),
    filter,
    depth,
    slot: `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: "minute" })}`,
    base: lastEdition === undefined ? undefined : await store.editions.get(lastEdition),
    now,
  };
  const kept = await store.editions.get(editionId(request));
  return kept ?? store.editions.keep(compose(request));
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;
