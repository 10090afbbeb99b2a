/** Makes the answerer: read, retrieve, compose or decline. */
import type { Draft } from "../command/command.ts";
import type { Carried } from "../conversation/carried.ts";
import { createDocument } from "../document/document.ts";
import { asked, derived, named, say } from "../document/sentence.ts";
import { stampOf } from "../document/stamp.ts";
import type { Block, Document, Sentence } from "../document/tree.ts";
import { dayWords } from "../dossier/dates.ts";
import type { Claim } from "../dossier/dossier.ts";
import { parseEdtf } from "../dossier/edtf.ts";
import type { Answerer, AnswerRequest } from "./answer.ts";
import { composed } from "./compose/compose.ts";
import { declineDocument, mannerDocument, unknownWord } from "./compose/decline.ts";
import { explained } from "./compose/explain.ts";
import { asksForAll } from "./compose/overview.ts";
import { nearestQuestions, nextQuestions } from "./compose/suggest.ts";
import { verdictOf } from "./compose/verdict.ts";
import { workings } from "./compose/workings.ts";
import { type Reading, readRequest } from "./reading.ts";
import type { Ranked } from "./retrieve/rank.ts";
import type { QueryTerm } from "./retrieve/terms.ts";
import { bands, termWeights } from "./retrieve/weights.ts";
import { looksLikeName } from "./understand/names.ts";

/** An answer before its sources are listed. */
export interface Composed {
  readonly lead: Sentence;
  readonly blocks: readonly Block[];
  /** Claims said, the leading one first. */
  readonly claims: readonly Claim[];
}

export function createAnswerer(): Answerer {
  return {
    answer(request) {
      const reading = readRequest(request);
      const { question, dossier } = reading;
      if (question.manner !== undefined) {
        return refused(mannerDocument(question.manner, dossier, question.language), reading, false);
      }
      const reason = asksForAll(reading) ? undefined : hardReason(reading);
      if (reason) return refused(declined(reason, reading), reading, true);
      const answer = composed(reading);
      if (!answer) {
        return refused(declined(say("decline.covered"), reading), reading, true);
      }
      return {
        document: finish(answer, reading, request),
        answered: true,
        carried: carriedOf(reading, answer.claims),
      };
    },
    check: verdictOf,
    explain: explained,
    workings,
  };
}

function refused(document: Document, reading: Reading, gap: boolean): Draft {
  return { document, answered: false, gap, carried: carriedOf(reading, []) };
}

function declined(reason: Parameters<typeof declineDocument>[0], reading: Reading): Document {
  const near = reading.ranked.slice(0, 3).map(({ claim }) => claim);
  return declineDocument(reason, reading.dossier, near, reading.question.language);
}

/** What the record cannot hold: another time, a name that it never has. */
function hardReason({ question, dossier, terms, confidence, follow, ranked }: Reading) {
  const { interval } = question;
  const start = parseEdtf(dossier.header.coverage.from).from;
  // An assertion may be a few days off.
  const margin = follow.intent === "check" || follow.intent === "yes-no" ? 31 : 0;
  const last = dossier.until.add({ days: question.lately ? 0 : margin });
  if (interval?.from && Temporal.PlainDate.compare(interval.from, last) > 0) {
    return say("decline.after", { until: derived(dayWords(dossier.until), { type: "record" }) });
  }
  const past = /^(?:and |so |but )?(?:did|was|were|had|has|have)\b/.test(question.plain);
  const beyond =
    past &&
    interval?.from === undefined &&
    interval?.until &&
    Temporal.PlainDate.compare(interval.until, dossier.until) > 0;
  if (beyond) {
    return say("decline.after", { until: derived(dayWords(dossier.until), { type: "record" }) });
  }
  if (interval?.until && start && Temporal.PlainDate.compare(interval.until, start) < 0) {
    return say("decline.before", { from: derived(start.year, { type: "record" }) });
  }
  const named = terms.reduce(
    (sum, { carried, weight, idf }) => sum + (carried ? 0 : weight * idf),
    0,
  );
  // Of another language not every word is read: one that stands everywhere is too little to answer on.
  const events = interval !== undefined && /^what happened\b/.test(question.plain);
  const latest = follow.intent === "latest";
  if (question.language !== "en" && named < bands.names && !events && !latest)
    return say("decline.covered");
  const unknown = terms.filter((term) => term.unknown && !term.carried);
  const name = unknown.find(
    ({ word, named }) =>
      named ||
      looksLikeName(word) ||
      question.words.some((each) => each.word === word && each.capital),
  );
  const weights = (only: (term: QueryTerm) => boolean) =>
    terms.reduce(
      (sum, term) => sum + (term.carried || !only(term) ? 0 : term.weight * term.idf),
      0,
    );
  const whole = weights(() => true);
  const present = weights((term) => !term.unknown);
  // What the best claim covers of the words that the record knows.
  const rest =
    present === 0
      ? 0
      : (Math.max(0, ...ranked.slice(0, 3).map((each) => each.coverage)) * whole) / present;
  // "Was Japan a party to it?": who was is an answer.
  const judged = (follow.intent === "check" || follow.intent === "yes-no") && rest >= bands.answer;
  if (name && !judged && (name.named || confidence < bands.surely)) return unknownWord(name.word);
  const known = terms.some(
    ({ carried, unknown: missing, weight }) => !carried && !missing && weight >= 0.5,
  );
  if (unknown[0] && !known) return unknownWord(unknown[0].word);
  if (unknown.length > 0 && !judged && confidence < bands.missing) {
    const [longest] = unknown.toSorted((a, b) => b.word.length - a.word.length);
    if (longest) return unknownWord(longest.word);
  }
  const elsewhere =
    question.scope === undefined &&
    follow.type === "fresh" &&
    lackingShare(terms) >= bands.elsewhere;
  if (elsewhere && !terms.some((term) => term.named && !term.carried))
    return say("decline.covered");
  // Where several words are missing that are no names, the rest has to carry more.
  const least = lackingOf(terms).length > 1 ? bands.missing : bands.near;
  return confidence < least ? say("decline.covered") : undefined;
}

