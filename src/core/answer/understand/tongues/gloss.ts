/** Questions in Persian, Arabic and French, word by word in English: enough to look them up. */
import type { Dossier } from "../../../dossier/dossier.ts";
import type { Gazetteer, Mention } from "../gazetteer.ts";
import type { Language } from "../language.ts";
import { fold, type Word, wordsOf } from "../words.ts";
import { arabic } from "./arabic.ts";
import { french } from "./french.ts";
import { persian } from "./persian.ts";

/** English → the phrases of the language for it, parted by " | "; those for "" are single words. */
export interface Tongue {
  /** What kind of thing is asked for: comes first in English. */
  readonly asks: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

interface Meaning {
  readonly english: string;
  readonly asks: boolean;
}

const tables = {
  fa: tableOf(persian),
  ar: tableOf(arabic),
  fr: tableOf(french),
} as const;
const longestPhrase = 6;

function tableOf({ asks, words }: Tongue): ReadonlyMap<string, Meaning> {
  const table = new Map<string, Meaning>();
  for (const [entries, asking] of [
    [words, false],
    [asks, true],
  ] as const) {
    for (const [english, phrases] of Object.entries(entries)) {
      for (const phrase of phrases.split(english === "" ? " " : " | "))
        table.set(keyOf(wordsOf(fold(phrase))), { english, asks: asking });
    }
  }
  return table;
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ word }) => word).join(" ");
}

const ofFrench = new Set([...tables.fr.keys()].flatMap((phrase) => phrase.split(" ")));

/** Whether a folded word of French is one of questions. */
export function isFrench(word: string): boolean {
  return ofFrench.has(word);
}

/**
 * The words of `folded` in English, the kind of question first; names as the record writes them. What is
 * neither in the table nor a name is passed over, but for numbers and, in French, words with a capital;
 * where that is most of it, it stays: something else is asked.
 */
export function inEnglish(
  folded: string,
  written: string,
  language: Exclude<Language, "en" | "other">,
  gazetteer: Gazetteer,
  dossier: Dossier,
): string {
  const table = tables[language];
  const words = wordsOf(folded);
  const names = new Map(
    gazetteer
      .scan(language === "ar" ? words.map((word) => withoutParticle(word, gazetteer)) : words)
      .map((mention) => [mention.first, mention]),
  );
  const capitals = new Set(
    wordsOf(written).flatMap(({ word, capital, start }) => (capital && start > 0 ? [word] : [])),
  );
  const asked: string[] = [];
  const said: string[] = [];
  const passed: string[] = [];
  for (let at = 0; at < words.length; ) {
    const name = names.get(at);
    const found = phraseAt(table, words, at, language);
    if (name && (!found || name.next - at >= found.size) && !isTopic(name)) {
      said.push(nameOf(name, dossier) ?? keyOf(words.slice(at, name.next)));
      at = name.next;
      continue;
    }
    const word = words[at]?.word ?? "";
    if (found) (found.meaning.asks ? asked : said).push(found.meaning.english);
    else if (name || /^\d/.test(word) || capitals.has(word)) said.push(word);
    else passed.push(word);
    at += found?.size ?? 1;
  }
  const [first = ""] = asked;
  // English has the speaker before the verb.
  const understood = said
    .filter((part) => part !== "")
    .toSorted((a, b) => Number(a === "said") - Number(b === "said"));
  const rest = passed.length > understood.length ? passed : [];
  const english = [first, ...understood, ...rest].filter((part) => part !== "").join(" ");
  return withPrepositions(english).replace(/^what is the latest on$/, "what is the latest");
}

const month =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
const dates = new RegExp(
  `\\b(\\d{1,2} )?(?:${month} (?:19|20)\\d\\d|${month}|(?:19|20)\\d\\d)\\b`,
  "g",
);

function withPrepositions(english: string): string {
  return english.replace(dates, (date, day) => `${day === undefined ? "in" : "on"} ${date}`);
}

function isTopic({ named }: Mention): boolean {
  return named.every(({ kind }) => kind === "topic");
}

function nameOf({ named }: Mention, dossier: Dossier): string | undefined {
  const [one] = named.toSorted((a, b) => Number(a.kind === "topic") - Number(b.kind === "topic"));
  if (one === undefined) return undefined;
  const name =
    dossier.actors.get(one.id)?.name ??
    dossier.terms.get(one.id)?.term ??
    dossier.series.get(one.id)?.title;
  return name?.toLowerCase();
}

function phraseAt(
  table: ReadonlyMap<string, Meaning>,
  words: readonly Word[],
  at: number,
  language: Language,
): { readonly meaning: Meaning; readonly size: number } | undefined {
  for (let size = Math.min(longestPhrase, words.length - at); size > 0; size--) {
    const run = words.slice(at, at + size);
    const meaning =
      table.get(keyOf(run)) ??
      (language === "ar"
        ? table.get(run.map(({ word }) => bareArabic(word)).join(" "))
        : undefined);
    if (meaning) return { meaning, size };
  }
  return undefined;
}

// Arabic writes "and", "by", "for" and the article onto the word.
function bareArabic(word: string): string {
  return word.replace(/^[وفبلک]?(?:ال|لل)(?=.{2})|^[وفبلک](?=.{3})/u, "");
}

/** A name with a particle before it: "وإيران". */
function withoutParticle(word: Word, { vocabulary }: Gazetteer): Word {
  const bare = /^[وفبلک](?=.{3})/u.test(word.word) ? word.word.slice(1) : word.word;
  const known = !vocabulary.has(word.word) && vocabulary.has(bare);
  return known ? { ...word, word: bare, stem: bare } : word;
}
