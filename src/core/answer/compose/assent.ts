/**
 * Whether "Yes." or "No." may be said at all. A claim can hold every word of a question and still not
 * say it: "voted down", "took that back", "partly". In doubt the evidence speaks without the word.
 */
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import type { Reading } from "../reading.ts";

/** In a claim, these turn, narrow or condition what its other words say. */
const turns =
  /\b(?:not|no|never|none|neither|nor|without|down|back|reject\w*|refus\w*|fail\w*|den(?:y|ies|ied)|partly|only|while|although|though|but|however|except|unless|would|could|might|may|if|than|against|differ\w*)\b/;

/** Asks how things are at the time of asking. */
const present = /^(?:so |and |but )?(?:is|are|does|do|has|have|can|will|isnt|arent|doesnt|dont)\b/;
const lasting = /\b(?:still|now|today|nowadays|currently|at the moment|right now|any ?more|yet)\b/;

export function mayAssent(claim: Claim, { question, dossier, terms }: Reading): boolean {
  // A meaning of a word says nothing of what came to pass.
  if (claim.origin === "term") return false;
  if (disputeOf(claim, dossier).length > 0 || lasting.test(question.plain)) return false;
  // What happened on a day does not say how things are now; what holds in general does.
  if (present.test(question.bare) && claim.kind !== "background") return false;
  if (terms.some(({ unknown }) => unknown)) return false;
  return !turns.test(claim.text);
}

/** A word that the record does not know may be the very one that matters, or a slip. */
export function mayDissent({ question, terms }: Reading): boolean {
  return !lasting.test(question.plain) && !terms.some(({ unknown }) => unknown);
}

/** Claims of the other sides of the disputes that a claim belongs to. */
export function disputeOf(claim: Claim, { disputes, claims, links }: Dossier): readonly Claim[] {
  const others = [...disputes.values()].flatMap(({ positions }) =>
    positions.some((position) => position.claims.includes(claim.id))
      ? positions
          .filter((position) => !position.claims.includes(claim.id))
          .flatMap((position) => position.claims.slice(0, 1))
      : [],
  );
  return [
    ...(links.contradicts.get(claim.id) ?? []),
    ...others.flatMap((id) => claims.get(id) ?? []),
  ].filter((each, at, all) => all.indexOf(each) === at);
}