/** Words of the question's own that are no names and that no claim has. */
function lackingOf(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  return terms.filter(
    (term) => !term.carried && term.alternates.length === 0 && term.weight >= termWeights.lacking,
  );
}

function lackingShare(terms: readonly QueryTerm[]): number {
  const weigh = (some: readonly QueryTerm[]) =>
    some.reduce((sum, { weight, idf }) => sum + weight * idf, 0);
  const own = weigh(terms.filter(({ carried }) => !carried));
  return own === 0 ? 0 : weigh(lackingOf(terms)) / own;
}

function finish(answer: Composed, reading: Reading, { now }: AnswerRequest): Document {
  const { dossier, question, turns, terms, confidence, follow, ranked } = reading;
  const beside = follow.type === "fresh" && lackingShare(terms) >= bands.beside;
  const near =
    !asksForAll(reading) &&
    (confidence < bands.answer || beside) &&
    follow.type !== "after" &&
    follow.type !== "before";
  const [lead] = answer.claims;
  const topic = lead?.topics[0] === undefined ? undefined : dossier.topics.get(lead.topics[0]);
  const actor = dossier.actors.get(lead?.actors[0]?.id ?? "");
  const missing = near ? terms.find(({ unknown, carried }) => unknown && !carried) : undefined;
  const foresees =
    follow.intent === "forecast" &&
    /\b(?:will|going to|odds|chances?|predict\w*|forecast\w*|outlook)\b/.test(question.plain);
  const intro: readonly Sentence[] = [
    ...(question.language === "en" || question.language === "other"
      ? []
      : [say(`answer.${question.language}`)]),
    ...(missing ? [say("answer.missing", { asked: asked(missing.word) })] : []),
    ...(question.lately && !missing
      ? [
          say("answer.last-known", {
            until: derived(dayWords(dossier.until), { type: "record" }),
          }),
        ]
      : []),
    ...(fullText.test(question.plain) ? [say("answer.no-text")] : []),
    ...(near && !missing && !question.lately ? [say("answer.near")] : []),
    ...(foresees && !near && !ranked.slice(0, 6).some(isForecast)
      ? [say("answer.no-forecast")]
      : []),
  ];
  const [first, ...others] = intro;
  return createDocument(
    {
      title: near
        ? say("answer.near-title")
        : topic
          ? say("answer.topic", {
              topic: { type: "record", of: "topic", id: topic.id, value: topic.title },
            })
          : actor
            ? say("label.name", { name: named("actor", actor.id, actor.name) })
            : say("answer.title"),
      lead: first ?? answer.lead,
      blocks: [
        ...(first ? [{ type: "paragraph" as const, sentences: [...others, answer.lead] }] : []),
        ...answer.blocks,
        {
          type: "actions",
          actions: near
            ? nearestQuestions(answer.claims, dossier)
            : nextQuestions(answer.claims, dossier),
        },
      ],
      ...(turns.length === 0 && { stamp: stampOf(dossier, now) }),
    },
    dossier,
  );
}

/** A forecast of what is asked, not of something beside it. */
function isForecast({ claim, coverage, covered }: Ranked): boolean {
  return claim.kind === "forecast" && Math.max(coverage, covered) >= bands.answer;
}

/** Asks for a document itself. */
const fullText =
  /\b(?:full|complete|entire|whole|original|exact|actual) (?:text|wording|transcript|document|version)\b|\bword for word\b|\bverbatim\b|\btranscript of\b/;

function carriedOf(reading: Reading, claims: readonly Claim[]): Carried {
  const { follow, terms, interval, confidence } = reading;
  const [lead] = claims;
  return {
    v: 1,
    intent: follow.intent,
    terms: terms
      .filter(({ unknown }) => !unknown)
      .toSorted((a, b) => b.weight * b.idf - a.weight * a.idf)
      .slice(0, 24)
      .map(({ key, weight }) => [key, Math.round(weight * 1000) / 1000]),
    topics: [...new Set(claims.slice(0, 2).flatMap(({ topics }) => topics))],
    heard: heardIn(claims, terms),
    ...(interval?.from && { from: interval.from.toString() }),
    ...(interval?.until && { until: interval.until.toString() }),
    sources: [...reading.sources],
    ...(lead && { lead: lead.id }),
    confidence: Math.round(confidence * 100) / 100,
  };
}

/** Actors of the leading claim that the question did not name; persons first. */
function heardIn(claims: readonly Claim[], terms: readonly QueryTerm[]): string[] {
  const own = new Set(terms.filter(({ carried }) => !carried).map(({ key }) => key));
  const [lead] = claims;
  const series = lead?.origin === "series" && lead.from !== undefined ? [`~${lead.from}`] : [];
  return [...series, ...(lead?.actors ?? []).map(({ id }) => `@${id}`)]
    .filter((key) => !own.has(key))
    .slice(0, 8);
}
