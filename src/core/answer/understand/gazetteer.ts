/** Names of the dossier's records found in running words, longest first, none overlapping. */
import type { Dossier } from "../../dossier/dossier.ts";
import { stopWords } from "./stop-words.ts";
import { signsAsWords, type Word, wordsOf } from "./words.ts";

type NamedKind = "actor" | "topic" | "term" | "series";

export interface Named {
  readonly kind: NamedKind;
  readonly id: string;
}

/** A name in a text: words `first` up to but not including `next`. */
export interface Mention {
  readonly first: number;
  readonly next: number;
  readonly named: readonly Named[];
}

/** Ids of the records of one kind that are named, in order; who is named twice stands twice. */
export function idsNamed(mentions: readonly Mention[], kind: Named["kind"]): readonly string[] {
  return mentions.flatMap(({ named }) =>
    named.flatMap((each) => (each.kind === kind ? [each.id] : [])),
  );
}

export interface Gazetteer {
  scan(words: readonly Word[]): readonly Mention[];
  /** Stems of the words of actors' own names and adjectives. */
  readonly mainNames: ReadonlySet<string>;
  /** Every single word of every name, folded: known, whatever the claims say. */
  readonly vocabulary: ReadonlySet<string>;
}

interface Entry {
  /** Folded words for short names, stems for long ones. */
  readonly keys: readonly string[];
  readonly named: Named[];
  /** A family name or an adjective: gives way to a name as written. */
  readonly derived: boolean;
}

export function createGazetteer(dossier: Dossier): Gazetteer {
  const byFirst = new Map<string, Entry[]>();
  const byKey = new Map<string, Entry>();
  const vocabulary = new Set<string>();

  const add = (name: string, named: Named, derived = false) => {
    const words = wordsOf(signsAsWords(name));
    if (words.length === 0) return;
    for (const { word } of words) vocabulary.add(word);
    // "the States" is a name, "the state" is none.
    const exact = words.length === 2 && words.some(({ word }) => stopWords.has(word));
    const keys = words.map((word) => (exact ? `=${word.word}` : keyOf(word, words.length)));
    const key = keys.join(" ");
    const known = byKey.get(key);
    if (known && known.derived === derived) {
      if (!known.named.some(({ id }) => id === named.id)) known.named.push(named);
      return;
    }
    if (known && derived) return;
    const entry: Entry = { keys, named: [named], derived };
    byKey.set(key, entry);
    const [first = ""] = keys;
    const rest = (byFirst.get(first) ?? []).filter((other) => other !== known);
    byFirst.set(
      first,
      [...rest, entry].sort((a, b) => b.keys.length - a.keys.length),
    );
  };

  for (const actor of dossier.actors.values()) {
    const named: Named = { kind: "actor", id: actor.id };
    for (const name of [actor.name, actor.formal_name, ...actor.aliases]) {
      if (name !== undefined) add(name, named);
    }
  }
  for (const term of dossier.terms.values()) {
    for (const name of [term.term, ...term.aliases]) add(name, { kind: "term", id: term.id });
  }
  for (const series of dossier.series.values()) {
    for (const name of [series.title, ...series.aliases]) {
      add(name, { kind: "series", id: series.id });
    }
  }
  for (const topic of dossier.topics.values()) {
    for (const name of [topic.title, ...topic.aliases]) add(name, { kind: "topic", id: topic.id });
  }
  for (const actor of dossier.actors.values()) {
    const named: Named = { kind: "actor", id: actor.id };
    if (actor.adjective !== undefined) add(actor.adjective, named, true);
    if (actor.kind === "person") add(familyName(actor.name), named, true);
  }

  const mainNames = new Set(
    [...dossier.actors.values()].flatMap(({ name, adjective }) =>
      wordsOf(`${name} ${adjective ?? ""}`).map(({ stem }) => stem),
    ),
  );
  return {
    vocabulary,
    mainNames,
    scan(words) {
      const mentions: Mention[] = [];
      for (let at = 0; at < words.length; ) {
        const found = longestAt(byFirst, words, at);
        if (found) mentions.push(found);
        at = found ? found.next : at + 1;
      }
      return mentions;
    },
  };
}

function longestAt(
  byFirst: ReadonlyMap<string, readonly Entry[]>,
  words: readonly Word[],
  at: number,
): Mention | undefined {
  const word = words[at];
  if (!word) return undefined;
  const entries = [word.stem, `=${word.word}`, `=${word.stem}`].flatMap(
    (key) => byFirst.get(key) ?? [],
  );
  for (const { keys, named } of entries) {
    const next = endOf(keys, words, at);
    if (next !== undefined) return { first: at, next, named };
  }
  return undefined;
}

// Said inside a name without changing it: "the old deal", "the whole nuclear programme".
const inserted = new Set(
  "old original whole same entire actual famous so-called earlier big".split(" "),
);

/** Where the name ends when it starts here; one word may stand in between. */
function endOf(keys: readonly string[], words: readonly Word[], at: number): number | undefined {
  let place = at;
  let skipped = false;
  for (const [position, key] of keys.entries()) {
    let each = words[place];
    if (each && position > 0 && !skipped && inserted.has(each.word) && key !== each.stem) {
      skipped = true;
      place++;
      each = words[place];
    }
    if (!each || !sameWord(key, each, keys.length)) return undefined;
    place++;
  }
  return place;
}

function sameWord(key: string, { word, stem }: Word, size: number): boolean {
  return key === stem || key === `=${word}` || (size === 1 && key === `=${stem}`);
}

/** Short single words must stand as they are, others in any of their forms. */
function keyOf(word: Word, size: number): string {
  return size === 1 && word.word.length < 5 ? `=${word.word}` : word.stem;
}

/** The last word of a name, hyphens kept together: Hossein Amir-Abdollahian → Amir-Abdollahian. */
function familyName(name: string): string {
  return name.split(/\s+/).at(-1) ?? name;
}
