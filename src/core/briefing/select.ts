/** Which claims a briefing shows, and in what order. */
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { Plover } from "../dossier/scales.ts";

/** Claims of these ids that the dossier holds, in this order. */
export function claimsOf(dossier: Dossier, ids: readonly string[]): readonly Claim[] {
  return ids.flatMap((id) => dossier.claims.get(id) ?? []);
}

/** Claims that curators wrote and that hold now. */
export function currentClaims(dossier: Dossier): readonly Claim[] {
  return [...dossier.claims.values()].filter(
    (claim) => claim.origin === "claims" && claim.status === "current",
  );
}

/** Last day that the claim is about, or on which it became known. */
export function lastDay(claim: Claim): Temporal.PlainDate {
  const until = claim.span?.until ?? claim.span?.from;
  // An open or long stretch counts from when the world knew it, not from its end.
  return until !== undefined && claim.span?.precision === "day" ? until : claim.knownFrom;
}

export function newestFirst(a: Claim, b: Claim): number {
  return Temporal.PlainDate.compare(lastDay(b), lastDay(a)) || a.order - b.order;
}

/** First day that it is about. */
export function oldestFirst(a: Claim, b: Claim): number {
  return Temporal.PlainDate.compare(firstDay(a), firstDay(b)) || a.order - b.order;
}

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
