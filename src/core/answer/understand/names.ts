/** Whether a word that the record lacks is likely the name of something, as people type it: in lower case. */
import { fold } from "./words.ts";

// Countries by their names in English, from the platform's own tables.
const regions = new Set<string>();
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const display = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
for (const a of letters) {
  for (const b of letters) {
    for (const word of fold(display.of(a + b) ?? "").split(/[^a-z]+/))
      if (word.length > 3) regions.add(word);
  }
}

/** A country, or a word formed as peoples' names are. */
export function looksLikeName(word: string): boolean {
  return regions.has(word) || (word.length > 4 && /(?:ish|ese|ians?|stan|stani)$/.test(word));
}
