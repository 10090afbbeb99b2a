/** What an assertion counts, against what a claim counts. */
import type { Claim } from "../../dossier/dossier.ts";
import type { Reading } from "../reading.ts";
import { wordsOf } from "../understand/words.ts";
import { months } from "./roles.ts";

/** The assertion counts something that the claim counts as well, with another result. */
export function otherNumber(claim: Claim, { question }: Reading): boolean {
  const counted = countsIn(question.plain);
  if (counted.length === 0) return false;
  const known = countsIn(`${claim.text} ${claim.headline}`);
  return counted.some(({ number, of }) => {
    const same = known.filter((each) => each.of === of);
    return same.length > 0 && same.every((each) => each.number !== number);
  });
}

/** The claim has its number as a bound or a round one. */
export function rounded({ text }: Claim, { question }: Reading): boolean {
  return (
    countsIn(question.plain).length > 0 &&
    /\b(?:at least|at most|more than|less than|fewer than|up to|as many as|about|around|some|nearly|almost|over|under|between) (?:\$ ?)?\d/i.test(
      text,
    )
  );
}

/** Numbers with the word that they count: "five americans", "14 points", "6 billion". */
function countsIn(text: string): readonly { number: number; of: string }[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) => {
    // A spelt number has its figure for a stem.
    const number = /^\d/.test(word.stem) ? Number(word.stem) : Number.NaN;
    const next = words[at + 1];
    if (!Number.isFinite(number) || !next || /^\d/.test(next.word)) return [];
    return [{ number, of: next.stem }];
  });
}

/** Every year and month that the assertion names stands in the claim as well. */
export function hasDates({ text, headline, span }: Claim, { question }: Reading): boolean {
  const held = new Set(wordsOf(`${headline} ${text}`).map(({ word }) => word));
  for (const day of [span?.from, span?.until]) if (day) held.add(String(day.year));
  return question.words.every(
    ({ word }) => !(/^\d{4}$/.test(word) || months.test(word)) || held.has(word),
  );
}
