/** From words and a thread to ranked claims: everything an answer is composed from. */

import { type PastTurn, pastTurns } from "../conversation/carried.ts";
import type { FollowUp } from "../conversation/follow-up.ts";
import { followUp } from "../conversation/follow-up.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { compareSpans, parseEdtf } from "../dossier/edtf.ts";
import type { AnswerRequest } from "./answer.ts";
import { successors } from "./compose/standing.ts";
import { type Index, indexOf } from "./retrieve/index.ts";
import { type Ranked, rank, type Wanted } from "./retrieve/rank.ts";
import { search } from "./retrieve/search.ts";
import { createSpeller, type Speller } from "./retrieve/spelling.ts";
import { type QueryTerm, termsOf } from "./retrieve/terms.ts";
import { bands, features } from "./retrieve/weights.ts";
import type { Intent } from "./understand/intent.ts";
import { fitOf, type Interval } from "./understand/interval.ts";
import { type Question, readQuestion } from "./understand/question.ts";

export interface Reading {
  readonly question: Question;
  readonly dossier: Dossier;
  readonly index: Index;
  /** Newest first. */
  readonly turns: readonly PastTurn[];
  readonly follow: FollowUp;
  /** The question's own terms, then carried ones. */
  readonly terms: readonly QueryTerm[];
  readonly ranked: readonly Ranked[];
  readonly interval: Interval | undefined;
  /** Sources that alone may answer. */
  readonly sources: readonly string[];
  /** Share of the question's own terms that the best claim has; 1 when it has none of its own. */
  readonly confidence: number;
}

const spellers = new WeakMap<Index, Speller>();

function spellerOf(index: Index): Speller {
  const known = spellers.get(index) ?? createSpeller(index.vocabulary);
  spellers.set(index, known);
  return known;
}

/** `as`: the intent, when the subcommand says it. */
export function readRequest(request: AnswerRequest, as?: Intent): Reading {
  const { dossier, text, now } = request;
  const index = indexOf(dossier);
  const turns = pastTurns(request.conversation);
  const today = dossier.asOf ?? now.toZonedDateTimeISO("UTC").toPlainDate();
  const read = readQuestion(text, dossier, index.gazetteer, {
    today,
    ...threadYear(turns, dossier),
    ...threadSources(turns),
  });
  const question = as === undefined ? read : { ...read, intent: as };
  const meant = termsOf(question, index, spellerOf(index));
  // Of another language only names and numbers are read; the rest is passed over.
  const own =
    question.language === "en"
      ? meant
      : meant.filter(({ unknown, named, key }) => !unknown && (named || /^\d/.test(key)));
  const alone =
    turns.length === 0
      ? 0
      : Math.max(
          0,
          ...search(own, index)
            .slice(0, 10)
            .map(({ coverage }) => coverage),
        );
  const follow = followUp({ question, own, turns, alone, index, dossier });
  return gather({ question, dossier, index, turns, follow, own });
}

interface Gathered {
  readonly question: Question;
  readonly dossier: Dossier;
  readonly index: Index;
  readonly turns: readonly PastTurn[];
  readonly follow: FollowUp;
  readonly own: readonly QueryTerm[];
}

function gather({ question, dossier, index, turns, follow, own }: Gathered): Reading {
  const keys = new Set(own.map(({ key }) => key));
  const terms = [...own, ...follow.terms.filter(({ key }) => !keys.has(key))];
  const sources = question.scope?.sources ?? [];
  const [last] = turns;
  const leaning = follow.type !== "fresh";
  const term = termInOffice(question, dossier);
  const interval =
    question.interval ??
    term ??
    (leaning && follow.type !== "correction" && last ? lentInterval(last) : undefined);
  const wanted: Wanted = {
    intent: follow.intent,
    plain: question.plain,
    interval,
    intervalWeight: question.interval ? 1 : term ? 0.7 : 0.4,
    anyStatus: sources.length > 0 || follow.intent === "check",
    views: viewsWanted(question, follow, turns, dossier),
    present:
      question.interval === undefined &&
      !leaning &&
      /\b(?:is|are|has|have|does|do|now|current|currently|today|still)\b/.test(question.plain),
    until: dossier.until,
    speakers: speakersIn(question, own),
    successors: (claim) => successors(claim, dossier),
    adjust: adjustments(question, follow, turns, index, dossier),
  };
  const fromSources =
    sources.length > 0
      ? new Set(sources.flatMap((id) => [...(index.ofSource.get(id) ?? [])]))
      : undefined;
  const found = search(terms, index, fromSources && ((doc) => fromSources.has(doc)));
  const ranked = rank(found, terms, wanted, index);
  return {
    question,
    dossier,
    index,
    turns,
    follow,
    terms,
    ranked,
    interval,
    sources,
    confidence: confidenceIn(ranked, own, leaning),
  };
}

