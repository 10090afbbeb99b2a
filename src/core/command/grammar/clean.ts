/** Makes a typed line plain: what hides, reorders or pings is taken out, quotes become straight. */
import { visible } from "../../document/sentence.ts";

/** Longest line that is read, in characters. Longer ones are refused with a word on what to do. */
export const longestLine = 1_000;

/** Quotes that keyboards and phones put in by themselves → what the grammar knows. */
const quotes: readonly (readonly [RegExp, string])[] = [
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"'],
  [/[\u2018\u2019\u201a\u201b\u2032]/g, "'"],
];

/** Calls to groups and people that a chat message carries in its text. */
const mentions = /<[@!#][^<>]*>|(?<![\p{L}\p{N}.])@(?:everyone|here|channel)\b/giu;

const digits = /[\u0660-\u0669\u06f0-\u06f9]/g;

export function clean(line: string): string {
  let text = visible(line.normalize("NFC")).replace(mentions, " ");
  for (const [pattern, plain] of quotes) text = text.replace(pattern, plain);
  return text
    .replace(digits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/\s+/g, " ")
    .trim();
}

// Words that begin a question in running text, to tell `who mediates now` from `who araghchi`.
const asking =
  /^(?:who(?:'s|m|se)?|what(?:'s|s)?|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|might|may|tell|explain|list|give|show)\b/i;

/** True for a line that reads like a question rather than a mistyped command. */
// "Catch me up", "brief me": asked for as a question is.
const meUp = /^(?:catch|bring|get|brief|update|tell|show|give) (?:me|us)\b/i;

export function readsLikeQuestion(line: string): boolean {
  return (
    line.endsWith("?") ||
    line.endsWith("؟") ||
    (asking.test(line) && words(line).length >= 3) ||
    meUp.test(line)
  );
}

const back =
  /(?<![\p{L}\p{N}])(?:it|its|this|that|these|those|them|they|he|she|him|her|there|then|else|again|so|me|us|more|now|please)(?![\p{L}\p{N}])/iu;

/** True for words that lean on what was said before, which no subcommand knows. */
export function pointsBack(line: string): boolean {
  return back.test(line);
}

/** Words and quoted strings of a clean line. `key:"two words"` stays one word. */
export function words(line: string): readonly string[] {
  return [...line.matchAll(/(?:[^\s"]*"[^"]*"|[^\s"]+|")+/g)].map((match) => match[0]);
}

/** A word without the quotes around it. */
export function unquoted(word: string): string {
  return word.replaceAll('"', "").trim();
}
