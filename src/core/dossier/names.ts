/**
 * Names of actors, topics, terms, disputes and series, with their aliases, as people may spell them:
 * any case, with or without accents, in another transliteration, in Persian or Arabic script, or
 * with a slip of the finger.
 */
import { distance, slips } from "./distance.ts";
import type { Dossier } from "./dossier.ts";
import { foldSound, normalise } from "./spelling.ts";
import { type Named, type NamedKind, type Spelling, spellingsOf } from "./spellings.ts";

export type { Named, NamedKind };

interface NameMatch extends Named {
  /** `exact`: the same name; `sound`: another transliteration; `slip`: misspelled; `part`: some words of it. */
  readonly how: "exact" | "sound" | "slip" | "part";
  /** Larger is further; compare within the same `how`. */
  readonly far: number;
}

/** A name found in running text. */
interface Mention {
  readonly start: number;
  readonly end: number;
  /** All records that the name may mean; more than one when it is ambiguous. */
  readonly matches: readonly NameMatch[];
}

export interface Names {
  /** Records whose name it is, best first; empty when nothing is close enough to act on. */
  find(words: string, kinds?: readonly NamedKind[]): readonly NameMatch[];
  /** For "did you mean": also far and partial ones. */
  suggest(words: string, kinds?: readonly NamedKind[], limit?: number): readonly NameMatch[];
  /**
   * For autocomplete: what has a word that begins with what was typed, then what holds it; all, in
   * order, when nothing was. Of equals those come first that `preferred` says.
   */
  complete(
    typed: string,
    kinds?: readonly NamedKind[],
    limit?: number,
    preferred?: (record: Named) => boolean,
  ): readonly Named[];
  /** Names in running text, longest first, none overlapping, in order of place. */
  scan(text: string, kinds?: readonly NamedKind[]): readonly Mention[];
}

const ranks: Readonly<Record<NameMatch["how"], number>> = { exact: 0, sound: 1, slip: 2, part: 3 };
// Words of a question that say nothing about which name is meant.
const small: ReadonlySet<string> = new Set(
  ["the", "and", "for", "with", "what", "who", "how", "about", "from", "does", "did"].map(
    foldSound,
  ),
);
const kept = new WeakMap<Dossier["actors"], Names>();

/** Built once for each record. */
export function namesOf(dossier: Dossier): Names {
  const names = kept.get(dossier.actors) ?? createNames(spellingsOf(dossier));
  kept.set(dossier.actors, names);
  return names;
}

