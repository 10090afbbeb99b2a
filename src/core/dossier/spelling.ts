/** Spellings made comparable. */

// Letters that NFKD leaves apart but people type for one another: Arabic and Persian yeh, kaf, heh.
const letters: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ك: "ک",
  ة: "ه",
  ۀ: "ه",
  ß: "ss",
  æ: "ae",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};
const letter = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");

/** One spelling for letters that are typed for one another. Takes lower case after NFKD. */
export function sameLetters(folded: string): string {
  return folded.replace(letter, (each) => letters[each] ?? each);
}

/**
 * Lower case, without accents, vowel signs, hyphens, apostrophes and other marks between words;
 * single spaces. "Amir‑Abdollahian’s" → "amir abdollahians".
 */
export function normalise(words: string): string {
  const folded = words
    .normalize("NFKD")
    .replace(/\p{M}|\p{Cf}|[\u0640'’‘ʿʾʻ`´]/gu, "")
    .toLowerCase();
  return sameLetters(folded)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

// Transliterations of Persian and Arabic names into Latin letters differ in these.
const sounds: readonly (readonly [RegExp, string])[] = [
  [/gh|q/g, "g"],
  [/kh/g, "h"],
  [/tch/g, "ch"],
  [/dj|zh/g, "j"],
  [/ph/g, "f"],
  [/w/g, "v"],
  [/ou|oo|u/g, "o"],
  [/ee|ie|ei|ey|ay|ai|y/g, "i"],
  [/(?<=[a-z])h(?= |$)/g, ""],
  [/(.)\1+/gu, "$1"],
];

/** The same for names that only transliteration tells apart: Araghchi and Araqchi, Ghalibaf and Qalibaf. */
export function foldSound(normalised: string): string {
  return sounds.reduce((word, [from, to]) => word.replace(from, to), normalised);
}
