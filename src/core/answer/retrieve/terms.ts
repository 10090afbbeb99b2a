/** A question as weighted search terms: its words, their kin from the lexicon, and the names in it. */

import { isEnglish } from "../understand/english.ts";
import type { Named } from "../understand/gazetteer.ts";
import { saysKind } from "../understand/intent.ts";
import { spelledNumbers } from "../understand/irregular.ts";
import { looksLikeName } from "../understand/names.ts";
import { ordinaryStems } from "../understand/ordinary-words.ts";
import { passingStems } from "../understand/passing-words.ts";
import type { Question } from "../understand/question.ts";
import { stopWords } from "../understand/stop-words.ts";
import { stem, type Word, wordsOf } from "../understand/words.ts";
import { type Index, keyOfName } from "./index.ts";
import { kin, phraseAt } from "./kin.ts";
import type { Speller } from "./spelling.ts";
import { termWeights } from "./weights.ts";

export interface QueryTerm {
  /** The word or name key, for explaining and for carrying. */
  readonly key: string;
  /** Numbers of index terms that satisfy it, heaviest first. */
  readonly alternates: readonly { readonly term: number; readonly weight: number }[];
  readonly idf: number;
  /** 1 for the question's own. Carried ones weigh less. */
  readonly weight: number;
  /** Carried from earlier turns. */
  readonly carried: boolean;
  /** A name of a record. */
  readonly named: boolean;
  /** Nothing on record has it, in any spelling. */
  readonly unknown: boolean;
  /** As the person wrote it. */
  readonly word: string;
}

// Fewer words are also said in passing.
const longTitle = 3;
const units = /^(?:billion|million|percent|kg|tonnes?)$/;

export function termsOf(question: Question, index: Index, speller: Speller): readonly QueryTerm[] {
  const { words, mentions } = question;
  const terms = new Map<string, QueryTerm>();
  const add = (term: QueryTerm | undefined) => {
    if (!term) return;
    const known = terms.get(term.key);
    if (!known || known.weight < term.weight) terms.set(term.key, term);
  };
  const done = new Set<number>();
  for (const { first, next, named } of mentions) {
    const run = words.slice(first, next);
    if (named.every(({ kind }) => kind === "topic")) {
      const whole = next - first >= longTitle;
      for (const each of named)
        add(nameTerm([each], run, index, whole ? termWeights.title : termWeights.topic));
      for (let at = first; whole && at < next; at++) done.add(at);
      continue;
    }
    const [one] = named;
    add(nameTerm(named, run, index, weightOf(one?.kind ?? "actor")));
    for (let at = first; at < next; at++) {
      const word = words[at];
      done.add(at);
      if (
        word &&
        next - first === 1 &&
        one?.kind === "actor" &&
        !index.gazetteer.mainNames.has(word.stem)
      ) {
        const literal = wordTerm(word, index, speller, termWeights.literal);
        if (!literal.unknown && index.places.has(word.word)) add(literal);
      }
      // The words of a long name still count for something: "nuclear" of "nuclear deal".
      if (word && named.some(({ kind }) => kind !== "actor") && !stopWords.has(word.word)) {
        const part = wordTerm(word, index, speller, 0.4);
        // A name in another language is known by the whole of it.
        if (!part.unknown) add(part);
      }
    }
  }
  for (const [at, word] of words.entries()) {
    const meant = phraseAt(words, at);
    if (!meant) continue;
    for (let each = at; each < at + meant.size; each++) done.add(each);
    add(phraseTerm(meant.key, meant.means, index, word));
  }
  for (const at of question.content) {
    const word = words[at];
    // "six billion" says more than "six people".
    const measured = spelledNumbers.has(word?.word ?? "") && units.test(words[at + 1]?.word ?? "");
    const heard = word !== undefined && saysKind(word.word, question.intent);
    if (word && !done.has(at)) {
      add(wordTerm(word, index, speller, measured ? 2 : heard ? termWeights.kind : 1));
    }
  }
  return [...terms.values()];
}

function weightOf(kind: Named["kind"]): number {
  return kind === "term"
    ? termWeights.term
    : kind === "series"
      ? termWeights.series
      : kind === "topic"
        ? termWeights.topic
        : termWeights.actor;
}

function nameTerm(
  named: readonly Named[],
  run: readonly Word[],
  index: Index,
  weight: number,
): QueryTerm {
  const keys = named.map(keyOfName);
  const known = keys.flatMap((key) => index.term(key) ?? index.term(groupOf(key, index)) ?? []);
  // The most telling word of a term's name stands in where a claim does not use the whole name.
  const telling = named.some(({ kind }) => kind === "term" || kind === "series")
    ? run
        .flatMap(({ word, stem: own }) => (stopWords.has(word) ? [] : (index.term(own) ?? [])))
        .toSorted((a, b) => index.idf(b) - index.idf(a))
        .slice(0, 1)
    : [];
  const alternates = [
    ...known.map((term) => ({ term, weight: 1 })),
    ...telling.map((term) => ({ term, weight: termWeights.telling as number })),
  ];
  const [key = ""] = keys;
  const rarest = Math.max(0, ...known.map((term) => index.idf(term)));
  const idf = Math.min(rarest, ...telling.map((term) => index.idf(term)));
  return {
    key,
    alternates,
    idf: alternates.length === 0 ? index.unknownIdf : idf,
    weight,
    carried: false,
    named: true,
    unknown: alternates.length === 0,
    word: run.map(({ word }) => word).join(" "),
  };
}

