/** Known words near to an unknown one: a slip of the finger or another transliteration. */
import { distance } from "../../dossier/distance.ts";
import { foldSound } from "../../dossier/spelling.ts";

export interface Speller {
  /** Nearest known words, best first; empty when nothing is near enough to act on. */
  correct(word: string): readonly string[];
}

/** `vocabulary`: known words and how often they occur. */
export function createSpeller(vocabulary: ReadonlyMap<string, number>): Speller {
  const byLength = new Map<number, { word: string; sound: string; count: number }[]>();
  const bySound = new Map<string, string[]>();
  for (const [word, count] of vocabulary) {
    if (word.length < 4 || /^\d/.test(word)) continue;
    const sound = foldSound(word);
    const list = byLength.get(word.length) ?? [];
    list.push({ word, sound, count });
    byLength.set(word.length, list);
    bySound.set(sound, [...(bySound.get(sound) ?? []), word]);
  }
  return {
    correct(word) {
      if (word.length < 5 || /\d/.test(word)) return [];
      const same = bySound.get(foldSound(word));
      if (same) return same;
      const most = slipsIn(word.length);
      let found: { word: string; far: number; count: number }[] = [];
      for (let length = word.length - most; length <= word.length + most; length++) {
        for (const known of byLength.get(length) ?? []) {
          const far = distance(word, known.word, most);
          // A slip in the first letter is rare; one that also changes the length more so.
          const strange = known.word[0] !== word[0] ? 0.5 : 0;
          if (far <= most) found.push({ word: known.word, far: far + strange, count: known.count });
        }
      }
      found = found.filter(({ far }) => far <= most);
      found.sort((a, b) => a.far - b.far || b.count - a.count || (a.word < b.word ? -1 : 1));
      const [best] = found;
      return best
        ? found
            .filter(({ far }) => far === best.far)
            .slice(0, 2)
            .map(({ word: near }) => near)
        : [];
    },
  };
}

/** One letter up to seven, two beyond. Words of four letters and less have too many neighbours. */
function slipsIn(length: number): number {
  return length < 8 ? 1 : 2;
}
