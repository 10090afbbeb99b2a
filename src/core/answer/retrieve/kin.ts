/** Everyday words and phrases, by the words of a record that they stand for. */
import { lexiconGroups } from "../understand/lexicon/groups.ts";
import { lexiconPhrases } from "../understand/lexicon/phrases.ts";
import { stem, type Word } from "../understand/words.ts";

/** Stem → stems near in meaning. */
export const kin: ReadonlyMap<string, ReadonlySet<string>> = kinOf();

function kinOf(): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const group of lexiconGroups) {
    const stems = group.map(stem);
    const [head = ""] = stems;
    for (const each of stems) {
      // Every member leads to the head and, from the head, to all: groups are written head first.
      const set = sets.get(each) ?? new Set<string>();
      for (const other of each === head ? stems : [head, ...stems.slice(1, 4)])
        if (other !== each) set.add(other);
      sets.set(each, set);
    }
  }
  return sets;
}

const phrasesByFirst = new Map<string, (readonly [readonly string[], readonly string[]])[]>();
for (const [from, to] of lexiconPhrases) {
  const phrase = [from.map(stem), to] as const;
  const first = phrase[0][0] ?? "";
  phrasesByFirst.set(first, [...(phrasesByFirst.get(first) ?? []), phrase]);
}

const particles = new Set("away back down off out over through up".split(" ").map(stem));

interface Phrase {
  /** Words of the question that it takes up. */
  readonly size: number;
  /** The words that it stands for, the nearest first. */
  readonly means: readonly string[];
  /** As it is carried on. */
  readonly key: string;
}

/** A phrase of everyday speech that begins at this word. */
export function phraseAt(words: readonly Word[], at: number): Phrase | undefined {
  const word = words[at];
  for (const [from, to] of phrasesByFirst.get(word?.stem ?? "") ?? []) {
    if (from.every((each, offset) => words[at + offset]?.stem === each))
      return { size: from.length, means: to, key: from.join(" ") };
    const [, particle = ""] = from;
    if (from.length !== 2 || !particles.has(particle)) continue;
    // "Holding Tehran back", "called the whole thing off".
    for (const gap of [2, 3])
      if (words[at + gap]?.stem === particle) return { size: 1, means: to, key: from.join(" ") };
  }
  return undefined;
}
