/** Search terms that earlier turns lend to the next: weighted, fading, never text. */
import type { Index } from "../answer/retrieve/index.ts";
import { carriedTerm, type QueryTerm } from "../answer/retrieve/terms.ts";
import { carry } from "../answer/retrieve/weights.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { PastTurn } from "./carried.ts";

export interface Shares {
  readonly words?: number;
  readonly names?: number;
  readonly topics?: number;
  /** Names of the last answer that its question did not have. */
  readonly heard?: number;
  /** Keys that are not carried. */
  readonly without?: ReadonlySet<string>;
}

/** Terms of the last turns, fading with each turn back; where several lend one, the heaviest counts. */
export function carriedTerms(
  turns: readonly PastTurn[],
  index: Index,
  dossier: Dossier,
  {
    words = carry.words,
    names = carry.actors,
    topics = carry.topics,
    heard = carry.heard,
    without = new Set(),
  }: Shares,
): readonly QueryTerm[] {
  const weights = new Map<string, number>();
  const put = (key: string, weight: number) => {
    if (!without.has(key) && weight > (weights.get(key) ?? 0)) weights.set(key, weight);
  };
  for (const [back, turn] of turns.slice(0, carry.depth).entries()) {
    const fade = carry.fade ** back;
    for (const [key, weight] of turn.terms) {
      const share = /^[@%~]/.test(key) ? names : key.startsWith("#") ? topics : words;
      put(key, fade * Math.min(1, weight) * share);
    }
    for (const id of turn.topics) put(`#${id}`, fade * topics);
    for (const key of turn.heard) put(key, fade * heard * hearing(key, dossier));
  }
  return [...weights].flatMap(([key, weight]) =>
    weight < 0.02 ? [] : (carriedTerm(key, weight, index) ?? []),
  );
}

/** Persons and measurements of an answer are spoken of next; states and groups stand by. */
function hearing(key: string, dossier: Dossier): number {
  const person = dossier.actors.get(key.slice(1))?.kind === "person";
  return key.startsWith("~") || person ? 1 : 0.4;
}

export function scaled(terms: readonly QueryTerm[], by: number): readonly QueryTerm[] {
  return by === 1 ? terms : terms.map((term) => ({ ...term, weight: term.weight * by }));
}

/**
 * The names of the last question that new ones take the place of: the most telling of the same kind.
 * "How does Israel see Iran?" – "And the Saudis?": Israel.
 */
export function replacedBy(
  names: readonly QueryTerm[],
  last: PastTurn,
  index: Index,
  dossier: Dossier,
): ReadonlySet<string> {
  const kindOf = (key: string) =>
    key.startsWith("@") ? (dossier.actors.get(key.slice(1))?.kind ?? "actor") : key.slice(0, 1);
  const asked = last.terms.filter(([key, weight]) => /^[@%~]/.test(key) && weight >= 0.5);
  const telling = ([key]: readonly [string, number]) => {
    const term = index.term(key);
    return term === undefined ? 0 : index.idf(term);
  };
  const replaced = new Set<string>();
  for (const { key } of names) {
    const same = asked.filter(([other]) => kindOf(other) === kindOf(key) && !replaced.has(other));
    const alike = same.length > 0 ? same : asked.filter(([other]) => other[0] === key[0]);
    const [most] = alike.toSorted((a, b) => telling(b) - telling(a));
    if (most) replaced.add(most[0]);
  }
  return replaced;
}
