/** Candidates in the order in which they answer: what the score of words alone cannot see. */
import type { Claim } from "../../dossier/dossier.ts";
import type { Span } from "../../dossier/edtf.ts";
import type { Intent } from "../understand/intent.ts";
import { fitOf, type Interval } from "../understand/interval.ts";
import { expectation } from "./expected.ts";
import type { Index } from "./index.ts";
import type { Candidate } from "./search.ts";
import type { QueryTerm } from "./terms.ts";
import { features } from "./weights.ts";

export interface Ranked {
  readonly claim: Claim;
  readonly doc: number;
  readonly score: number;
  /** Share of the question's own terms that the claim has, 0 to 1. */
  readonly coverage: number;
  /** The same over all terms, carried ones at their weight. */
  readonly covered: number;
  readonly has: number;
  /** What the re-ranking added, by feature, for explaining. */
  readonly parts: Readonly<Record<string, number>>;
}

/** What the re-ranking knows beside the terms. */
export interface Wanted {
  readonly intent: Intent;
  readonly plain: string;
  /** Actors that the question names. */
  readonly named: ReadonlySet<string>;
  /** Actor that the question has act: "why did Israel attack". */
  readonly subject: string | undefined;
  readonly interval: Interval | undefined;
  /** How much the interval counts: 1 when the question names it, less when the thread lends it. */
  readonly intervalWeight: number;
  /** The question is about what a source says, or checks a claim: wrong claims are wanted too. */
  readonly anyStatus: boolean;
  /** The question asks for what may come or for a view. */
  readonly views: boolean;
  /** The question is in the present tense, without a date. */
  readonly present: boolean;
  readonly until: Temporal.PlainDate;
  /** Actors whose words are asked for. */
  readonly speakers: ReadonlySet<string>;
  /** Claims that replace or refute one. */
  successors(claim: Claim): readonly Claim[];
  /** Added to claims by id: cited before, on the thread's line. */
  readonly adjust: ReadonlyMap<string, number>;
}

export function rank(
  found: readonly Candidate[],
  terms: readonly QueryTerm[],
  wanted: Wanted,
  index: Index,
): readonly Ranked[] {
  const top = Math.max(1e-6, ...found.map(({ score }) => score));
  const pairs = pairsOf(terms);
  const lent = terms.some(({ carried }) => carried);
  const own = terms.flatMap((term, at) => (!term.carried && !term.unknown ? [{ term, at }] : []));
  const rarest = own.toSorted((a, b) => b.term.idf * b.term.weight - a.term.idf * a.term.weight)[0];
  const named = own.filter(
    ({ term, at }) =>
      at < 30 && term.named && term.key.startsWith("@") && term.idf > features.tellingName,
  );
  const ranked = found
    .flatMap((candidate): readonly Ranked[] => {
      const claim = index.claims[candidate.doc];
      if (!claim) return [];
      const parts: Record<string, number> = {
        words: candidate.score / top,
        coverage: features.coverage * candidate.covered,
        about: features.about * candidate.about,
        own: lent ? features.own * candidate.coverage : 0,
        ...(rarest &&
          own.length > 1 &&
          rarest.at < 30 &&
          (candidate.has & (1 << rarest.at)) === 0 && { rareMissing: features.rareMissing }),
        names:
          features.nameMissing *
          Math.min(2, named.filter(({ at }) => (candidate.has & (1 << at)) === 0).length),
        adjacent: features.adjacent * Math.min(3, adjacent(index.sequence(candidate.doc), pairs)),
        time: timePart(claim, wanted),
        expected: features.expected * expectation(claim, wanted),
        kind: kindPart(claim, wanted),
        status: statusPart(claim, wanted),
        recent: recentPart(claim, wanted),
        says: saysPart(claim, wanted),
        subject: subjectPart(claim, wanted, index),
        thread: wanted.adjust.get(claim.id) ?? 0,
      };
      const score = Object.values(parts).reduce((sum, part) => sum + part, 0);
      return [
        {
          claim,
          doc: candidate.doc,
          score,
          coverage: candidate.coverage,
          covered: candidate.covered,
          has: candidate.has,
          parts,
        },
      ];
    })
    .sort((a, b) => b.score - a.score || a.doc - b.doc);
  return wanted.anyStatus ? ranked : promoted(ranked, wanted);
}

/**
 * A claim that no longer stands leads only when it is plainly what is asked about; what replaced a fact
 * comes next or takes its place. What overtook a view does not answer for it.
 */
function promoted(ranked: readonly Ranked[], wanted: Wanted): readonly Ranked[] {
  const raw = ranked.map(({ score, parts }) => score - (parts["status"] ?? 0));
  const best = Math.max(0, ...ranked.map(({ claim }, at) => (stands(claim) ? (raw[at] ?? 0) : 0)));
  const places = new Map(ranked.map(({ claim }, at) => [claim.id, at]));
  const scores = ranked.map(({ score }) => score);
  for (const [at, { claim, coverage }] of ranked.entries()) {
    const would = raw[at] ?? 0;
    if (stands(claim)) continue;
    const margin = claim.status === "rejected" ? 0 : features.meant;
    const meant = would > best + margin && coverage >= features.meantCoverage;
    // A count is a figure, whoever counts: the later one answers.
    const view = isView(claim) && claim.figures.length === 0;
    const heirs = wanted
      .successors(claim)
      .flatMap(({ id }) => places.get(id) ?? [])
      .filter((place) => (ranked[place]?.coverage ?? 0) >= coverage * features.successorCoverage);
    if (meant && (view || claim.status === "rejected" || heirs.length === 0)) scores[at] = would;
    if (view || claim.status === "rejected") continue;
    for (const place of heirs) {
      scores[place] = Math.max(scores[place] ?? 0, would * features.successor);
    }
  }
  return ranked
    .map((each, at) => ({ ...each, score: scores[at] ?? each.score }))
    .toSorted((a, b) => b.score - a.score || a.doc - b.doc);
}

