/**
 * Whether the record bears out an assertion. It says yes or no only where a claim covers the assertion
 * and agrees, or differs in a point that can be named: who, when, how much, or that it was not so.
 */

import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { likelihoodScale } from "../../dossier/scales.ts";
import type { AnswerRequest, Verdict } from "../answer.ts";
import { type Reading, readRequest } from "../reading.ts";
import type { Ranked } from "../retrieve/rank.ts";
import { bands, judging } from "../retrieve/weights.ts";
import { idsNamed } from "../understand/gazetteer.ts";
import { fitOf } from "../understand/interval.ts";
import { stem, wordsOf } from "../understand/words.ts";
import { disputeAsked } from "./assent.ts";
import { deniesIt, hasWords, inTurn, isDeath, isOnce, sameSense, says } from "./assertion.ts";
import { unique } from "./blocks.ts";
import { hasDates, otherNumber, rounded } from "./counts.ts";
import { judgeOffice } from "./offices.ts";
import { isPast } from "./roles.ts";

export interface Judgement {
  /** `overtaken`: it was so, and is not any more. `open`: on record, but neither borne out nor refuted. */
  readonly type: "supported" | "contradicted" | "overtaken" | "disputed" | "open" | "not-covered";
  /** Claims that carry it, best first. */
  readonly claims: readonly Claim[];
}

export function verdictOf(request: AnswerRequest): Verdict {
  const reading = readRequest(request, "check");
  const { type, claims } = judge(reading);
  const nearest = reading.ranked.slice(0, 3).map(({ claim }) => claim);
  switch (type) {
    case "supported":
    case "contradicted":
    case "disputed":
      return { type, claims, nearest: [] };
    case "overtaken":
      return { type: "contradicted", claims, nearest: [] };
    case "open":
    case "not-covered":
      return {
        type: "not-covered",
        claims: [],
        nearest: unique([...claims, ...nearest]).slice(0, 3),
      };
    default:
      throw new RangeError(`unknown judgement ${String(type satisfies never)}`);
  }
}

export function judge(reading: Reading): Judgement {
  const { ranked, dossier, confidence, question } = reading;
  const office = judgeOffice(reading);
  if (office) return office;
  const [best] = ranked;
  if (!best || confidence < bands.near) return { type: "not-covered", claims: [] };
  const close = ranked.filter(
    ({ score, coverage }) =>
      score >= best.score * judging.close && coverage >= best.coverage * judging.close,
  );
  const others = close.slice(1, 3).map(({ claim }) => claim);
  const asked = disputeAsked(reading);
  if (asked.length > 0) return { type: question.negated ? "open" : "disputed", claims: asked };
  const wrong = close.find(({ claim }) => claim.status === "rejected");
  const old = close.find(({ claim }) => claim.status === "superseded");
  // How likely a thing was called tells a forecast from the refuted statement of its opposite.
  const term = likelihoods.find((each) => question.plain.includes(each));
  const nearer =
    term !== undefined && old?.claim.text.includes(term) && !wrong?.claim.text.includes(term);
  if (wrong && !nearer && saidShare(wrong, reading) >= judging.covers) {
    const sure =
      sameSense(wrong.claim, reading) && rightTime(wrong.claim, reading) && isMeant(wrong, reading);
    return {
      type: sure ? "contradicted" : "open",
      claims: [wrong.claim, ...refuters(wrong.claim, dossier)],
    };
  }
  if (old && (nearer || old === best) && old.coverage >= judging.covers) {
    const sure = nearer ? isMeant(old, reading) : hasEnded(old.claim, reading);
    return {
      type: sure && !question.negated ? "overtaken" : "open",
      claims: [old.claim, ...refuters(old.claim, dossier)],
    };
  }
  const agrees = close.find((each) => bearsOut(each, reading));
  if (agrees) {
    const claims = [agrees.claim, ...others.filter((claim) => claim !== agrees.claim)];
    return { type: question.negated ? "contradicted" : "supported", claims };
  }
  const against = ranked.slice(0, judging.heard).find((each) => differs(each, reading));
  if (against) {
    const claims = [against.claim, ...others.filter((claim) => claim !== against.claim)];
    return { type: question.negated ? "open" : "contradicted", claims };
  }
  return { type: "open", claims: [best.claim, ...others] };
}

