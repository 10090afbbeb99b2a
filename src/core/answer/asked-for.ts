/** Claims that a question points at by more than their words: holders of offices, newest measurements. */

import type { PastTurn } from "../conversation/carried.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { QueryTerm } from "./retrieve/terms.ts";
import { features } from "./retrieve/weights.ts";
import { idsNamed } from "./understand/gazetteer.ts";
import type { Intent } from "./understand/intent.ts";
import type { Interval } from "./understand/interval.ts";
import { asksForHighest, officesAsked } from "./understand/office.ts";
import type { Question } from "./understand/question.ts";

export function askedFor(
  question: Question,
  intent: Intent,
  turns: readonly PastTurn[],
  lent: readonly QueryTerm[],
  dossier: Dossier,
): ReadonlyMap<string, number> {
  const by = new Map<string, number>();
  const time =
    question.interval ??
    thatTime(question, turns, dossier) ??
    (anchoredTime.test(question.plain) ? undefined : present(dossier));
  const holder = asksForHighest(question) ? features.highest : features.holder;
  const offices = time === undefined ? [] : officesAsked(question, time, dossier);
  for (const { id } of offices) by.set(id, holder);
  if (question.interval === undefined && measuring.has(intent)) {
    for (const { id } of newestOf(seriesIn(question, lent), dossier)) by.set(id, features.newest);
  }
  return by;
}

const measuring: ReadonlySet<Intent> = new Set([
  "how-many",
  "yes-no",
  "check",
  "latest",
  "what",
] as const);

/** "Who was president then": the time of what was spoken of. */
function thatTime(
  { plain }: Question,
  turns: readonly PastTurn[],
  { claims }: Dossier,
): Interval | undefined {
  if (!/\b(?:then|at the time|at that time|back then|in those days)\b/.test(plain))
    return undefined;
  const span = claims.get(turns[0]?.lead ?? "")?.span;
  return span && { ...span, yearless: false };
}

/** "Who ruled before the revolution": a time that is named by an event. */
const anchoredTime = /\b(?:before|after|when|during|until|since|by the time)\b/;

function present({ until }: Dossier): Interval {
  return { from: until, until, yearless: false };
}

/** Series that the question names; those of its thread, when it asks for the latest. */
function seriesIn({ mentions, plain }: Question, lent: readonly QueryTerm[]): ReadonlySet<string> {
  const named = idsNamed(mentions, "series");
  const latest = /\b(?:last|latest|newest|current|now|today|most recent)\b/.test(plain);
  const spoken = lent.flatMap(({ key }) => (latest && key.startsWith("~") ? [key.slice(1)] : []));
  return new Set(named.length > 0 ? named : spoken);
}

function newestOf(series: ReadonlySet<string>, { claims }: Dossier): readonly Claim[] {
  return [...series].flatMap((id) => {
    const points = [...claims.values()].filter(
      ({ origin, from, span }) => origin === "series" && from === id && span?.until !== undefined,
    );
    return points
      .toSorted((a, b) =>
        a.span?.until && b.span?.until ? Temporal.PlainDate.compare(b.span.until, a.span.until) : 0,
      )
      .slice(0, 1);
  });
}
