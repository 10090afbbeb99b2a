/**
 * A question may name a source: by its publisher, by its title, or by its number among the sources of
 * one publisher ("the second article"). Then only claims that cite it can answer.
 */
import type { Dossier } from "../../dossier/dossier.ts";
import { fold, wordsOf } from "./words.ts";

export interface Scope {
  /** Ids of the sources that are meant. */
  readonly sources: readonly string[];
  /** The question names more than one and may want them apart. */
  readonly several: boolean;
  /** Characters of the text that name it. */
  readonly places: readonly (readonly [number, number])[];
}

const kinds = "articles?|pieces?|texts?|write-?ups?|stor(?:y|ies)|blog posts?";
const ordinals: Readonly<Record<string, number>> = {
  "1": 1,
  "2": 2,
  "3": 3,
  one: 1,
  two: 2,
  three: 3,
  first: 1,
  second: 2,
  third: 3,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  former: 1,
  latter: 2,
};

/** `folded`: the text in lower case. `thread`: sources that the thread was about. */
export function scopeOf(
  folded: string,
  dossier: Dossier,
  thread: readonly string[] = [],
): Scope | undefined {
  const family = founding(dossier);
  if (family.length > 0) {
    const numbered = numberedIn(folded, family, thread);
    if (numbered) return numbered;
    const loose = new RegExp(
      `\\b(?:the|both|these|those|source|two|2|acc to the|which|each|this|your) (?:two |2 |source |${publisherWord(dossier, family)} )*(${kinds})\\b`,
      "g",
    ).exec(folded);
    if (loose) {
      return {
        sources: family,
        several: /s$/.test(loose[1] ?? ""),
        places: [[loose.index, loose.index + loose[0].length]],
      };
    }
  }
  return byName(folded, dossier);
}

/**
 * The sources that people call "the articles": those of a publisher that is itself an actor of the
 * record known by that word, in the order of the files.
 */
function founding(dossier: Dossier): readonly string[] {
  for (const actor of dossier.actors.values()) {
    if (!actor.aliases.some((alias) => /\barticles?\b/i.test(alias))) continue;
    const own = [...dossier.sources.values()].filter(
      ({ publisher }) => fold(publisher) === fold(actor.name),
    );
    if (own.length > 0) return own.map(({ id }) => id);
  }
  return [];
}

function publisherWord(dossier: Dossier, family: readonly string[]): string {
  const name = fold(dossier.sources.get(family[0] ?? "")?.publisher ?? "");
  return name.replace(/[^\p{L}\p{N}]+/gu, ".?");
}

function numberedIn(
  folded: string,
  family: readonly string[],
  thread: readonly string[],
): Scope | undefined {
  const named: { at: number; end: number; source: string }[] = [];
  const patterns = [
    new RegExp(`\\b(?:${kinds}) (?:no\\.? ?|number |#)?(1|2|3|one|two|three)\\b`, "g"),
    new RegExp(`\\b(first|second|third|1st|2nd|3rd)(?: \\S+)? (?:${kinds}|source|one)\\b`, "g"),
  ];
  for (const pattern of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const source = family[(ordinals[match[1] ?? ""] ?? 0) - 1];
      // "the second one" means a source only where the thread is about sources.
      if (!source || (/one$/.test(match[0]) && !thread.some((id) => family.includes(id)))) continue;
      named.push({ at: match.index, end: match.index + match[0].length, source });
    }
  }
  if (named.length === 0) return undefined;
  return {
    sources: [...new Set(named.map(({ source }) => source))],
    several: named.length > 1,
    places: named.map(({ at, end }) => [at, end] as const),
  };
}

/** A publisher or title as written, when the question asks what it says: "according to Reuters". */
function byName(folded: string, dossier: Dossier): Scope | undefined {
  const asked =
    /\b(?:according to|acc to|per|what (?:does|did|do)|as reported by|reported by|by|in|from|citing)(?: the)? ([\p{L}\p{N}][\p{L}\p{N} .&_-]{1,60})/u.exec(
      folded,
    );
  if (!asked) return undefined;
  const said = wordsOf(asked[1] ?? "").map(({ word }) => word);
  const sources = [...dossier.sources.values()].filter(({ publisher }) => {
    const name = wordsOf(publisher).map(({ word }) => word);
    // One short word is too little to tell a publisher from what the question is about.
    return (
      name.length > 0 && name.join("").length > 2 && name.every((word, at) => said[at] === word)
    );
  });
  // An actor of the record is rather what the question is about than where it was read.
  const isActor = sources.some(({ publisher }) =>
    [...dossier.actors.values()].some(({ name, aliases }) =>
      [name, ...aliases].some((each) => fold(each) === fold(publisher)),
    ),
  );
  if (sources.length === 0 || isActor) return undefined;
  const at = asked.index + asked[0].indexOf(asked[1] ?? "");
  const [first] = sources;
  return {
    sources: sources.map(({ id }) => id),
    several: false,
    places: [[at, at + (first?.publisher.length ?? 0)]],
  };
}