/** Of a turn that leans on its thread, what the thread lends counts as well. */
function confidenceIn(
  ranked: readonly Ranked[],
  own: readonly QueryTerm[],
  leaning: boolean,
): number {
  const ownWeight = own.reduce((sum, { weight, idf }) => sum + weight * idf, 0);
  if (ownWeight === 0) return 1;
  const shares = ranked
    .slice(0, 3)
    .map(({ coverage, covered }) =>
      leaning ? Math.max(coverage, covered, bands.leaning) : coverage,
    );
  return Math.max(0, ...shares);
}

function viewsWanted(
  question: Question,
  follow: FollowUp,
  turns: readonly PastTurn[],
  dossier: Dossier,
): boolean {
  // A thread that has come to views goes on about views.
  const spoken = follow.type === "fresh" ? undefined : dossier.claims.get(turns[0]?.lead ?? "");
  if (spoken?.holder !== undefined) return true;
  const asked =
    follow.type === "swap"
      ? `${turns[0]?.question.toLowerCase()} ${question.plain}`
      : question.plain;
  return (
    question.scope !== undefined ||
    ["forecast", "why", "check", "compare"].includes(follow.intent) ||
    /\b(?:may|might|could|would|risks?|hurdles?|obstacles?|matter|matters|important|view|views|see|sees|think|fear|fears|worr\w+|experts?|recommend\w*|suggest\w*|need|needs|window|hope\w*|impact|effect|effects|mean|benefit\w*|stake|stakes|threats?|dangers?|help|helps|complicat\w*|role|chances?|likely|odds)\b/.test(
      asked,
    )
  );
}

const speaking =
  /\b(?:say|says|said|saying|think|thinks|claim|claims|claimed|report|reports|want|wants|position|stance|view|views|demand|demands)\b/;

/** Whose words a question asks for: "what does the agency say". */
function speakersIn(question: Question, own: readonly QueryTerm[]): ReadonlySet<string> {
  const asks = /\b(?:what|how)\b/.test(question.plain) && speaking.test(question.plain);
  const actors = own.filter(({ key, idf }) => key.startsWith("@") && idf > 0.5);
  return new Set(asks ? actors.map(({ key }) => key.slice(1)) : []);
}

/** "under Obama", "during Raisi's presidency": the years in which that person held office. */
function termInOffice({ words, mentions }: Question, dossier: Dossier): Interval | undefined {
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

function lentInterval(last: PastTurn): Interval | undefined {
  if (last.from === undefined && last.until === undefined) return undefined;
  return {
    ...(last.from !== undefined && { from: Temporal.PlainDate.from(last.from) }),
    ...(last.until !== undefined && { until: Temporal.PlainDate.from(last.until) }),
    yearless: false,
  };
}

/** Cited claims step back, unless the turn asks about them; then the thread's line steps forward. */
function adjustments(
  question: Question,
  follow: FollowUp,
  turns: readonly PastTurn[],
  index: Index,
  dossier: Dossier,
): ReadonlyMap<string, number> {
  const adjust = new Map<string, number>();
  if (follow.type === "fresh") return adjust;
  const about = follow.type === "attribute";
  for (const [back, turn] of turns.entries()) {
    for (const id of turn.citations)
      if (!adjust.has(id)) adjust.set(id, about ? 0.25 * 0.6 ** back : -0.4);
  }
  if (about && turns[0]?.lead !== undefined) adjust.set(turns[0].lead, 0.4);
  if (follow.type === "correction") {
    for (const id of turns[0]?.citations ?? []) {
      const span = dossier.claims.get(id)?.span;
      const meant =
        question.interval !== undefined &&
        span !== undefined &&
        fitOf(span, question.interval) > 0.5;
      adjust.set(id, meant ? 0 : features.corrected);
    }
  }
  const lead = turns[0]?.lead === undefined ? undefined : dossier.claims.get(turns[0].lead);
  if (
    lead &&
    /\b(?:still|anymore|any more|any longer|now|today|yet|stand|since)\b/.test(question.plain)
  ) {
    const came = [...successors(lead, dossier), ...(dossier.links.effects.get(lead.id) ?? [])];
    for (const { id } of came) adjust.set(id, (adjust.get(id) ?? 0) + features.outcome);
  }
  if (follow.type === "swap" && lead?.origin === "series") {
    for (const claim of index.claims)
      if (claim.origin === "series" && claim.from === lead.from)
        adjust.set(claim.id, features.sameSeries);
  }
  const topics = new Set(follow.type === "correction" ? [] : (turns[0]?.topics ?? []));
  for (const claim of index.claims) {
    if (claim.topics.some((topic) => topics.has(topic)))
      adjust.set(claim.id, (adjust.get(claim.id) ?? 0) + features.thread);
  }
  return adjust;
}

function threadYear(turns: readonly PastTurn[], dossier: Dossier): { year?: number } {
  const [last] = turns;
  if (!last) return {};
  const lead: Claim | undefined =
    last.lead === undefined ? undefined : dossier.claims.get(last.lead);
  const day = last.from ?? lead?.span?.from?.toString();
  return day === undefined ? {} : { year: Number(day.slice(0, 4)) };
}

function threadSources(turns: readonly PastTurn[]): { sources?: readonly string[] } {
  const sources = turns.slice(0, 2).flatMap((turn) => turn.sources);
  return sources.length === 0 ? {} : { sources };
}