/** It was so in just these words, is said of now, and what replaced it came later. */
function hasEnded(claim: Claim, reading: Reading): boolean {
  const { question, dossier } = reading;
  const { kind, span } = claim;
  const later = (dossier.links.supersededBy.get(claim.id) ?? []).some((heir) => {
    const from = heir.span?.from ?? heir.knownFrom;
    const until = span?.until ?? claim.knownFrom;
    return Temporal.PlainDate.compare(from, until) > 0;
  });
  return (
    later &&
    (kind === "event" || kind === "background" || kind === "statement") &&
    question.interval === undefined &&
    /\b(?:is|are|has|have|does|do|still|keeps?|continues?)\b/.test(question.plain) &&
    !question.words.some(({ word }) => /^(?:was|were|did|had)$/.test(word)) &&
    hasWords(claim, reading, "nothing")
  );
}

/**
 * Share of the assertion that stands in the claim's own words: its keywords are not what it says.
 * Nothing where a telling word is missing: then the claim is about something else.
 */
function saidShare({ claim, doc, has }: Ranked, { terms, index }: Reading): number {
  const said = new Set(index.sequence(doc));
  const own = terms.flatMap((term, at) => (term.carried ? [] : [{ term, at }]));
  const weigh = (some: typeof own) =>
    some.reduce((sum, { term }) => sum + term.weight * term.idf, 0);
  const isSaid = ({ term, at }: (typeof own)[number]) =>
    term.named || claim.origin !== "claims"
      ? at < 30 && (has & (1 << at)) !== 0
      : term.alternates.some((each) => said.has(each.term));
  const whole = weigh(own);
  const telling = own.filter(
    ({ term }) => term.weight > judging.telling && term.idf > judging.rare,
  );
  const lacking = telling.filter((each) => !isSaid(each)).length;
  if (whole === 0 || lacking > (telling.length >= judging.many ? 1 : 0)) return 0;
  return weigh(own.filter(isSaid)) / whole;
}

/** All of the assertion stands in the statement; only how it was said may be put in another verb. */
function isMeant({ claim }: Ranked, reading: Reading): boolean {
  const { terms, question, dossier, index } = reading;
  // A question for something asserts nothing.
  if (/^(?:who|whom|whose|which|what|when|where|why|how)\b/.test(question.bare)) return false;
  const words = wordsOf(claim.text);
  const asked = question.mentions.flatMap(({ named }) => named.map(({ id }) => id));
  // Whoever is said to have said it is part of it.
  const without = index.gazetteer
    .scan(words)
    .some(({ named }) =>
      named.every(({ id }) => dossier.actors.get(id)?.kind === "person" && !asked.includes(id)),
    );
  if (without || !inTurn(claim, reading)) return false;
  const stems = new Set([...words, ...wordsOf(claim.headline)].map((each) => each.stem));
  const own = terms.filter(({ carried, named }) => !carried && !named);
  const lacking = own.filter(({ key }) => !stems.has(key) && !/[ ]/.test(key));
  const [one, ...more] = lacking;
  const verb = one !== undefined && (isPast(one.word) || /\bdid\b/.test(question.plain));
  // Names alone assert nothing.
  const free = question.content.flatMap((at) => {
    const word = question.words[at];
    const inName = question.mentions.some(
      ({ first, next, named }) =>
        first <= at && at < next && named.some(({ kind }) => kind !== "topic"),
    );
    return word && !inName && stems.has(word.stem) ? [word] : [];
  });
  if (free.length < 2 && !free.some((each) => isPast(each.word))) return false;
  return one === undefined || (more.length === 0 && verb);
}

/** The longest first: "very unlikely" is not "likely". */
const likelihoods = Object.keys(likelihoodScale).sort((a, b) => b.length - a.length);

function refuters(claim: Claim, { links }: Dossier): readonly Claim[] {
  return [
    ...(links.rejectedBy.get(claim.id) ?? []),
    ...(links.supersededBy.get(claim.id) ?? []),
  ].slice(0, 2);
}

