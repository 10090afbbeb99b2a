/**
 * Whether a claim says in its own words what a question asserts: the same verb as a thing done, by the
 * same doer, to the same other, with every telling word. A claim that merely has the words does not.
 */
import type { Claim } from "../../dossier/dossier.ts";
import type { Reading } from "../reading.ts";
import type { Mention } from "../understand/gazetteer.ts";
import { stem, type Word, wordsOf } from "../understand/words.ts";
import { idsOf, isPast, isReport, type Line, meet, sameRoles } from "./roles.ts";

/** What of the assertion a claim may lack: just this is what it has otherwise. */
export type Leave = "nothing" | "place" | "number" | "agent";

/** Said of now, of what may be or of what ought to be: nothing that happened bears it out. */
const unsettled =
  /\b(?:is|are|isnt|arent|do|does|dont|doesnt|will|wont|can|cannot|could|would|should|might|may|must|still|now|currently|ever|always|all|every|only|first|last|who|whom|whose|which|what|when|where|why|how|while|because|after|before|until|despite|although|false|wrong)\b/;

export function says(claim: Claim, reading: Reading, leave: Leave = "nothing"): boolean {
  const { question, index } = reading;
  const lines = linesOf(claim, reading);
  if (!hasWords(claim, reading, leave)) return false;
  if (leave !== "agent" && !inTurn(claim, reading)) return false;
  if (lines.some(({ words }) => sameWords(words, question.words))) return true;
  if (unsettled.test(question.plain)) return false;
  const asked: Line = { text: question.plain, words: question.words, mentions: question.mentions };
  return verbsIn(reading).some((verb) =>
    lines.some((line) =>
      line.words.some(
        ({ stem: own, word }, at) =>
          own === asked.words[verb]?.stem &&
          isPast(word) &&
          !line.words.slice(0, at).some(isReport) &&
          !/^(?:the|a|an|to|of|no|not|never|its|for|on|by|that)$/.test(
            line.words[at - 1]?.word ?? "",
          ) &&
          sameRoles(asked, verb, line, at, leave, index),
      ),
    ),
  );
}

/** The claim says that just this was not done: "not" stands right before the verb. */
export function deniesIt(claim: Claim, reading: Reading): boolean {
  const { question, index } = reading;
  if (!hasWords(claim, reading, "nothing") || unsettled.test(question.plain)) return false;
  const asked: Line = { text: question.plain, words: question.words, mentions: question.mentions };
  return verbsIn(reading).some((verb) =>
    linesOf(claim, reading).some((line) =>
      line.words.some(
        ({ stem: own }, at) =>
          own === asked.words[verb]?.stem &&
          /^(?:not|never)$/.test(line.words[at - 1]?.word ?? "") &&
          !line.words.slice(0, at).some(({ word }) => /^(?:that|which|who)$/.test(word)) &&
          sameRoles(asked, verb, line, at, "nothing", index),
      ),
    ),
  );
}

/** Both deny or both affirm: to deny what the record rejects is to agree with it. */
export function sameSense({ text }: Claim, { question }: Reading): boolean {
  const asked = new Set(question.content.flatMap((at) => question.words[at]?.stem ?? []));
  const words = wordsOf(text);
  const denies = words.some(
    ({ word }, at) =>
      /^(?:not|never|no|nobody)$/.test(word) &&
      words.slice(at + 1, at + 3).some((each) => asked.has(each.stem)),
  );
  const stems = new Set(words.map((each) => each.stem));
  return question.negated ? denies : !denies || ![...asked].every((each) => stems.has(each));
}

const deaths = new Set(["kill", "assassinate", "die", "murder"].map(stem));
const ends = new Set(["leave", "quit", "withdraw", "overthrow", "conclude", "adopt"].map(stem));

/** Somebody's death is asserted: it has one doer. */
export function isDeath(reading: Reading): boolean {
  const { words, mentions } = reading.question;
  const person = mentions.some(({ named }) =>
    named.some(({ id }) => reading.dossier.actors.get(id)?.kind === "person"),
  );
  return person && verbsIn(reading).some((at) => deaths.has(words[at]?.stem ?? ""));
}

