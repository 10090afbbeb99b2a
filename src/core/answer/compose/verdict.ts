/**
 * Whether the record bears out an assertion. It says yes or no only where a claim covers the assertion
 * and agrees, or differs in a point that can be named: who, when, how much, or that it was not so.
 */
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { likelihoodScale } from "../../dossier/scales.ts";
import type { AnswerRequest, Verdict } from "../answer.ts";
import { type Reading, readRequest } from "../reading.ts";
import { keyOfName } from "../retrieve/index.ts";
import type { Ranked } from "../retrieve/rank.ts";
import { bands, judging } from "../retrieve/weights.ts";
import { fitOf } from "../understand/interval.ts";
import { stem, wordsOf } from "../understand/words.ts";
import { disputeOf } from "./assent.ts";

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
      return { type: "not-covered", claims: [], nearest };
    default:
      throw new RangeError(`unknown judgement ${String(type satisfies never)}`);
  }
}

export function judge(reading: Reading): Judgement {
  const { ranked, dossier, confidence } = reading;
  const [best] = ranked;
  if (!best || confidence < bands.near) return { type: "not-covered", claims: [] };
  const close = ranked.filter(
    ({ score, coverage }) =>
      score >= best.score * judging.close && coverage >= best.coverage * judging.close,
  );
  const others = close.slice(1, 3).map(({ claim }) => claim);
  const wrong = close.find(({ claim }) => claim.status === "rejected");
  const old = close.find(({ claim }) => claim.status === "superseded");
  // How likely a thing was called tells a forecast from the refuted statement of its opposite.
  const term = likelihoods.find((each) => reading.question.plain.includes(each));
  const nearer =
    term !== undefined && old?.claim.text.includes(term) && !wrong?.claim.text.includes(term);
  if (wrong && !nearer && saidShare(wrong, reading) >= judging.covers) {
    return { type: "contradicted", claims: [wrong.claim, ...refuters(wrong.claim, dossier)] };
  }
  if (old && (nearer || old === best) && old.coverage >= judging.covers) {
    return { type: "overtaken", claims: [old.claim, ...refuters(old.claim, dossier)] };
  }
  const against = ranked.slice(0, judging.heard).find((each) => differs(each, reading));
  const agrees = close.find((each) => bearsOut(each, reading));
  if (agrees && (!against || agrees.score >= against.score)) {
    const opposed = disputeOf(agrees.claim, dossier);
    if (opposed.length > 0) {
      return { type: "disputed", claims: [agrees.claim, ...opposed.slice(0, 2)] };
    }
    return {
      type: "supported",
      claims: [agrees.claim, ...others.filter((claim) => claim !== agrees.claim)],
    };
  }
  if (against && against.coverage >= judging.differs) {
    return {
      type: "contradicted",
      claims: [against.claim, ...others.filter((claim) => claim !== against.claim)],
    };
  }
  return { type: "open", claims: [best.claim, ...others] };
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

/** The longest first: "very unlikely" is not "likely". */
const likelihoods = Object.keys(likelihoodScale).sort((a, b) => b.length - a.length);

function refuters(claim: Claim, { links }: Dossier): readonly Claim[] {
  return [
    ...(links.rejectedBy.get(claim.id) ?? []),
    ...(links.supersededBy.get(claim.id) ?? []),
  ].slice(0, 2);
}

/** The claim has all of the assertion: its words, names, time and numbers, and does not deny it. */
function bearsOut({ claim, coverage }: Ranked, reading: Reading): boolean {
  const { question } = reading;
  const view = claim.holder !== undefined && claim.kind !== "event" && question.scope === undefined;
  return (
    claim.status !== "rejected" &&
    claim.status !== "superseded" &&
    !view &&
    coverage >= judging.bearsOut &&
    inItsWords(claim, reading) &&
    rightTime(claim, reading) &&
    !wrongPlace(claim, reading) &&
    !otherNumber(claim, reading) &&
    !otherActor(claim, reading) &&
    denies(claim, reading) === question.negated
  );
}

/** The claim has every telling word and name of the assertion as it is, not in other words. */
function inItsWords(claim: Claim, { question, index, terms }: Reading): boolean {
  const words = wordsOf(`${claim.headline}. ${claim.text}`);
  const stems = new Set(words.map(({ stem }) => stem));
  const names = new Set(index.gazetteer.scan(words).flatMap(({ named }) => named.map(keyOfName)));
  for (const { id } of claim.actors) names.add(keyOfName({ kind: "actor", id }));
  const telling = terms.filter(
    ({ carried, weight, key, word }) =>
      !carried &&
      weight > judging.telling &&
      !key.startsWith("#") &&
      !key.includes(" ") &&
      word !== "",
  );
  // One word is too little to say yes or no to.
  if (telling.length < 2) return telling.length === 0 && question.content.length === 0;
  const lacking = telling.filter(({ key, named }) => !(named ? names.has(key) : stems.has(key)));
  return lacking.length === 0 || (lacking.length === 1 && telling.length >= judging.many);
}

/** The claim is about the same matter and has it otherwise. */
function differs({ claim, coverage }: Ranked, reading: Reading): boolean {
  if (claim.status === "rejected" || claim.status === "superseded" || coverage < judging.differs)
    return false;
  const firm =
    claim.kind === "event" ||
    claim.kind === "background" ||
    claim.origin !== "claims" ||
    claim.holder === undefined;
  return (
    firm &&
    ((wrongTime(claim, reading) && inItsWords(claim, reading) && nothingThen(reading)) ||
      wrongPlace(claim, reading) ||
      otherNumber(claim, reading) ||
      otherActor(claim, reading) ||
      denies(claim, reading) !== reading.question.negated)
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

/** The assertion counts something that the claim counts as well, with another result. */
function otherNumber(claim: Claim, { question }: Reading): boolean {
  const counted = countsIn(question.plain);
  if (counted.length === 0) return false;
  const known = countsIn(`${claim.text} ${claim.headline}`);
  return counted.some(({ number, of }) => {
    const same = known.filter((each) => each.of === of);
    return same.length > 0 && same.every((each) => each.number !== number);
  });
}

/** Numbers with the word that they count: "five americans", "14 points", "6 billion". */
function countsIn(text: string): readonly { number: number; of: string }[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) => {
    // A spelt number has its figure for a stem.
    const number = /^\d/.test(word.stem) ? Number(word.stem) : Number.NaN;
    const next = words[at + 1];
    if (!Number.isFinite(number) || !next || /^\d/.test(next.word)) return [];
    return [{ number, of: next.stem }];
  });
}

/** The assertion names a person or state where the claim has another of the kind. */
function otherActor(claim: Claim, { question, dossier, index, terms }: Reading): boolean {
  const has = new Set(claim.actors.map(({ id }) => id));
  const inText = index.gazetteer
    .scan(wordsOf(claim.text))
    .flatMap(({ named }) => named.map(({ id }) => id));
  for (const id of inText) has.add(id);
  const asked = question.mentions.flatMap(({ named }) =>
    named.filter(({ kind }) => kind === "actor").map(({ id }) => id),
  );
  const missing = asked.filter((id) => {
    const term = terms.find(({ key }) => key === `@${id}`);
    return !has.has(id) && (term?.idf ?? 9) > 1;
  });
  return missing.some((id) => {
    const kind = dossier.actors.get(id)?.kind;
    return claim.actors.some(
      (other) => dossier.actors.get(other.id)?.kind === kind && !asked.includes(other.id),
    );
  });
}

const negations = new Set([
  "not",
  "no",
  "never",
  "none",
  "nobody",
  "without",
  "neither",
  "nor",
  "unsigned",
  "denied",
  "rejected",
  "refused",
  "failed",
]);

/** A word of the question stands close behind a "not" in the claim. */
function denies(claim: Claim, { question }: Reading): boolean {
  const asked = new Set(question.content.flatMap((at) => question.words[at]?.stem ?? []));
  const words = wordsOf(claim.text);
  return words.some(({ word }, at) => {
    if (!negations.has(word)) return false;
    return words
      .slice(at + 1, at + 5)
      .some((each) => asked.has(each.stem) && each.stem !== stem("iran") && !each.capital);
  });
}
