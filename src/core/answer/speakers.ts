/** Whose words and whose years a question asks for. */

import type { PastTurn } from "../conversation/carried.ts";
import type { FollowUp } from "../conversation/follow-up.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { compareSpans, parseEdtf } from "../dossier/edtf.ts";
import { idsNamed } from "./understand/gazetteer.ts";
import type { Interval } from "./understand/interval.ts";
import type { Question } from "./understand/question.ts";

const speaking =
  /\b(?:say|says|said|saying|think|thinks|claim|claims|claimed|report|reports|want|wants|position|stance|view|views|demand|demands)\b/;

/** Whose words a question asks for: "what does the agency say". */
export function speakersIn(
  question: Question,
  follow: FollowUp,
  turns: readonly PastTurn[],
): ReadonlySet<string> {
  if (follow.type === "swap" && speaking.test(turns[0]?.question.toLowerCase() ?? "")) {
    return new Set(idsNamed(question.mentions, "actor"));
  }
  const asks = /\b(?:what|how)\b/.test(question.plain) && speaking.test(question.plain);
  const verb = question.words.findIndex(({ word }) => speaking.test(word));
  const before = question.mentions
    .filter(({ first }) => first < verb)
    .flatMap(({ named }) => named);
  const actors = before.filter(({ kind }) => kind === "actor");
  return new Set(asks ? actors.map(({ id }) => id) : []);
}

/** "under Obama", "during Raisi's presidency": the years in which that person held office. */
export function termInOffice(
  { words, mentions }: Question,
  dossier: Dossier,
): Interval | undefined {
  for (const { first, next, named } of mentions) {
    const before = words[first - 1]?.word;
    const after = words[next]?.word ?? "";
    const meant =
      before === "under" || /^(?:presidency|administration|era|term|years)$/.test(after);
    const actor = meant ? named.flatMap(({ id }) => dossier.actors.get(id) ?? [])[0] : undefined;
    const spans = (actor?.offices ?? []).flatMap(({ from, to }) =>
      from === undefined
        ? []
        : [parseEdtf(to === undefined ? from : `${from.split("/")[0]}/${to.split("/").at(-1)}`)],
    );
    const [span] = spans.toSorted(compareSpans);
    if (span?.from && span.until) return { from: span.from, until: span.until, yearless: false };
  }
  return undefined;
}

const auxiliary = /^(?:did|does|do|has|have|had|will|would|could|can|is|are|was|were)$/;

/** The actor right behind an auxiliary, with a word behind it: "why did Israel attack". */
export function subjectOf({ words, mentions }: Question): string | undefined {
  for (const { first, next, named } of mentions) {
    const [one] = named;
    const before = words[first - 1]?.word === "the" ? words[first - 2] : words[first - 1];
    if (one?.kind === "actor" && auxiliary.test(before?.word ?? "") && words[next]) return one.id;
  }
  return undefined;
}
