import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { MediationFigure } from "./figure.ts";
import { isShown } from "./series-figure.ts";

/** Mediators on record, grouped by the pair they went between; the longest on record first. */
export function mediationFigure(dossier: Dossier, topic?: string): MediationFigure {
  const pairs = new Map<string, { parties: readonly [string, string]; by: Map<string, Claim[]> }>();
  for (const claim of dossier.claims.values()) {
    if (!claim.mediation || !isShown(claim.status)) continue;
    if (topic !== undefined && !claim.topics.includes(topic)) continue;
    const [one, other] = claim.mediation.between;
    const key = [one, other].sort().join(" ");
    const pair = pairs.get(key) ?? { parties: [one, other], by: new Map<string, Claim[]>() };
    pairs.set(key, pair);
    for (const mediator of claim.mediation.by) {
      pair.by.set(mediator, [...(pair.by.get(mediator) ?? []), claim]);
    }
  }
  const name = (actor: string) => dossier.actors.get(actor)?.name ?? actor;
  const count = (by: ReadonlyMap<string, readonly Claim[]>) =>
    [...by.values()].reduce((sum, claims) => sum + claims.length, 0);
  return {
    type: "mediation",
    pairs: [...pairs.values()]
      .sort((a, b) => count(b.by) - count(a.by) || (a.parties.join() < b.parties.join() ? -1 : 1))
      .map(({ parties, by }) => ({
        parties: [name(parties[0]), name(parties[1])],
        mediators: [...by]
          .map(([mediator, claims]) => mediatorOf(name(mediator), claims, dossier))
          .sort((a, b) => b.claims.length - a.claims.length || (a.label < b.label ? -1 : 1)),
      })),
  };
}

function mediatorOf(label: string, claims: readonly Claim[], dossier: Dossier) {
  const years = claims
    .flatMap(({ span }) => [span?.from?.year, span?.until?.year])
    .filter(isNumber);
  const counts = new Map<string, number>();
  for (const topic of claims.flatMap((claim) => claim.topics)) {
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const topics = [...counts]
    // That it is mediation goes without saying here.
    .filter(([topic]) => dossier.topics.get(topic)?.track !== "diplomacy" || topic === "prisoners")
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([topic]) => dossier.topics.get(topic)?.title ?? topic);
  return {
    label,
    topics,
    first: String(Math.min(...years)),
    last: String(Math.max(...years)),
    claims: claims.map((claim) => claim.id),
  };
}

const isNumber = (value: number | undefined): value is number => value !== undefined;