function createNames(spellings: readonly Spelling[]): Names {
  const longest = Math.max(1, ...spellings.map(({ spelled }) => spelled.split(" ").length));
  const bySpelling = groupBy(spellings, ({ spelled }) => spelled);
  const bySound = groupBy(spellings, ({ sound }) => sound);

  const same = (words: string, kinds?: readonly NamedKind[]): readonly NameMatch[] => {
    const spelled = normalise(words);
    if (spelled === "") return [];
    const exact = best(bySpelling.get(spelled) ?? [], "exact", kinds);
    if (exact.length > 0) return exact;
    const sound = foldSound(spelled);
    return sound.length < 3 ? [] : best(bySound.get(sound) ?? [], "sound", kinds);
  };

  const slipped = (words: string, kinds?: readonly NamedKind[]): readonly NameMatch[] => {
    const sound = foldSound(normalise(words));
    const most = slips(sound.length);
    if (most === 0) return [];
    // Another number is another name, not a slip.
    const numbers = digitsOf(sound);
    const near = spellings
      .filter(({ record }) => !kinds || kinds.includes(record.kind))
      .filter(({ sound: own, strict }) => !strict && digitsOf(own) === numbers)
      .map((spelling) => ({ spelling, far: distance(sound, spelling.sound, most) }))
      .filter(({ far }) => far <= most);
    return unique(
      near.map(({ spelling, far }) => ({ ...spelling.record, how: "slip" as const, far })),
    );
  };

  const partial = (words: string, kinds?: readonly NamedKind[]): readonly NameMatch[] => {
    const wanted = normalise(words)
      .split(" ")
      .map(foldSound)
      .filter((word) => word.length > 2 && !small.has(word));
    if (wanted.length === 0) return [];
    const found = spellings.flatMap(({ record, sound }) => {
      if (kinds && !kinds.includes(record.kind)) return [];
      const has = sound.split(" ");
      const hits = wanted.filter((word) =>
        has.some(
          (each) =>
            each.startsWith(word) || distance(each, word, slips(word.length)) <= slips(word.length),
        ),
      ).length;
      return hits === 0
        ? []
        : [
            {
              ...record,
              how: "part" as const,
              far: wanted.length - hits + (has.length - hits) / 10,
            },
          ];
    });
    return unique(found);
  };

  const find: Names["find"] = (words, kinds) => {
    const exact = same(words, kinds);
    if (exact.length > 0) return exact;
    const bare = words.trim().replace(/^the /i, "");
    const named = same(bare, kinds);
    return named.length > 0 ? named : slipped(bare, kinds);
  };

  return {
    find,
    suggest: (words, kinds, limit = 3) =>
      unique([...find(words, kinds), ...slipped(words, kinds), ...partial(words, kinds)]).slice(
        0,
        limit,
      ),
    complete(typed, kinds, limit = 25, preferred = () => false) {
      const wanted = normalise(typed);
      const sound = foldSound(wanted);
      const scored = spellings
        .filter(({ record }) => !kinds || kinds.includes(record.kind))
        .flatMap((spelling) => {
          const far = completion(spelling, wanted, sound);
          if (far === undefined) return [];
          // Halves tell equals apart.
          const behind = wanted !== "" && !preferred(spelling.record) ? 0.5 : 0;
          const within = spelling.spelled.startsWith(wanted) ? 0 : 0.25;
          return [{ ...spelling.record, how: "exact" as const, far: far + behind + within }];
        });
      const found = unique(scored);
      const offered = found.length > 0 ? found : unique(slipped(typed, kinds));
      return offered.slice(0, limit).map(({ kind, id, name }) => ({ kind, id, name }));
    },
    scan(text, kinds) {
      const words = [...text.matchAll(/(?<![\p{L}]['’](?=s\b))[\p{L}\p{M}\p{N}\u200c]+/gu)];
      const mentions: Mention[] = [];
      for (let at = 0; at < words.length; ) {
        const mention = longestAt(at);
        if (mention) mentions.push(mention.found);
        at = mention ? mention.next : at + 1;
      }
      return mentions;

      /** The longest name that stands here; a misspelled one only where none is spelled right. */
      function longestAt(at: number): { found: Mention; next: number } | undefined {
        for (const look of [same, slipped]) {
          for (let size = Math.min(longest, words.length - at); size > 0; size--) {
            const [first, last] = [words[at], words[at + size - 1]];
            if (!first || !last) continue;
            const [start, end] = [first.index, last.index + last[0].length];
            const run = text.slice(start, end).replace(/['’]s\b/gu, "");
            // One short common word is too little to be taken for a misspelled name.
            const matches = look === slipped && run.length < 6 ? [] : look(run, kinds);
            if (matches.length > 0) return { found: { start, end, matches }, next: at + size };
          }
        }
        return undefined;
      }
    },
  };
}

/**
 * 0: a name itself; 1: begins a word of the main name; 2: of an alias; 3: of an office or an adjective;
 * 4: sounds like the beginning of a word; 5: stands inside; undefined when not there.
 */
function completion(spelling: Spelling, wanted: string, sound: string): number | undefined {
  const { record, spelled, derived } = spelling;
  if (wanted === "") return derived ? undefined : 0;
  if (spelled === wanted) return 0;
  if (` ${spelled}`.includes(` ${wanted}`)) {
    if (derived) return 3;
    return spelled === normalise(record.name) ? 1 : 2;
  }
  if (sound.length > 2 && ` ${spelling.sound}`.includes(` ${sound}`)) return 4;
  return spelled.includes(wanted) ? 5 : undefined;
}

function best(
  spellings: readonly Spelling[],
  how: "exact" | "sound",
  kinds?: readonly NamedKind[],
): readonly NameMatch[] {
  const fitting = spellings.filter(({ record }) => !kinds || kinds.includes(record.kind));
  const written = fitting.filter(({ derived }) => !derived);
  return unique(
    (written.length > 0 ? written : fitting).map(({ record }) => ({ ...record, how, far: 0 })),
  );
}

/** Each record once, at its best. Stable. */
function unique(matches: readonly NameMatch[]): readonly NameMatch[] {
  const found = new Map<string, NameMatch>();
  for (const match of matches.toSorted((a, b) => ranks[a.how] - ranks[b.how] || a.far - b.far)) {
    const key = `${match.kind} ${match.id}`;
    if (!found.has(key)) found.set(key, match);
  }
  return [...found.values()];
}

function groupBy(
  spellings: readonly Spelling[],
  key: (spelling: Spelling) => string,
): ReadonlyMap<string, readonly Spelling[]> {
  const groups = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    groups.set(key(spelling), [...(groups.get(key(spelling)) ?? []), spelling]);
  }
  return groups;
}

function digitsOf(words: string): string {
  return words.replace(/\P{N}+/gu, " ").trim();
}