function stands({ status }: Claim): boolean {
  return status === "current" || status === "disputed";
}

/** Who acts stands first among the actors of an event. */
function subjectPart({ kind, actors }: Claim, { subject }: Wanted, { partOf }: Index): number {
  const [first] = actors;
  if (subject === undefined || kind !== "event" || !first) return 0;
  if (first.id === subject || partOf(first.id) === subject) return features.subject;
  return actors.some(({ id }) => id === subject) ? -features.subject : 0;
}

function saysPart(claim: Claim, { speakers }: Wanted): number {
  if (speakers.size === 0) return 0;
  if (claim.holder !== undefined && speakers.has(claim.holder)) return features.says;
  if (!["statement", "condition", "assessment"].includes(claim.kind)) return 0;
  const [first] = claim.actors;
  return first && speakers.has(first.id) ? features.says : 0;
}

/** Pairs of terms that stand side by side in the question, as `first * 2^21 + second`. */
function pairsOf(terms: readonly QueryTerm[]): ReadonlySet<number> {
  const pairs = new Set<number>();
  const own = terms.filter(({ carried, named }) => !carried && !named);
  for (let at = 0; at + 1 < own.length; at++) {
    for (const a of own[at]?.alternates.slice(0, 2) ?? []) {
      for (const b of own[at + 1]?.alternates.slice(0, 2) ?? [])
        pairs.add(a.term * 2_097_152 + b.term);
    }
  }
  return pairs;
}

function adjacent(sequence: Uint32Array, pairs: ReadonlySet<number>): number {
  if (pairs.size === 0) return 0;
  const seen = new Set<number>();
  for (let at = 0; at + 1 < sequence.length; at++) {
    const pair = (sequence[at] ?? 0) * 2_097_152 + (sequence[at + 1] ?? 0);
    if (pairs.has(pair)) seen.add(pair);
  }
  return seen.size;
}

function timePart(claim: Claim, { interval, intervalWeight, intent }: Wanted): number {
  if (!interval) return 0;
  const { span, holder, knownFrom } = claim;
  // A view has the time it was held; what it is about is said in its words.
  if (holder !== undefined && isView(claim) && namesYear(claim.text, interval)) {
    return features.inTime * features.knownThen * intervalWeight;
  }
  if (!span && holder === undefined) return features.undated * intervalWeight;
  const known = dayOf(knownFrom);
  // What became known in that time was news then.
  const fit = Math.max(fitOf(span ?? known, interval), features.knownThen * fitOf(known, interval));
  const apart = span ? features.outOfTime : features.undated;
  // An assertion may be wrong in just this.
  const share = intent === "check" || intent === "yes-no" ? features.wrongTime : 1;
  return (fit === 0 ? apart * share : features.inTime * fit) * intervalWeight;
}

function dayOf(day: Temporal.PlainDate): Span {
  return { from: day, until: day, precision: "day", approximate: false, uncertain: false };
}

function namesYear(text: string, { from, until }: Interval): boolean {
  const years = text.match(/\b(?:19|20)\d\d\b/g) ?? [];
  return years.some(
    (year) => Number(year) >= (from?.year ?? 0) && Number(year) <= (until?.year ?? 9999),
  );
}

function kindPart(claim: Claim, wanted: Wanted): number {
  const dated = ["when", "where", "why", "how-many"].includes(wanted.intent);
  const derived =
    claim.origin !== "claims" &&
    !(
      wanted.intent === "definition" ||
      (claim.origin === "series" && /^how-/.test(wanted.intent)) ||
      (claim.origin === "office" && wanted.intent === "who")
    );
  return (
    (derived ? (dated ? features.derivedDated : features.derived) : 0) +
    (isView(claim) && claim.holder !== undefined && claim.credibility > 2 && !wanted.views
      ? features.opinion
      : 0) +
    (claim.credibility > 3 && !wanted.views ? features.doubtful : 0)
  );
}

function statusPart(claim: Claim, { anyStatus, views }: Wanted): number {
  if (claim.status === "rejected") return anyStatus ? 0 : features.rejected;
  if (claim.status === "superseded") {
    return anyStatus ? 0 : views && isView(claim) ? features.overtakenView : features.overtaken;
  }
  return 0;
}

export function isView({ kind }: Claim): boolean {
  return (
    kind === "assessment" ||
    kind === "forecast" ||
    kind === "recommendation" ||
    kind === "condition"
  );
}

function recentPart(claim: Claim, { intent, present, until, speakers, plain }: Wanted): number {
  if (intent !== "latest" && intent !== "forecast" && !present && speakers.size === 0) return 0;
  const end = claim.span?.until ?? claim.span?.from ?? claim.knownFrom;
  const days = Math.max(0, end.until(until, { largestUnit: "days" }).days);
  const now = /\b(?:now|current|currently|today|nowadays|these days)\b/.test(plain);
  const share = intent === "latest" || now ? 1 : features.presentShare;
  const over =
    claim.origin === "office" && claim.span?.until !== undefined && days > 0
      ? features.overtaken
      : 0;
  return share * features.recent * Math.exp(-days / 240) + (present ? over : 0);
}