/** Of what is asserted there is only one: another time or place cannot be true besides. */
export function isOnce(reading: Reading): boolean {
  const { words, mentions } = reading.question;
  const ending = verbsIn(reading).some((at) => ends.has(words[at]?.stem ?? ""));
  return isDeath(reading) || (ending && mentions.length > 1);
}

/** Every word of the assertion stands in the claim's text, but for dates and what may be left. */
export function hasWords(claim: Claim, { question, index }: Reading, leave: Leave): boolean {
  const words = wordsOf(`${claim.headline}. ${claim.text}`);
  const stems = new Set(words.map(({ stem }) => stem));
  const literal = new Set(words.map(({ word }) => word));
  const named = new Set(
    index.gazetteer.scan(words).flatMap((each) => each.named.map(({ kind, id }) => kind + id)),
  );
  const inMention = (at: number) =>
    question.mentions.find(({ first, next }) => first <= at && at < next);
  const { content } = question;
  if (content.length < 2) return false;
  return content.every((at) => {
    const word = question.words[at];
    if (!word) return false;
    const before = question.words[at - 1]?.word ?? "";
    const isPlace = /^(?:in|at|near)$/.test(before);
    if (isPlace && leave === "place" && index.places.has(word.word)) return true;
    if (isPlace && !question.mentions.some(({ first, next }) => first === at && next > at + 1))
      return literal.has(word.word) && !some.test(claim.text.slice(0, placeOf(claim.text, word)));
    if (/^\d/.test(word.stem) && leave === "number") return true;
    const mention = inMention(at);
    if (!mention) return stems.has(word.stem);
    const actor = mention.named.some(({ kind }) => kind === "actor");
    if (actor && leave === "agent") return true;
    return (
      mention.named.some(({ kind, id }) => named.has(kind + id)) || (!actor && stems.has(word.stem))
    );
  });
}

/** "Three in Muscat and two in Rome": not all of it was there. */
const some = /(?:\d|two|three|four|five|some|most|one) in $/;

function placeOf(text: string, { word }: Word): number {
  return Math.max(0, text.toLowerCase().indexOf(word));
}

/** The claim names the same actors as often; of more than two, in the same order. */
export function inTurn({ text, headline }: Claim, { question, index }: Reading): boolean {
  const asked = actorsIn(question.mentions);
  return [text, headline].some((each) => {
    const theirs = actorsIn(index.gazetteer.scan(wordsOf(each)));
    if (asked.length <= 2) {
      const free = [...theirs];
      return asked.every((ids) => {
        const at = free.findIndex((other) => meet(other, ids));
        return at >= 0 && free.splice(at, 1).length > 0;
      });
    }
    let next = 0;
    for (const ids of theirs) if (next < asked.length && meet(ids, asked[next] ?? [])) next++;
    return next === asked.length;
  });
}

function actorsIn(mentions: readonly Mention[]): readonly (readonly string[])[] {
  return mentions.map(idsOf).filter((ids) => ids.length > 0);
}

function sameWords(line: readonly Word[], asked: readonly Word[]): boolean {
  return (
    asked.length > 3 &&
    asked.length === line.length &&
    asked.every(({ word }, at) => word === line[at]?.word)
  );
}

function linesOf({ text }: Claim, { index }: Reading): readonly Line[] {
  return text.split(/(?<=[.;:])\s+/).map((each) => {
    const words = wordsOf(each);
    return { text: each, words, mentions: index.gazetteer.scan(words) };
  });
}

/** Places of the words that may be the verb of what is asserted. */
function verbsIn({ question }: Reading): readonly number[] {
  const { words, content, mentions } = question;
  const free = content.filter(
    (at) => !mentions.some(({ first, next }) => first <= at && at < next),
  );
  if (/\b(?:did|didnt)\b/.test(question.plain)) return free;
  return free.filter((at) => isPast(words[at]?.word ?? "")).slice(0, 1);
}
