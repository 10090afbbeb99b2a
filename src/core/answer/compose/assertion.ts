/**
 * Whether a claim says in its own words what a question asserts: the same verb as a thing done, by the
 * same doer, to the same other, with every telling word. A claim that merely has the words does not.
 */
import type { Claim } from "../../dossier/dossier.ts";
import type { Reading } from "../reading.ts";
import type { Mention } from "../understand/gazetteer.ts";
import { irregular } from "../understand/irregular.ts";
import { stopWords } from "../understand/stop-words.ts";
import { stem, type Word, wordsOf } from "../understand/words.ts";

/** What of the assertion a claim may lack: just this is what it has otherwise. */
export type Leave = "nothing" | "place" | "number" | "agent";

interface Line {
  readonly text: string;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
}

export const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const samePast = /^(?:cut|hit|put|set|shut|quit|let|spread|hurt)$/;
const being = /^(?:was|were|been|being|is|are|be|got)$/;
const prepositions =
  /^(?:of|from|with|against|on|to|in|at|by|for|between|into|under|over|through|after|before|about|via|near|towards?|than|without|since|until)$/;
const titles =
  /^(?:the|a|an|its|his|their|then|former|late|president|presidents|vice|deputy|prime|foreign|minister|ministers|ministry|army|chief|supreme|leader|general|ayatollah|state|head|government|officials|forces|envoy|envoys|secretary)$/;
const reports =
  /^(?:said|says|say|told|claimed|claims|alleged|accused|called|warned|threatened|denied|believed|suspected|reported|wrote|urged|asked|wanted|demanded|according|if|would|could|might|may|not|never|no)$/;
/** Said of now, of what may be or of what ought to be: nothing that happened bears it out. */
const unsettled =
  /\b(?:is|are|isnt|arent|do|does|dont|doesnt|will|wont|can|cannot|could|would|should|might|may|must|still|now|currently|ever|always|all|every|only|first|last|who|whom|whose|which|what|when|where|why|how|while|because|after|before|until|despite|although|false|wrong)\b/;

// "May" is a month.
const isReport = ({ word, capital }: Word) => !capital && reports.test(word);

export const isPast = (word: string) =>
  /[a-z]ed$/.test(word) || samePast.test(word) || (irregular.has(word) && !/^\d|people/.test(word));

export function says(claim: Claim, reading: Reading, leave: Leave = "nothing"): boolean {
  const { question, index } = reading;
  const lines = linesOf(claim, reading);
  if (!hasWords(claim, reading, leave)) return false;
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

function sameRoles(
  asked: Line,
  verb: number,
  line: Line,
  at: number,
  leave: Leave,
  index: Reading["index"],
): boolean {
  const own = rolesAt(asked, verb, /\b(?:was|were|been)\b/.test(asked.text));
  const passive = line.words.slice(Math.max(0, at - 2), at).some(({ word }) => being.test(word));
  // "Soleimani, killed by": no doer stands before it.
  if (!passive && line.words[at + 1]?.word === "by") return false;
  const theirs = rolesAt(line, at, passive);
  if (own.agents.length === 0 && own.patients.length === 0) {
    return subjectFits(asked, verb, line, at, passive, index);
  }
  return (
    (leave === "agent"
      ? theirs.agents.length > 0
      : own.agents.every((ids) => theirs.agents.some((each) => meet(each, ids)))) &&
    own.patients.every((ids) => theirs.patients.some((each) => meet(each, ids))) &&
    (own.passive || own.agents.length > 0)
  );
}

interface Roles {
  readonly passive: boolean;
  readonly agents: readonly (readonly string[])[];
  readonly patients: readonly (readonly string[])[];
}

/** Who stands as doer and as the one it was done to around a verb. */
function rolesAt(line: Line, at: number, passive: boolean): Roles {
  const actors = line.mentions.filter(({ named }) => named.some(({ kind }) => kind === "actor"));
  const before = subjects(
    line,
    actors.filter(({ next }) => next <= at),
    at,
  );
  const after = actors.filter(({ first }) => first > at);
  if (passive) {
    const by = after.filter((each) => leadIn(line, each) === "by");
    return { passive, agents: by.map(idsOf), patients: before.map(idsOf) };
  }
  const objects = after.filter(
    (each) =>
      !/^(?:in|at|near|by)$/.test(leadIn(line, each)) &&
      !prepositions.test(leadIn(line, each)) &&
      !/['’]s$/.test(sliceOf(line, each)) &&
      !line.words.slice(at + 1, each.first).some(({ word }) => isPast(word)),
  );
  const loose = after.filter(
    (each) => prepositions.test(leadIn(line, each)) && !/^(?:in|at|near)$/.test(leadIn(line, each)),
  );
  return {
    passive,
    agents: before.map(idsOf),
    // Whoever stands behind a preposition counts with it: "with Iran" is not "for Iran".
    patients: [
      ...objects.map(idsOf),
      ...loose.map((each) => idsOf(each).map((id) => `${leadIn(line, each)} ${id}`)),
    ],
  };
}

/** The names next before a verb that can be its subject, with those that they are joined to. */
function subjects(line: Line, before: readonly Mention[], at: number): readonly Mention[] {
  const free = before.filter((each) => !prepositions.test(leadIn(line, each)));
  const [last] = free.slice(-1);
  if (!last || isPast(leadIn(line, last))) return [];
  if (line.words.slice(last.next, at).some(isReport)) return [];
  const group = [last];
  for (const each of free.slice(0, -1).toReversed()) {
    const gap = line.words.slice(each.next, group[0]?.first);
    if (!gap.every(({ word, capital }) => capital || word === "and" || titles.test(word))) break;
    if (isPast(leadIn(line, each))) return [];
    group.unshift(each);
  }
  return group;
}

/** The word before a name and its titles. */
function leadIn({ words }: Line, { first }: Mention): string {
  let at = first - 1;
  for (let word = words[at]; word; word = words[--at]) {
    const skipped = (word.capital && !months.test(word.word)) || titles.test(word.word);
    if (!skipped || prepositions.test(word.word)) return word.word;
  }
  return "";
}

function sliceOf({ text, words }: Line, { next }: Mention): string {
  return text.slice(0, words[next - 1]?.end ?? 0);
}

function idsOf({ named }: Mention): readonly string[] {
  return named.flatMap(({ kind, id }) => (kind === "actor" ? [id] : []));
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((each) => b.includes(each));
}

/** Where no actor is named: what the assertion says it of stands on the same side of the verb. */
function subjectFits(
  asked: Line,
  verb: number,
  line: Line,
  at: number,
  passive: boolean,
  { gazetteer }: Reading["index"],
): boolean {
  const left = asked.words.slice(0, verb).filter(({ word }) => !stopWords.has(word));
  if (left.length === 0) return false;
  const turned = /\b(?:was|were|been)\b/.test(asked.text) && !passive;
  const side = turned ? line.words.slice(at + 1) : line.words.slice(0, at);
  const stems = new Set(side.map(({ stem }) => stem));
  const ids = new Set(gazetteer.scan(side).flatMap(({ named }) => named.map(({ id }) => id)));
  const named = gazetteer.scan(left).flatMap((each) => each.named.map(({ id }) => id));
  return (
    left.every(({ stem }) => stems.has(stem)) ||
    (named.length > 0 && named.every((id) => ids.has(id)))
  );
}
