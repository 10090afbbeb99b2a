/** Text → words that can be compared: folded, without marks, numbers whole, stems for English. */
import stemOf from "wink-porter2-stemmer";
import { sameLetters } from "../../dossier/spelling.ts";
import { irregular } from "./irregular.ts";

/** One word of a text, with its place in it. */
export interface Word {
  /** Folded: lower case, no accents, no possessive; numbers without group marks. */
  readonly word: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Written with a capital letter. */
  readonly capital: boolean;
}

const pattern = /\d+(?:[.,:]\d+)*|[\p{L}\p{M}\u200c]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?[\p{N}]*/gu;

const ascii = /^[\0-~]*$/;

/** Lower case, without accents, vowel signs and apostrophes. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const folded = text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200c\u200d]/gu, "")
    .replace(/[’‘ʿʾʻ`´]/g, "'")
    .toLowerCase();
  return sameLetters(folded);
}

const stems = new Map<string, string>();
// Words of questions are unbounded; those of a record are not.
const mostStems = 50_000;

/** Stem of a folded word; numbers and words of other scripts stay as they are. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const regular = irregular.get(word) ?? word;
  const made = /^[a-z]+$/.test(regular) && regular.length > 2 ? stemOf(regular) : regular;
  if (stems.size < mostStems) stems.set(word, made);
  return made;
}

/** Signs that are read as words, written out: "60 %" is "60 percent". */
export function signsAsWords(text: string): string {
  return text.includes("%") || /per cent/i.test(text)
    ? text.replace(/(?<=\d)\s?%/g, " percent").replace(/\bper cent\b/gi, "percent")
    : text;
}

/** The words of a text, in order. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const [written] = match;
    const word = bare(fold(written));
    if (word === "") continue;
    words.push({
      word,
      stem: stem(word),
      start: match.index,
      end: match.index + written.length,
      capital: /^\p{Lu}/u.test(written),
    });
  }
  return words;
}

function bare(word: string): string {
  if (/^\d/.test(word)) return word.replace(/,(?=\d{3}(?:\D|$))/g, "");
  return word.replace(/'s$/, "").replaceAll("'", "");
}
