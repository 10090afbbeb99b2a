/** Chooses what an edition tells, apart from how much of it each depth says. */
import { agendaOn, type Milestone, type Trigger } from "../../briefing/agenda-items.ts";
import { claimsIn, openDisputes } from "../../briefing/dispute-card.ts";
import { byConsequence, lastDay, spread } from "../../briefing/select.ts";
import { isFresh, keyPoints, latestTrend } from "../../briefing/situation.ts";
import type { Claim, Dispute, Dossier } from "../../dossier/dossier.ts";
import { parseEdtf } from "../../dossier/edtf.ts";
import type { TrendRecord } from "../../dossier/schema.ts";
import type { Edition } from "../edition.ts";
import { matches } from "../filter.ts";
import type { Filter } from "../subscription.ts";
import { changeCount, type Difference, differenceSince } from "./difference.ts";
import { fromTheFile } from "./from-the-file.ts";
import { type LookBack, lookBack } from "./look-back.ts";
import { type Anniversary, onThisDay } from "./on-this-day.ts";
import { dayOfSlot, turnOfDay } from "./slot.ts";

export interface Selection {
  readonly day: Temporal.PlainDate;
  /** Local day of the base; absent in the first edition of a destination. */
  readonly since: Temporal.PlainDate | undefined;
  readonly trend: TrendRecord | undefined;
  /** The base did not know this trend. */
  readonly trendIsNew: boolean;
  /** Its era is over, and nobody has assessed the one that followed. */
  readonly trendIsOld: boolean;
  readonly difference: Difference | undefined;
  readonly quiet: boolean;
  /** New or changed since the base, at most five; in a first edition what matters most. */
  readonly items: readonly Claim[];
  /** New or changed and not among the items. */
  readonly others: readonly Claim[];
  readonly history: Anniversary | undefined;
  readonly file: Claim | undefined;
  readonly disputes: readonly Dispute[];
  /** Today's changes are about the first of them. */
  readonly disputeTouched: boolean;
  readonly due: readonly Milestone[];
  readonly open: readonly Milestone[];
  readonly triggers: readonly Trigger[];
  readonly back: LookBack | undefined;
}

export interface SelectionInput {
  readonly dossier: Dossier;
  readonly filter: Filter;
  readonly slot: string;
  readonly base: Edition | undefined;
}

const mostItems = 5;
/** News is about what happened lately; older things that curators add come after it. */
const latelyDays = 60;

export function selectEdition({ dossier, filter, slot, base }: SelectionInput): Selection {
  const day = dayOfSlot(slot);
  const since = base && dayOfSlot(base.input.slot);
  const trend = latestTrend(dossier);
  const difference = base && differenceSince(dossier, filter, base.claims);
  const quiet = difference !== undefined && changeCount(difference) === 0;
  const changed = difference ? [...difference.fresh, ...difference.updated] : [];
  const items = difference
    ? newsItems(dossier, changed, day)
    : keyPoints(dossier, trend, mostItems, (claim) => matches(filter, claim));
  const near = new Set(items.flatMap(({ topics }) => topics));
  const shown = new Set(items);
  // A second digest of a day tells its history and file no second time; a first one has enough to tell.
  const again = since?.equals(day) ?? false;
  const untold = (claim: Claim) => !shown.has(claim);
  const file =
    again || base === undefined
      ? undefined
      : fromTheFile(
          dossier,
          filter,
          day,
          (claim) =>
            untold(claim) && claim.id !== base?.shown.file && claim.id !== base?.shown.history,
        );
  const nearFile = near.size > 0 ? near : new Set(file?.topics ?? []);
  const history = again
    ? undefined
    : onThisDay(
        dossier,
        filter,
        day,
        nearFile,
        (claim) => untold(claim) && claim !== file && claim.id !== base?.shown.file,
      );
  return {
    day,
    since,
    trend: trend && isFresh(dossier, trend) ? trend : undefined,
    trendIsNew: trend?.claims.some((id) => base?.claims[id] === undefined) ?? false,
    difference,
    quiet,
    items,
    others: changed.filter(untold).toSorted(byConsequence(dossier)),
    history,
    file,
    trendIsOld: trend !== undefined && eraIsOver(dossier, trend),
    ...chooseDisputes(dossier, filter, day, changed),
    ...chooseWatch(dossier, filter, day, near),
    back: base && lookBack(dossier, filter, day, base),
  };
}

/** By consequence, then corroboration, then recency; at most two on one source; never padded. */
function newsItems(
  dossier: Dossier,
  changed: readonly Claim[],
  day: Temporal.PlainDate,
): readonly Claim[] {
  const early = day.subtract({ days: latelyDays });
  const old = (claim: Claim) => (Temporal.PlainDate.compare(lastDay(claim), early) < 0 ? 1 : 0);
  const background = ({ kind }: Claim) => (kind === "background" ? 1 : 0);
  const order = byConsequence(dossier);
  const sorted = changed.toSorted(
    (a, b) => old(a) - old(b) || background(a) - background(b) || order(a, b),
  );
  return spread(dossier, sorted, mostItems);
}

/** Those that today's changes touch; without any, they take turns. */
function chooseDisputes(
  dossier: Dossier,
  filter: Filter,
  day: Temporal.PlainDate,
  changed: readonly Claim[],
): Pick<Selection, "disputes" | "disputeTouched"> {
  const all = openDisputes(dossier, ({ topics, positions }) =>
    matches(filter, { topics, actors: positions.flatMap(({ holders }) => holders) }),
  );
  const touched = all.filter((dispute) =>
    claimsIn(dossier, dispute).some((claim) => changed.includes(claim)),
  );
  if (touched.length > 0) return { disputes: touched, disputeTouched: true };
  const inOrder = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { disputes: turnOfDay(inOrder, day, 1), disputeTouched: false };
}

function eraIsOver(dossier: Dossier, trend: TrendRecord): boolean {
  const era = dossier.header.eras.find(({ id }) => id === trend.era);
  const until = era && parseEdtf(era.when).until;
  const later = (claim: Claim) =>
    until !== undefined && Temporal.PlainDate.compare(lastDay(claim), until) > 0;
  return [...dossier.claims.values()].some((claim) => claim.origin === "claims" && later(claim));
}

/** What is due comes first, soonest first; the rest takes turns, what is near today's items before it. */
function chooseWatch(
  dossier: Dossier,
  filter: Filter,
  day: Temporal.PlainDate,
  near: ReadonlySet<string>,
): Pick<Selection, "due" | "open" | "triggers"> {
  const { due, open, triggers } = agendaOn(dossier, day, (item) => matches(filter, item));
  // What the record itself expects comes before what somebody is on record as expecting.
  const rank = ({ topics, holder }: Trigger) =>
    (holder === undefined ? 0 : 2) + (topics.some((topic) => near.has(topic)) ? 0 : 1);
  return {
    due: due.slice(0, 2),
    open: due.length > 0 ? [] : turnOfDay(open, day, 1),
    triggers: rotated(triggers, day).toSorted((a, b) => rank(a) - rank(b)),
  };
}

function rotated<Value>(values: readonly Value[], day: Temporal.PlainDate): readonly Value[] {
  const [first] = turnOfDay(values, day, 1);
  const start = first === undefined ? 0 : values.indexOf(first);
  return [...values.slice(start), ...values.slice(0, start)];
}
