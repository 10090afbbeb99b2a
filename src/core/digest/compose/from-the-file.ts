/**
 * One older record a day, so that a quiet day is worth opening too: a function of day and filter
 * alone. All topics take turns in proportion to what they hold, and within a round every record of
 * the pool comes once before any comes again.
 */
import { lastDay } from "../../briefing/select.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { filterKey, matches } from "../filter.ts";
import type { Filter } from "../subscription.ts";
import { dayNumber, scatter } from "./slot.ts";

/** Younger than this it is news, not file. */
const youngestDays = 30;

/** The record of the day; the next in turn that `keep` lets through. */
export function fromTheFile(
  dossier: Dossier,
  filter: Filter,
  day: Temporal.PlainDate,
  keep: (claim: Claim) => boolean = () => true,
): Claim | undefined {
  const round = fileRound(dossier, filter, day);
  const start = placeInRound(day, round.length);
  return [...round.slice(start), ...round.slice(0, start)].find(keep);
}

/** The whole pool in the order in which days take it. */
export function fileRound(
  dossier: Dossier,
  filter: Filter,
  day: Temporal.PlainDate,
): readonly Claim[] {
  const pools = new Map<string, Claim[]>();
  for (const claim of dossier.claims.values()) {
    const [topic] = claim.topics;
    if (topic === undefined || !matches(filter, claim) || !worthFiling(claim, day)) continue;
    pools.set(topic, [...(pools.get(topic) ?? []), claim]);
  }
  const key = filterKey(filter);
  return [...pools]
    .flatMap(([topic, claims]) => {
      // Evenly spaced over the round, each topic from a place of its own.
      const offset = (scatter(`${key} ${topic}`) % 1_000) / 1_000;
      return claims
        .toSorted((a, b) => scatter(`${key} ${a.id}`) - scatter(`${key} ${b.id}`))
        .map((claim, at) => ({ claim, place: (at + offset) / claims.length }));
    })
    .toSorted((a, b) => a.place - b.place || (a.claim.id < b.claim.id ? -1 : 1))
    .map(({ claim }) => claim);
}

/** One further each day; each round begins one later, so that readers of every seventh day see all of it too. */
function placeInRound(day: Temporal.PlainDate, length: number): number {
  if (length === 0) return 0;
  const number = dayNumber(day);
  return (number + Math.floor(number / length)) % length;
}

/** Says something by itself: what matters and why, or what proved wrong and why. */
function worthFiling(claim: Claim, day: Temporal.PlainDate): boolean {
  if (claim.origin !== "claims") return false;
  const told =
    (claim.status === "current" && claim.why_it_matters !== undefined) ||
    (claim.status === "rejected" && claim.reason !== undefined);
  const young = day.subtract({ days: youngestDays });
  return told && Temporal.PlainDate.compare(lastDay(claim), young) <= 0;
}
