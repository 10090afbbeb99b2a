/** From words and a thread to ranked claims: everything an answer is composed from. */

import { adjustments } from "../conversation/adjust.ts";
import { type PastTurn, pastTurns } from "../conversation/carried.ts";
import type { FollowUp } from "../conversation/follow-up.ts";
import { followUp } from "../conversation/follow-up.ts";
import { lentInterval, threadSources, threadTime } from "../conversation/lent.ts";
import { inSequence } from "../conversation/sequence.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { AnswerRequest } from "./answer.ts";
import { askedFor } from "./asked-for.ts";
import { successors } from "./compose/standing.ts";
import { personAlone } from "./person-alone.ts";
import { type Index, indexOf } from "./retrieve/index.ts";
import { type Ranked, rank, type Wanted } from "./retrieve/rank.ts";
import { search } from "./retrieve/search.ts";
import { createSpeller, type Speller } from "./retrieve/spelling.ts";
import { type QueryTerm, termsOf } from "./retrieve/terms.ts";
import { anchoring, bands, features } from "./retrieve/weights.ts";
import { speakersIn, subjectOf, termInOffice } from "./speakers.ts";
import { idsNamed } from "./understand/gazetteer.ts";
import type { Intent } from "./understand/intent.ts";
import type { Interval } from "./understand/interval.ts";
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
  /** The same question with other terms, over the claims allowed. */
  again(terms: readonly QueryTerm[], allowed: (doc: number) => boolean): readonly Ranked[];
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
    ...threadTime(turns, dossier),
    ...threadSources(turns),
  });
  const question = as === undefined ? read : { ...read, intent: as };
  const own = termsOf(question, index, spellerOf(index));
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
  const asked = follow.wordless ? own.filter(({ named, unknown }) => named || unknown) : own;
  const keys = new Set(asked.map(({ key }) => key));
  const terms = [...asked, ...follow.terms.filter(({ key }) => !keys.has(key))];
  const sources = question.scope?.sources ?? [];
  const [last] = turns;
  const leaning = follow.type !== "fresh";
  // "And the Americans?" asks what was asked of the others.
  const plain =
    follow.type === "swap" && last
      ? `${last.question.toLowerCase()} ${question.plain}`
      : question.plain;
  const term = termInOffice(question, dossier);
  const interval =
    question.interval ??
    term ??
    (leaning && !elsewhen.has(follow.type) && follow.intent !== "latest" && last
      ? lentInterval(last)
      : undefined);
  const wanted: Wanted = {
    intent: follow.intent,
    plain,
    named: new Set(idsNamed(question.mentions, "actor")),
    subject: subjectOf(question),
    interval,
    intervalWeight: question.interval ? 1 : term ? 0.7 : 0.4,
    anyStatus: sources.length > 0 || follow.intent === "check",
    views: viewsWanted(question, plain, follow, turns, dossier),
    present:
      question.interval === undefined &&
      !leaning &&
      /\b(?:is|are|has|have|does|do|now|current|currently|today|still)\b/.test(question.plain),
    until: dossier.until,
    speakers: speakersIn(question, follow, turns),
    successors: (claim) => successors(claim, dossier),
    adjust: sum(
      anchored(question, adjustments(question, follow, turns, index, dossier), index, dossier),
      sum(
        askedFor(question, follow.intent, turns, follow.terms, dossier),
        leaning ? new Map() : personAlone(question, follow.intent, dossier),
      ),
    ),
  };
  const fromSources =
    sources.length > 0
      ? new Set(sources.flatMap((id) => [...(index.ofSource.get(id) ?? [])]))
      : undefined;
  const strong = [...wanted.adjust].flatMap(([id, by]) => (by >= features.forced ? [id] : []));
  const also = strong.flatMap((id) => index.place(id) ?? []);
  const allowed = fromSources && ((doc: number) => fromSources.has(doc));
  const found = search(terms, index, allowed, undefined, also);
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
    again: (others, may) =>
      rank(search(others, index, may), others, { ...wanted, intent: "what" }, index),
    confidence: confidenceIn(ranked, asked, leaning),
  };
}

/** Turns that lead out of the time of the thread. */
const elsewhen: ReadonlySet<FollowUp["type"]> = new Set([
  "correction",
  "after",
  "before",
  "outcome",
  "reaction",
] as const);

function sum(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (b.size === 0) return a;
  const all = new Map(a);
  for (const [id, by] of b) all.set(id, (all.get(id) ?? 0) + by);
  return all;
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
  plain: string,
  follow: FollowUp,
  turns: readonly PastTurn[],
  dossier: Dossier,
): boolean {
  // A thread that has come to views goes on about views.
  const spoken = follow.type === "fresh" ? undefined : dossier.claims.get(turns[0]?.lead ?? "");
  if (spoken?.holder !== undefined) return true;
  return (
    question.scope !== undefined ||
    ["forecast", "why", "check", "compare"].includes(follow.intent) ||
    /\b(?:may|might|could|would|risks?|hurdles?|obstacles?|sticking|stumbling|disagree\w*|contention|differences|barriers?|matter|matters|important|view|views|see|sees|think|fear|fears|worr\w+|experts?|recommend\w*|suggest\w*|need|needs|window|hope\w*|impact|effect|effects|mean|benefit\w*|stake|stakes|threats?|dangers?|conditions?|strings?|demands?|requir\w*|depends?|takes?|help|helps|complicat\w*|role|chances?|likely|odds|trust|mood|remarkable|prais\w*|hail\w*|celebrat\w*|so good|(?:better|worse) off|hard|legacy|leave behind|stretch|hold\w* back|constrain\w*|problems?|politic\w*)\b/.test(
      plain,
    )
  );
}

const anchorWords =
  /\b(?<=\S )(after|since|following|once|as soon as|before|prior to|until|leading up to|ahead of)\b (?:the |that |this |those )?(?!when\b)(.{4,60})$/;

/** "After the revolution", "before the truce": the event that is meant, and what lies on that side of it. */
function anchored(
  question: Question,
  adjust: ReadonlyMap<string, number>,
  index: Index,
  dossier: Dossier,
): ReadonlyMap<string, number> {
  const [, word = "", rest = ""] = anchorWords.exec(question.bare) ?? [];
  if (
    rest === "" ||
    question.interval !== undefined ||
    !/\bwhat\b|\bhow\b|\bwho\b|\bwhen\b/.test(question.bare)
  )
    return adjust;
  const from = question.plain.lastIndexOf(rest);
  const words = question.words.flatMap(({ start }, at) => (start >= from ? [at] : []));
  const meant = termsOf(
    {
      ...question,
      content: question.content.filter((at) => words.includes(at)),
      mentions: question.mentions.filter(({ first }) => words.includes(first)),
    },
    index,
    spellerOf(index),
  );
  const event = search(meant, index)
    .filter(
      ({ doc, coverage }) => index.claims[doc]?.kind === "event" && coverage >= anchoring.coverage,
    )
    .flatMap(({ doc }) => index.claims[doc] ?? [])[0];
  if (!event) return adjust;
  const all = new Map(adjust);
  const way = /after|since|following|once|soon/.test(word) ? "after" : "before";
  // With a subject of its own the question asks for that, near the event; else for what came next.
  const alone = question.content.every((at) => words.includes(at));
  const share = alone ? 1 : anchoring.beside;
  inSequence(event, way, index, dossier, (id, by) => all.set(id, (all.get(id) ?? 0) + by * share));
  all.set(event.id, features.anchor);
  return all;
}
