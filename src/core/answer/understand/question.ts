/** What a person's words ask: read once, used by everything after. */
import type { Dossier } from "../../dossier/dossier.ts";
import type { Gazetteer, Mention } from "./gazetteer.ts";
import { bareQuestion, type Intent, intentOf } from "./intent.ts";
import { type FoundInterval, findInterval } from "./interval.ts";
import { relativeInterval } from "./interval-relative.ts";
import { type Language, languageOf } from "./language.ts";
import { shorthand } from "./lexicon/shorthand.ts";
import { longestQuestion, type Manner, mannerOf } from "./manner.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { stopWords } from "./stop-words.ts";
import { inEnglish } from "./tongues/gloss.ts";
import { fold, type Word, wordsOf } from "./words.ts";

export interface Question {
  /** As typed, cut to the longest that is read. */
  readonly text: string;
  /** Folded, with shorthand written out. */
  readonly plain: string;
  /** {@link plain} without the fillers that open it. */
  readonly bare: string;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  /** Places in `words` that say what it is about: no stop words, no dates, no names of sources. */
  readonly content: readonly number[];
  readonly intent: Intent;
  readonly manner: Manner | undefined;
  readonly language: Language;
  readonly interval: FoundInterval | undefined;
  /** Asks how things are today; the record has how they were last. */
  readonly lately: boolean;
  readonly scope: Scope | undefined;
  /** Leans on what was said before: "it", "that one", "there", "he". */
  readonly pronoun: boolean;
  /** Numbers in it that are no dates. */
  readonly numbers: readonly number[];
  readonly negated: boolean;
  /** Says that it is about something else than before. */
  readonly fresh: boolean;
}

/** What a thread lends to the reading of its next question. */
export interface Surroundings {
  readonly today: Temporal.PlainDate;
  /** Year that the thread is about. */
  readonly year?: number | undefined;
  /** First day of what the thread came to last. */
  readonly day?: Temporal.PlainDate | undefined;
  /** Sources that the thread was about. */
  readonly sources?: readonly string[] | undefined;
}

const pronouns =
  /\b(?:it|its|that|this|these|those|they|them|their|theirs|he|him|his|she|her|hers|there|then|both|one|ones|the same|same|the other|others?|each|the (?:two|three|money|cash|deal|talks|war|swap|meeting|statement|piece|attack|strike|vote|report|plan|text|first|second|last|latter|former)|so far|again|back then|else|either|neither)\b/;

export function readQuestion(
  typed: string,
  dossier: Dossier,
  gazetteer: Gazetteer,
  around: Surroundings,
): Question {
  const text = typed.replace(markup, " ");
  const cut = text.slice(0, longestQuestion);
  const folded = plainDigits(
    fold(cut.replace(/\b(?:[A-Za-z]\.){2,}/g, (dotted) => dotted.replaceAll(".", ""))),
  );
  const language = languageOf(
    cut,
    wordsOf(folded).map(({ word }) => word),
  );
  const foreign = language !== "en" && language !== "other";
  const written = foreign ? inEnglish(folded, cut, language, gazetteer, dossier) : writeOut(folded);
  const plain = written
    .replace(takenBack, "")
    .replace(turnOfTopic, "")
    .replace(aside, "")
    .replace(frame, " ")
    .replace(tail, "");
  const bare = bareQuestion(plain);
  const framed = frame.test(written) || tail.test(written);
  const words = spread(plain, cut);
  const spelled = findInterval(
    plain,
    around.today,
    earlier(around.today, dossier.until),
    around.year,
  );
  const lately =
    spelled !== undefined && (asksState.test(bare) || (framed && onlyToday.test(plain)));
  const interval =
    spelled ?? (around.day === undefined ? undefined : relativeInterval(plain, around.day));
  const scope = scopeOf(plain, dossier, around.sources);
  const taken = [...(interval?.places ?? []), ...(scope?.places ?? [])];
  const inside = ({ start, end }: Word) =>
    taken.some(([from, until]) => start >= from && end <= until);
  const mentions = gazetteer
    .scan(words)
    .filter(({ first }) => !(words[first] && inside(words[first])));
  const named = new Set(mentions.flatMap(({ first, next }) => range(first, next)));
  const content = words.flatMap((word, at) =>
    !inside(word) && (named.has(at) || !stopWords.has(word.word)) ? [at] : [],
  );
  const numbers = words.flatMap((word) =>
    /^\d/.test(word.word) && !inside(word) ? [Number(word.word)] : [],
  );
  return {
    text: cut,
    plain,
    bare,
    words,
    mentions,
    content,
    intent: framed ? "check" : intentOf(bare, /\?\s*$/.test(cut)),
    manner:
      mentions.length > 0 && plain.length < 40 && words.length < 4
        ? mannerOf(text, plain, true)
        : (mannerOf(text, fold(cut).replace(aside, "")) ??
          (framed ? undefined : mannerOf(text, plain))),
    fresh: turnOfTopic.test(written),
    language,
    interval: lately ? undefined : interval,
    lately,
    scope,
    pronoun: pronouns.test(bare),
    numbers: numbers.filter((number) => Number.isFinite(number)),
    negated:
      /\b(?:not|no|never|without|nobody|none|dont|didnt|isnt|wasnt|hasnt|doesnt|cannot)\b/.test(
        plain,
      ),
  };
}

