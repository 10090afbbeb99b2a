/** Links between claims, against the arrow: built once for each dossier and each view of a day. */
import type { Claim, Dossier } from "./dossier.ts";

export function linksOf(claims: ReadonlyMap<string, Claim>): Dossier["links"] {
  const all = [...claims.values()];
  const contradicts = new Map<string, Set<string>>();
  for (const claim of all) {
    for (const other of claim.contradicts) {
      add(contradicts, claim.id, other);
      add(contradicts, other, claim.id);
    }
  }
  return {
    supersededBy: against(all, (claim) => claim.supersedes),
    rejectedBy: against(all, (claim) => claim.rejects),
    contradicts: new Map(
      [...contradicts].map(([id, others]) => [
        id,
        [...others].flatMap((each) => claims.get(each) ?? []),
      ]),
    ),
    effects: against(all, (claim) => claim.causes),
    ofTopic: against(all, (claim) => claim.topics),
    ofActor: against(all, (claim) => [
      ...claim.actors.map(({ id }) => id),
      ...(claim.holder === undefined ? [] : [claim.holder]),
    ]),
  };
}

function against(
  claims: readonly Claim[],
  named: (claim: Claim) => readonly string[],
): ReadonlyMap<string, readonly Claim[]> {
  const links = new Map<string, Claim[]>();
  for (const claim of claims) {
    for (const id of new Set(named(claim))) {
      const list = links.get(id);
      if (list) list.push(claim);
      else links.set(id, [claim]);
    }
  }
  return links;
}

function add(links: Map<string, Set<string>>, from: string, to: string): void {
  links.set(from, (links.get(from) ?? new Set()).add(to));
}