/** The claim says all of the assertion, as a fact, in its time and with its numbers. */
function bearsOut({ claim, coverage }: Ranked, reading: Reading): boolean {
  return (
    isFact(claim, reading) &&
    coverage >= judging.bearsOut &&
    rightTime(claim, reading) &&
    !wrongPlace(claim, reading) &&
    !otherNumber(claim, reading) &&
    !rounded(claim, reading) &&
    hasDates(claim, reading) &&
    says(claim, reading)
  );
}

/** On record as a thing that was so, not as somebody's view, a rough or a contested figure. */
function isFact(claim: Claim, { question }: Reading): boolean {
  const view = claim.holder !== undefined && claim.kind !== "event" && question.scope === undefined;
  const dated = question.interval === undefined || claim.span !== undefined;
  return (
    claim.status === "current" &&
    !view &&
    dated &&
    claim.hedge === undefined &&
    claim.credibility < 3
  );
}

/** The claim is about the very same matter and has one point otherwise. */
function differs({ claim, coverage }: Ranked, reading: Reading): boolean {
  if (!isFact(claim, reading) || coverage < judging.differs) return false;
  const once = isOnce(reading);
  if (wrongTime(claim, reading)) {
    return claim.kind === "event" && once && nothingThen(reading) && says(claim, reading);
  }
  const counted = once || reading.question.interval !== undefined;
  return (
    rightTime(claim, reading) &&
    ((once && wrongPlace(claim, reading) && says(claim, reading, "place")) ||
      (counted &&
        otherNumber(claim, reading) &&
        !rounded(claim, reading) &&
        says(claim, reading, "number")) ||
      (isDeath(reading) && otherActor(claim, reading) && says(claim, reading, "agent")) ||
      deniesIt(claim, reading))
  );
}

/** The assertion names a place of the record, and the claim has another. */
function wrongPlace(claim: Claim, { question, index }: Reading): boolean {
  if (claim.place === undefined) return false;
  const there = new Set(wordsOf(`${claim.place} ${claim.text}`).map(({ word }) => word));
  return question.words.some(
    ({ word }, at) =>
      /^(?:in|at|near|to)$/.test(question.words[at - 1]?.word ?? "") &&
      index.places.has(word) &&
      // A state holds its cities: "in Iraq" is no other place than "Baghdad".
      !index.gazetteer.mainNames.has(stem(word)) &&
      !there.has(word),
  );
}

/** No other claim near to the assertion lies in its time. */
function nothingThen({ ranked, question }: Reading): boolean {
  const { interval } = question;
  return !ranked.some(
    ({ claim, coverage }) =>
      interval !== undefined &&
      claim.span !== undefined &&
      coverage >= judging.thatTime &&
      fitOf(claim.span, interval) >= judging.begins,
  );
}

/** The claim's time lies elsewhere; of an event, its beginning. */
function wrongTime(claim: Claim, { question }: Reading): boolean {
  if (!question.interval || !claim.span) return false;
  const fit = fitOf(claim.span, question.interval);
  return fit === 0 || (claim.kind === "event" && fit < judging.begins);
}

/** The claim is about the very time, not a stretch around it. */
function rightTime(claim: Claim, { question }: Reading): boolean {
  if (!question.interval || !claim.span) return true;
  return fitOf(claim.span, question.interval) >= judging.begins;
}

/** The assertion names a person or state where the claim has another of the kind. */
function otherActor(claim: Claim, { question, dossier, index, terms }: Reading): boolean {
  const has = new Set(claim.actors.map(({ id }) => id));
  const inText = index.gazetteer
    .scan(wordsOf(claim.text))
    .flatMap(({ named }) => named.map(({ id }) => id));
  for (const id of inText) has.add(id);
  const asked = idsNamed(question.mentions, "actor");
  const missing = asked.filter((id) => {
    const term = terms.find(({ key }) => key === `@${id}`);
    return !has.has(id) && (term?.idf ?? 9) > 1;
  });
  return missing.some((id) => {
    const { kind, part_of: group } = dossier.actors.get(id) ?? {};
    if ((kind !== "person" && kind !== "state") || (group !== undefined && has.has(group)))
      return false;
    return claim.actors.some(
      (other) => dossier.actors.get(other.id)?.kind === kind && !asked.includes(other.id),
    );
  });
}