/** Tags of web pages, scripts with all that they hold: no words of a question. */
const markup =
  /<(script|style)\b[^>]*>.*?<\/\1\s*>|<\/?(?:script|style|img|iframe|svg|a|b|i|p|br|div|span|body|html|form|input)(?=[\s/>])[^>]*>/gis;

/** What a person typed and took back. */
const takenBack =
  /^.*\b(?:scratch that|no wait|wait no|never ?mind(?: that)?|correction|let me rephrase)\b[\s,.:;!-]+(?=\S)/;

/** What announces another subject: it is no part of the question. */
const turnOfTopic =
  /^(?:(?:ok|okay|so|and|now|well|right|alright|anyway|thanks)[\s,]+)*(?:on )?(?:a |an )?(?:(?:completely |totally )?(?:different|another|new|other|unrelated) (?:thing|topic|question|subject|matter|note)|(?:quick |small |short |little )?(?:detour|aside|side ?note|tangent)|change of (?:topic|subject|tack)|(?:let us |lets )?(?:change|switch) (?:the )?(?:topic|subject|gears)|something else|unrelated|moving on|next question|new question)(?: please| now| entirely| then)?[\s,.:;!-]+/;

/** What a person says of themselves before the question. */
const aside =
  /^(?:(?:so|hi|hey|hello|ok|quick one|just|btw)[\s,]+)*(?:for (?:my|an?|our|the) (?:\w+ ){0,2}(?:essay|paper|class|homework|exam|report|thesis|assignment|presentation|newsletter|desk|boss|client|column|story|note|memo|slides?)s?|(?:asking|question) (?:for|from) (?:a|my) \w+)[\s,.:;-]+/;

/** What puts an assertion to the test: it is no part of the assertion. */
const frame =
  /\b(?:is|was) (?:it|this|that)(?: really| actually| even)? (?:true|right|correct|accurate|a fact|the case)(?: to say| to claim)?(?: that)?\b(?=.)|\btrue or false\b[:,]?|\b(?:fact[- ]?check|claim|statement|verify|check)\b ?:|^(?:please )?(?:verify|debunk|fact[- ]?check|check)\b(?: (?:this|that|whether|if|the claim))*:?|\b(?:can|could|may|should) i (?:print|publish|write|say|report|run|quote)(?: this| that)*(?: that)?:?|^(?:i|we) (?:read|heard|saw)(?: somewhere)?(?: that)?\b|^(?:someone|somebody|a friend|my \w+|people|they|he|she) (?:says?|said|told me|claims?|claimed|think|thinks|insists?)(?: that)?\b(?=.*\b(?:true|right|correct|accurate|really)\b)/;
