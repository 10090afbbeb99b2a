/**
 * Whether "Yes." or "No." may be said at all. A claim can hold every word of a question and still not
 * say it: "voted down", "took that back", "partly". In doubt the evidence speaks without the word.
 */
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import type { Reading } from "../reading.ts";
import { stopWords } from "../understand/stop-words.ts";
import { wordsOf } from "../understand/words.ts";
import { months } from "./roles.ts";

/** In a claim, these turn, narrow or condition what its other words say. */
const turns =
  /\b(?:not|no|never|none|neither|nor|without|down|back|reject\w*|refus\w*|fail\w*|den(?:y|ies|ied)|partly|only|while|although|though|but|however|except|unless|would|could|might|may|if|than|against|differ\w*)\b/;

/** Asks how things are at the time of asking. */
const present = /^(?:so |and |but )?(?:is|are|does|do|has|have|can|will|isnt|arent|doesnt|dont)\b/;
const lasting = /\b(?:still|now|today|nowadays|currently|at the moment|right now|any ?more|yet)\b/;

export function mayAssent(claim: Claim, { question, dossier, terms }: Reading): boolean {
  // An office says itself from when to when.
  if (claim.origin === "office") return true;
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

/** Claims of both sides, where the assertion is the very point of a dispute; else none. */
export function disputeAsked(reading: Reading): readonly Claim[] {
  const { question, dossier } = reading;
  const { interval, numbers } = question;
  if (question.content.length < 2) return [];
  for (const dispute of dossier.disputes.values()) {
    const sides = dispute.positions.map((position) =>
      position.claims.flatMap((id) => dossier.claims.get(id) ?? []),
    );
    const saying = ({ text }: Claim) =>
      covers(text, reading) && numbers.every((each) => text.includes(String(each)));
    const [word = ""] = dispute.question.toLowerCase().split(" ");
    const years: readonly string[] = dispute.question.match(/\b\d{4}\b/g) ?? [];
    const then =
      interval === undefined || years.length === 0 || years.includes(String(interval.from?.year));
    // Without its time the assertion must have more of what tells the matter from others.
    const least = years.length > 0 && interval === undefined ? 0.75 : 0.5;
    // "When was it signed" is no dispute of its being signed.
    const put =
      then && covers(dispute.question, reading) && shareAsked(dispute.question, reading) >= least;
    const point =
      put &&
      (/^(?:is|are|was|were|did|does|do|has|have)$/.test(word) ||
        (word === "when" && interval !== undefined) ||
        (/^how (?:many|much)\b/i.test(dispute.question) &&
          sides.some((claims) => claims.some((claim) => numbers.length > 0 && saying(claim)))));
    if (point) return sides.flatMap((claims) => claims.find(saying) ?? claims[0] ?? []);
  }
  return [];
}

/** A text has every word of the assertion but its numbers, or the name that it stands in. */
function covers(text: string, { question, index }: Reading): boolean {
  const words = wordsOf(text);
  const stems = new Set(words.map(({ stem }) => stem));
  const names = new Set(
    index.gazetteer
      .scan(words)
      .flatMap(({ named }) =>
        named.flatMap(({ kind, id }) => (kind === "topic" ? [] : [kind + id])),
      ),
  );
  return question.content.every((at) => {
    const word = question.words[at];
    const held = question.mentions.some(
      ({ first, next, named }) =>
        first <= at && at < next && named.some(({ kind, id }) => names.has(kind + id)),
    );
    return (
      !word ||
      /^\d/.test(word.stem) ||
      held ||
      stems.has(word.stem) ||
      (word.word === "dollars" && text.includes("$"))
    );
  });
}

/** Share of a dispute's telling words that the assertion has: it may be about another side of the matter. */
function shareAsked(text: string, { question, index }: Reading): number {
  const stems = new Set(question.words.map(({ stem }) => stem));
  const asked = new Set(question.mentions.flatMap(({ named }) => named.map(({ id }) => id)));
  const words = wordsOf(text);
  const mentions = index.gazetteer.scan(words);
  const telling = words.flatMap(({ word }, at) =>
    stopWords.has(word) || /^\d/.test(word) || months.test(word) ? [] : [at],
  );
  const has = telling.filter(
    (at) =>
      stems.has(words[at]?.stem ?? "") ||
      mentions.some(
        ({ first, next, named }) =>
          first <= at && at < next && named.some(({ id }) => asked.has(id)),
      ),
  );
  return telling.length === 0 ? 0 : has.length / telling.length;
}