/** An actor of whom nothing is on record stands for the state or body that it belongs to. */
function groupOf(key: string, index: Index): string {
  return key.startsWith("@") ? `@${index.partOf(key.slice(1)) ?? ""}` : "";
}

/** A term for one word: itself, its kin at a lower weight, and nearer spellings when it is unknown. */
function wordTerm(
  { word, stem: own }: Word,
  index: Index,
  speller: Speller,
  weight: number,
): QueryTerm {
  const exact = index.term(own);
  const related = [...(kin.get(own) ?? [])].flatMap((other) => {
    const term = index.term(other);
    return term === undefined ? [] : [{ term, weight: termWeights.synonym as number }];
  });
  const passing = exact === undefined && passingStems.has(own);
  const english = exact === undefined && isEnglish(word);
  // What is spelt right is not another word spelt wrong.
  const spelled =
    exact === undefined && related.length === 0 && !english && !/^\d/.test(word)
      ? speller.correct(word)
      : [];
  const respelled = spelled.flatMap((other) => {
    const term = index.term(stem(other));
    return term === undefined ? [] : [{ term, weight: termWeights.spelling as number }];
  });
  // "440 kg" is said for 440.9.
  const rounded =
    exact === undefined && /^\d+$/.test(word)
      ? Array.from({ length: 10 }, (_, digit) => index.term(`${word}.${digit}`)).flatMap((term) =>
          term === undefined ? [] : [{ term, weight: termWeights.spelling as number }],
        )
      : [];
  const alternates = [
    ...(exact === undefined ? [] : [{ term: exact, weight: 1 }]),
    ...rounded,
    ...respelled,
    ...related,
  ];
  const idf =
    exact === undefined
      ? Math.max(0, ...alternates.map(({ term }) => index.idf(term)))
      : index.idf(exact);
  const [meant] = spelled;
  return {
    // A slip is carried on as the word that was meant.
    key: respelled.length > 0 && meant !== undefined ? stem(meant) : own,
    alternates,
    idf: alternates.length === 0 ? index.unknownIdf : Math.min(idf, index.unknownIdf),
    weight:
      ordinaryStems.has(own) || passing || spelledNumbers.has(word)
        ? weight * (alternates.length === 0 ? termWeights.idle : termWeights.ordinary)
        : weight *
          (alternates.length > 0 ? 1 : english ? termWeights.lacking : termWeights.unknown),
    carried: false,
    named: false,
    unknown:
      alternates.length === 0 &&
      !ordinaryStems.has(own) &&
      !passing &&
      (!english || looksLikeName(word)),
    word,
  };
}

function phraseTerm(
  key: string,
  others: readonly string[],
  index: Index,
  word: Word,
): QueryTerm | undefined {
  const alternates = others.flatMap((other, at) => {
    const term = index.term(stem(other));
    return term === undefined ? [] : [{ term, weight: termWeights.phrase * (at === 0 ? 1 : 0.9) }];
  });
  if (alternates.length === 0) return undefined;
  // The first is what is meant most; the others are as rare as they are.
  const [first] = alternates;
  const idf = first ? index.idf(first.term) : 0;
  return {
    key,
    alternates,
    idf,
    weight: 1,
    carried: false,
    named: false,
    unknown: false,
    word: word.word,
  };
}

/** One term that any of the words satisfies; it lasts for one turn. */
export function wordsAsTerm(words: readonly string[], index: Index): QueryTerm | undefined {
  const [word] = wordsOf(words[0] ?? "");
  const term = word && phraseTerm(words.join(" "), words, index, word);
  return term && { ...term, carried: true };
}

/** A term that an earlier turn left behind. */
export function carriedTerm(key: string, weight: number, index: Index): QueryTerm | undefined {
  if (key.includes(" ")) return carriedPhrase(key, weight, index);
  const term = index.term(key);
  if (term === undefined) return undefined;
  return {
    key,
    alternates: [{ term, weight: 1 }],
    idf: index.idf(term),
    weight,
    carried: true,
    named: /^[@%~#]/.test(key),
    unknown: false,
    word: key,
  };
}

/** Words that stood for others, as "hold back" for "constraint". */
function carriedPhrase(key: string, weight: number, index: Index): QueryTerm | undefined {
  const words = wordsOf(key);
  const meant = phraseAt(words, 0);
  const [first] = words;
  const term = meant && first ? phraseTerm(key, meant.means, index, first) : undefined;
  return term && { ...term, weight, carried: true };
}
