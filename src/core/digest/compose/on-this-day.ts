/** One line of history: what happened on this day in an earlier year, or else around it. */
import { consequence } from "../../briefing/select.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { filterKey, matches } from "../filter.ts";
import type { Filter } from "../subscription.ts";

export interface Anniversary {
  readonly claim: Claim;
  readonly years: number;
  /** On this very day; otherwise within some days of it. */
  readonly exact: boolean;
}

interface Dated {
  readonly claim: Claim;
  readonly day: Temporal.PlainDate;
}

/** Days on either side from which a day without an anniversary of its own may take one. */
const around = 24;
/** Days after which a record that came once is as good as any other. */
const rest = 11;

const calendars = new WeakMap<Dossier, Map<string, ReadonlyMap<string, readonly Dated[]>>>();

/** `near`: topics of today's lead, for which it is picked where there is a choice. */
export function onThisDay(
  dossier: Dossier,
  filter: Filter,
  day: Temporal.PlainDate,
  near: ReadonlySet<string>,
  keep: (claim: Claim) => boolean = () => true,
): Anniversary | undefined {
  const shared = ({ topics }: Claim) => topics.filter((topic) => near.has(topic)).length;
  const [first] = (calendarOf(dossier, filter, day.year).get(monthDay(day)) ?? [])
    .filter(({ claim }) => keep(claim))
    .toSorted(
      (a, b) =>
        shared(b.claim) - shared(a.claim) ||
        consequence(dossier, b.claim) - consequence(dossier, a.claim) ||
        a.claim.order - b.claim.order,
    );
  if (first === undefined) return undefined;
  const exact = first.claim.span?.precision === "day" && monthDay(first.day) === monthDay(day);
  return { claim: first.claim, years: day.year - first.day.year, exact };
}

/** Day of a year → what it may recall. Worked out for a whole year at once, so that nothing crowds. */
function calendarOf(
  dossier: Dossier,
  filter: Filter,
  year: number,
): ReadonlyMap<string, readonly Dated[]> {
  const ofDossier = calendars.get(dossier) ?? new Map();
  calendars.set(dossier, ofDossier);
  const key = `${filterKey(filter)} ${year}`;
  const calendar = ofDossier.get(key) ?? makeCalendar(dossier, filter, year);
  ofDossier.set(key, calendar);
  return calendar;
}

function makeCalendar(
  dossier: Dossier,
  filter: Filter,
  year: number,
): ReadonlyMap<string, readonly Dated[]> {
  const weights = new Map<Claim, number>();
  const weight = (claim: Claim) => {
    const known = weights.get(claim) ?? consequence(dossier, claim);
    weights.set(claim, known);
    return known;
  };
  const dated = [...dossier.claims.values()]
    .filter((claim) => matches(filter, claim))
    .flatMap((claim) => datedBefore(claim, year))
    .toSorted((a, b) => weight(b.claim) - weight(a.claim) || a.claim.order - b.claim.order);
  const exact = Map.groupBy(
    dated.filter(({ claim }) => claim.span?.precision === "day"),
    ({ day }) => monthDay(day),
  );
  const calendar = new Map<string, readonly Dated[]>(exact);
  // What has a day to itself rests around it; what shares one may still come on a day without any.
  const winners = new Set([...exact.values()].map(([winner]) => winner));
  const candidates = dated.map((each, rank): Candidate => {
    const at = each.day.with({ year }, { overflow: "constrain" }).dayOfYear;
    return { each, rank, at, used: winners.has(each) ? [at] : [] };
  });
  for (let day = Temporal.PlainDate.from({ year, month: 1, day: 1 }); day.year === year; ) {
    const today = day.dayOfYear;
    if (!exact.has(monthDay(day))) {
      const pick = candidates
        .filter(({ at }) => Math.abs(at - today) <= around)
        .reduce<Candidate | undefined>(
          (best, next) => (best && isBetter(best, next, today) ? best : next),
          undefined,
        );
      if (pick) {
        pick.used.push(today);
        calendar.set(monthDay(day), [pick.each]);
      }
    }
    day = day.add({ days: 1 });
  }
  return calendar;
}

interface Candidate {
  readonly each: Dated;
  /** Place in the order of consequence. */
  readonly rank: number;
  /** Its day, and the days that have told it, as days of the year. */
  readonly at: number;
  readonly used: number[];
}

/** Not told lately, not told often, near the day, of consequence: in this order. */
function isBetter(one: Candidate, other: Candidate, day: number): boolean {
  const rested = ({ used }: Candidate) =>
    used.reduce((least, at) => Math.min(least, Math.abs(at - day)), rest);
  return (
    (rested(other) - rested(one) ||
      one.used.length - other.used.length ||
      Math.abs(one.at - day) - Math.abs(other.at - day) ||
      one.rank - other.rank) < 0
  );
}

/** What began on one day or fell into one month before this year; a month counts from its middle. */
function datedBefore(claim: Claim, year: number): readonly Dated[] {
  const { span, kind, origin, status } = claim;
  const [from, until] = [span?.from, span?.until];
  if (span === undefined || from === undefined || from.year >= year) return [];
  const happened = kind === "event" || kind === "statement" || kind === "assessment";
  const told = origin === "claims" && status === "current" && happened;
  if (!told || span.approximate || until === undefined) return [];
  if (span.precision === "day") return daysBetween(from, until) <= 7 ? [{ claim, day: from }] : [];
  const month = from.month === until.month && from.year === until.year;
  return span.precision === "month" && month ? [{ claim, day: from.with({ day: 15 }) }] : [];
}

function daysBetween(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
  return a.until(b, { largestUnit: "days" }).days;
}

function monthDay(day: Temporal.PlainDate): string {
  return day.toString().slice(5);
}
