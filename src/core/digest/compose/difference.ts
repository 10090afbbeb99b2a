/** What is different since the edition that a destination got last, by the content of the claims. */
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { fingerprint } from "../../dossier/fingerprint.ts";
import type { Edition } from "../edition.ts";
import { matches } from "../filter.ts";
import type { Filter } from "../subscription.ts";

export interface Difference {
  /** Holds, and was not on record for the base. */
  readonly fresh: readonly Claim[];
  /** Holds, and reads otherwise than in the base. */
  readonly updated: readonly Claim[];
  /** Held in the base; something newer stands in its place. */
  readonly replaced: readonly Claim[];
  /** Held in the base; shown to be wrong since. */
  readonly corrected: readonly Claim[];
  /** Ids of what is no longer on record. */
  readonly withdrawn: readonly string[];
}

const kept = new WeakMap<Dossier, Edition["claims"]>();

/** Claim id → first letter of its status and a hash of what it says. Of the whole record, whatever the filter. */
export function contentsOf(dossier: Dossier): Edition["claims"] {
  const known = kept.get(dossier);
  if (known) return known;
  const contents = Object.fromEntries(
    [...dossier.claims.values()]
      .filter(({ origin }) => origin === "claims")
      .map((claim) => [claim.id, `${claim.status.charAt(0)}${hash(claim)}`]),
  );
  kept.set(dossier, contents);
  return contents;
}

function hash({
  headline,
  text,
  when,
  holder,
  why_it_matters,
  caution,
  credibility,
}: Claim): string {
  const said = [headline, text, when, holder, why_it_matters, caution, credibility];
  return fingerprint(new Map([["claim", JSON.stringify(said)]])).slice(0, 8);
}

/** `base`: contents of the edition before. */
export function differenceSince(
  dossier: Dossier,
  filter: Filter,
  base: Edition["claims"],
): Difference {
  const now = contentsOf(dossier);
  const claims = [...dossier.claims.values()].filter(
    (claim) => claim.origin === "claims" && matches(filter, claim),
  );
  const holds = ({ status }: Claim) => status === "current" || status === "disputed";
  const held = (id: string) => base[id] !== undefined && /^[cd]/.test(base[id]);
  return {
    fresh: claims.filter((claim) => holds(claim) && base[claim.id] === undefined),
    updated: claims.filter(
      (claim) => holds(claim) && base[claim.id] !== undefined && base[claim.id] !== now[claim.id],
    ),
    replaced: claims.filter(({ id, status }) => status === "superseded" && held(id)),
    corrected: claims.filter(({ id, status }) => status === "rejected" && held(id)),
    // Nothing says any more what it was about, so only a digest about everything tells it.
    withdrawn: about(filter) ? [] : Object.keys(base).filter((id) => !dossier.claims.has(id)),
  };
}

function about({ topics, actors }: Filter): boolean {
  return topics.length + actors.length > 0;
}

export function changeCount(difference: Difference): number {
  return Object.values(difference).reduce((sum, each) => sum + each.length, 0);
}