const tail =
  /[\s,.;:–-]+(?:is (?:it|this|that) (?:true|right|correct|accurate|ok|so)|ok to (?:print|publish|say|write|report|run|use)|(?:safe|fine|good) to (?:print|publish|say|write|report|run|use)|true or (?:false|not)|true|correct|right|accurate|fact or fiction|(?:can (?:you|u) |please |pls )?confirm(?: (?:that|this|it))?|am i right|did i get (?:that|this|it) right|is that so|can i (?:print|publish|write|say|use) (?:this|that|it)|yes or no|really)\s*\?*\s*$/;

const ordinals: Readonly<Record<number, string>> = {
  1: "first",
  2: "second",
  3: "third",
  4: "fourth",
  5: "fifth",
  6: "sixth",
  7: "seventh",
  8: "eighth",
  9: "ninth",
  10: "tenth",
};
/** "'79", "in 79", "the 79 revolution": of a century that is over, where nothing is counted. */
const shortYear =
  /(?<=\b(?:in|since|the|of|after|before|from|by|late|early|mid) |')([789]\d)\b(?!\s?(?:percent|%|people|persons|votes?|kg|states?|countries|days?|years?|weeks?|points?|minutes?|hours?|km|miles|dollars?|billion|million|missiles?|drones?|dead|killed))/g;
const monthName = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
/** "4th", where it is no day of a month. */
const ordinal = new RegExp(
  `(?<!\\b${monthName}[a-z]*\\.? (?:the )?)\\b(\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of )?${monthName})`,
  "g",
);

/** Shorthand, money and signs in words. */
function writeOut(folded: string): string {
  return folded
    .replace(
      /\$\s?(\d[\d.,]*)\s?(bn|billion|b|mn|million|m|k)?\b/g,
      (_, amount, unit) =>
        `${amount} ${unit === undefined ? "" : /^b/.test(unit) ? "billion" : /^m/.test(unit) ? "million" : "thousand"} dollars`,
    )
    .replace(/\${2,}/g, "money")
    .replace(/(\d)\s?(?:%|percent|per cent|pct)(?!\w)/g, "$1 percent")
    .replace(/(\d)(bn|mn|kg|bln|mln)\b/g, "$1 $2")
    .replace(/\bleft (?=before|to\b|until|over|behind|standing|open|unresolved)/g, "")
    .replace(/\bin order to\b/g, "to")
    .replace(/\bof all (?:people|things|places|countries)\b/g, "")
    .replace(/\b(do|did|does|would|should) people\b/g, "$1 they")
    .replace(/\b(?:o+h+|a+h+|h+m+|u+h+|u+m+|m+h+m+|e+h+)\b/g, "")
    .replace(shortYear, "19$1")
    .replace(ordinal, (written, number) => ordinals[Number(number)] ?? written)
    .replace(/\bw\/o\b/g, "without")
    .replace(/\bw\/\s?/g, "with ")
    .replace(/\s&\s/g, " and ")
    .replace(/\p{L}[\p{L}\p{N}'/]*/gu, (word) => shorthand[word.replaceAll("'", "")] ?? word);
}

/** Words of the plain text; capitals as the person wrote them, where the word still stands. */
function spread(plain: string, written: string): readonly Word[] {
  const capitals = new Set(
    wordsOf(written)
      .filter(({ capital, start }) => capital && start > 0)
      .map(({ word }) => word),
  );
  return wordsOf(plain).map((word) => ({ ...word, capital: capitals.has(word.word) }));
}

function range(from: number, next: number): readonly number[] {
  return Array.from({ length: next - from }, (_, at) => from + at);
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}

/** How things are, not what happened: "how many sanctions are there today". */
const onlyToday = /^(?!.*\d{4}).*\btoday\b/;
const asksState =
  /^(?:is|are|has|have|does|do|how (?:much|many)|who (?:is|are|leads?|runs?|rules?)|where (?:is|are))\b.*\b(?:today|this (?:week|month|year))$/;

/** Digits of Persian and Arabic. */
function plainDigits(text: string): string {
  return text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}
