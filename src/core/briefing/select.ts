/** Which claims a briefing shows, and in what order. */
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { Plover } from "../dossier/scales.ts";

/** Claims of these ids that the dossier holds, in this order. */
export function claimsOf(dossier: Dossier, ids: readonly string[]): readonly Claim[] {
  return ids.flatMap((id) => dossier.claims.get(id) ?? []);
}

const current = new WeakMap<Dossier, readonly Claim[]>();

/** Claims that curators wrote and that hold now. */
export function currentClaims(dossier: Dossier): readonly Claim[] {
  const known = current.get(dossier);
  if (known) return known;
  const claims = [...dossier.claims.values()].filter(
    (claim) => claim.origin === "claims" && claim.status === "current",
  );
  current.set(dossier, claims);
  return claims;
}

/** Last day that the claim is about, or on which it became known. */
export function lastDay(claim: Claim): Temporal.PlainDate {
  const until = claim.span?.until ?? claim.span?.from;
  // An open or long stretch counts from when the world knew it, not from its end.
  return until !== undefined && claim.span?.precision === "day" ? until : claim.knownFrom;
}

export function newestFirst(a: Claim, b: Claim): number {
  return lastPlace.of(b) - lastPlace.of(a) || a.order - b.order;
}

export function oldestFirst(a: Claim, b: Claim): number {
  return firstPlace.of(a) - firstPlace.of(b) || a.order - b.order;
}

/** True for claims whose last day is this one or later. */
export function since(day: Temporal.PlainDate): (claim: Claim) => boolean {
  const place = placeOf(day);
  return (claim) => lastPlace.of(claim) >= place;
}

// Sorting thousands of claims compares each many times, so their days are numbers, found once.
const lastPlace = places(lastDay);
const firstPlace = places(firstDay);

function places(day: (claim: Claim) => Temporal.PlainDate): { of(claim: Claim): number } {
  const known = new WeakMap<Claim, number>();
  return {
    of(claim) {
      const place = known.get(claim) ?? placeOf(day(claim));
      known.set(claim, place);
      return place;
    },
  };
}

/** A number that grows with the day. */
function placeOf({ year, month, day }: Temporal.PlainDate): number {
  return (year * 12 + month) * 31 + day;
}

/** First day that it is about. */
function firstDay(claim: Claim): Temporal.PlainDate {
  return claim.span?.from ?? claim.span?.until ?? claim.knownFrom;
}

/**
 * Weight of an event type in the order of key points: what binds or kills before what is said.
 * Halves of the PLOVER scale weigh alike, so that war does not crowd out diplomacy.
 */
const ploverWeights: Readonly<Record<Plover, number>> = {
  AGREE: 5,
  ASSAULT: 5,
  RETREAT: 4,
  COERCE: 4,
  SANCTION: 4,
  CONCEDE: 3,
  COOPERATE: 3,
  MOBILIZE: 3,
  CONSULT: 3,
  THREATEN: 2,
  REJECT: 2,
  AID: 2,
  DEMAND: 1,
  ACCUSE: 1,
  PROTEST: 2,
  SUPPORT: 1,
};

const kept = new WeakMap<Dossier, ReadonlyMap<string, number>>();
const weights = new WeakMap<Dossier, WeakMap<Claim, number>>();

/** How many records stand on each claim: agenda, disputes, trends, topics, and what it brought about. */
function uses(dossier: Dossier): ReadonlyMap<string, number> {
  const known = kept.get(dossier);
  if (known) return known;
  const counts = new Map<string, number>();
  const count = (ids: Iterable<string>, weight: number) => {
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + weight);
  };
  for (const { claims } of dossier.agenda.values()) count(claims, 1);
  for (const { claims } of dossier.trends.values()) count(claims, 2);
  for (const { claims } of dossier.topics.values()) count(claims, 1);
  for (const { positions } of dossier.disputes.values()) {
    for (const { claims } of positions) count(claims, 1);
  }
  for (const [id, effects] of dossier.links.effects) count([id], Math.min(effects.length, 3));
  kept.set(dossier, counts);
  return counts;
}

/** How much follows from a claim. */
export function consequence(dossier: Dossier, claim: Claim): number {
  const known = weights.get(dossier) ?? new WeakMap<Claim, number>();
  weights.set(dossier, known);
  const weight = known.get(claim) ?? weigh(dossier, claim);
  known.set(claim, weight);
  return weight;
}

function weigh(dossier: Dossier, claim: Claim): number {
  const event = claim.plover === undefined ? 0 : ploverWeights[claim.plover];
  const said = claim.why_it_matters === undefined ? 0 : 2;
  // What needs a caution is no bottom line, unless much else makes it one.
  const doubt = claim.caution === undefined ? 0 : 2;
  return event + said + Math.min(uses(dossier).get(claim.id) ?? 0, 6) - doubt;
}

/** By consequence, then corroboration, then recency. */
export function byConsequence(dossier: Dossier): (a: Claim, b: Claim) => number {
  return (a, b) =>
    consequence(dossier, b) - consequence(dossier, a) ||
    a.credibility - b.credibility ||
    newestFirst(a, b);
}

/** The first ones, at most `perSource` of which stand on one source. */
export function spread(
  dossier: Dossier,
  claims: readonly Claim[],
  limit: number,
  perSource = 2,
): readonly Claim[] {
  const used = new Map<string, number>();
  const taken: Claim[] = [];
  for (const claim of claims) {
    if (taken.length === limit) break;
    const sources = sourcesOf(dossier, claim);
    if (sources.every((source) => (used.get(source) ?? 0) >= perSource)) continue;
    for (const source of sources) used.set(source, (used.get(source) ?? 0) + 1);
    taken.push(claim);
  }
  return taken;
}

/** Sources of a claim; outlets that carry one report count as one. */
function sourcesOf(dossier: Dossier, claim: Claim): readonly string[] {
  const ids = claim.citations.map(({ source }) => dossier.sources.get(source)?.story ?? source);
  return [...new Set(ids)];
}
