/** Who stands as the doer and who as the one it was done to, around a verb in a line of text. */
import type { Reading } from "../reading.ts";
import { idsNamed, type Mention } from "../understand/gazetteer.ts";
import { irregular } from "../understand/irregular.ts";
import { stopWords } from "../understand/stop-words.ts";
import type { Word } from "../understand/words.ts";
import type { Leave } from "./assertion.ts";

export interface Line {
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
// "May" is a month.
export const isReport = ({ word, capital }: Word) => !capital && reports.test(word);

export const isPast = (word: string) =>
  /[a-z]ed$/.test(word) || samePast.test(word) || (irregular.has(word) && !/^\d|people/.test(word));

export function sameRoles(
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

export function idsOf(mention: Mention): readonly string[] {
  return idsNamed([mention], "actor");
}

export function meet(a: readonly string[], b: readonly string[]): boolean {
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
