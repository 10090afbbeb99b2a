/** What a thread does to the claims of its next answer: some step back, some forward; what it lends. */

import { disputeOf } from "../answer/compose/assent.ts";
import { successors } from "../answer/compose/standing.ts";
import type { Index } from "../answer/retrieve/index.ts";
import { features } from "../answer/retrieve/weights.ts";
import type { Intent } from "../answer/understand/intent.ts";
import { fitOf, type Interval } from "../answer/understand/interval.ts";
import type { Question } from "../answer/understand/question.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { PastTurn } from "./carried.ts";
import { counterparts } from "./counterparts.ts";
import type { FollowUp } from "./follow-up.ts";
import { besideInSource, besides, effectsOf, inSequence, involves } from "./sequence.ts";
import { otherSide } from "./turn-kinds.ts";

/** Intents that ask for one thing about what was said. */
const one: ReadonlySet<Intent> = new Set([
  "when",
  "where",
  "who",
  "how-many",
  "how-long",
  "check",
  "yes-no",
] as const);

/** Cited claims step back, unless the turn asks about them; then the thread's line steps forward. */
export function adjustments(
  question: Question,
  follow: FollowUp,
  turns: readonly PastTurn[],
  index: Index,
  dossier: Dossier,
): ReadonlyMap<string, number> {
  const adjust = new Map<string, number>();
  if (follow.type === "fresh") return adjust;
  const about = follow.type === "attribute";
  // "How did it end" may be answered by what was cited as well as by something new.
  const beside = follow.type === "context" && follow.beside;
  for (const [back, turn] of turns.entries()) {
    for (const id of turn.citations)
      if (!adjust.has(id))
        adjust.set(
          id,
          about
            ? features.spoken * 0.6 ** back
            : beside
              ? 0
              : follow.type === "swap"
                ? features.citedSwap
                : features.cited,
        );
  }
  if (about && turns[0]?.lead !== undefined) {
    adjust.set(
      turns[0].lead,
      follow.telling
        ? features.leadAside
        : one.has(follow.intent)
          ? features.lead
          : features.leadOpen,
    );
  }
  if (beside && turns[0]?.lead !== undefined) adjust.set(turns[0].lead, features.leadBeside);
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
    inSequence(lead, "after", index, dossier, (id, by) =>
      adjust.set(id, (adjust.get(id) ?? 0) + by / 2),
    );
  }
  if (follow.type === "swap" && question.interval && namedActors(question).length === 0) {
    // "And in January 2020?": what happened then, whatever its words.
    for (const claim of index.claims) {
      const then = claim.kind === "event" && fitOf(claim.span, question.interval) > 0.5;
      const same = lead?.actors.some(({ id }) => claim.actors.some((actor) => actor.id === id));
      if (then && same) adjust.set(claim.id, (adjust.get(claim.id) ?? 0) + features.thatTime);
    }
  }
  if (follow.type === "swap" && lead?.figures[0] && question.interval) {
    const [{ unit }] = lead.figures;
    for (const claim of index.claims) {
      const same = claim.figures.some(
        (figure) => figure.unit === unit && figure.of === lead.figures[0]?.of,
      );
      if (same) adjust.set(claim.id, features.sameSeries);
    }
  }
  if (follow.type === "swap" && lead?.origin === "series") {
    for (const claim of index.claims)
      if (claim.origin === "series" && claim.from === lead.from)
        adjust.set(claim.id, features.sameSeries);
  }
  if (lead && (follow.type === "after" || follow.type === "before")) {
    inSequence(lead, follow.type, index, dossier, (id, by) =>
      adjust.set(id, (adjust.get(id) ?? 0) + by),
    );
  }
  if (lead && follow.type === "outcome") {
    // It may stand in what was said, or be what followed.
    for (const id of turns[0]?.citations ?? []) adjust.set(id, 0);
    adjust.set(lead.id, tellsOutcome.test(lead.text) ? features.leadOpen : features.cited);
    inSequence(lead, "after", index, dossier, (id, by) =>
      adjust.set(id, (adjust.get(id) ?? 0) + (by === features.linked ? by : by * 0.3)),
    );
    for (const { id } of effectsOf([lead.id], dossier))
      if (!dossier.links.effects.get(lead.id)?.some((each) => each.id === id))
        adjust.set(id, (adjust.get(id) ?? 0) + features.linked * features.fadeInTime);
  }
  const newcomers = namedActors(question).filter(
    (id) => lead !== undefined && !lead.actors.some((actor) => actor.id === id),
  );
  if (lead && follow.type === "reaction") {
    const who = namedActors(question);
    const answers = new Map<string, number>();
    // The answer may stand in the same claim.
    if (who.length > 0 && involves(lead, who) && !/\bsa(?:y|id)\b/.test(question.plain))
      adjust.set(lead.id, features.lead);
    inSequence(lead, "after", index, dossier, (id, by) =>
      answers.set(id, Math.max(by, answers.get(id) ?? 0)),
    );
    for (const { id } of effectsOf([lead.id, ...(turns[0]?.citations ?? [])], dossier))
      answers.set(id, Math.max(features.linked / 2, answers.get(id) ?? 0));
    for (const [id, by] of answers) {
      const claim = dossier.claims.get(id);
      if (by > 0 && claim && who.length > 0 && !involves(claim, who)) continue;
      adjust.set(id, (adjust.get(id) ?? 0) + by);
    }
  } else if (lead?.span?.from && newcomers.length > 0) {
    adjust.set(lead.id, features.cited);
    for (const claim of index.claims)
      if (involves(claim, newcomers) && besides(claim, lead))
        adjust.set(claim.id, (adjust.get(claim.id) ?? 0) + features.nearby);
  }
  if (lead) {
    const asksOther = otherSide.test(question.plain.replace(/[?!.…\s]+$/u, ""));
    for (const { id } of disputeOf(lead, dossier))
      adjust.set(id, (adjust.get(id) ?? 0) + (asksOther ? features.linked : features.otherSide));
  }
  if (lead && follow.type === "why") {
    for (const id of lead.causes) adjust.set(id, (adjust.get(id) ?? 0) + features.linked);
    adjust.set(lead.id, features.spoken);
  }
  if (lead && follow.type !== "correction") {
    for (const { id } of besideInSource(lead, index))
      adjust.set(id, (adjust.get(id) ?? 0) + features.samePassage);
  }
  const topics = new Set(follow.type === "correction" ? [] : (turns[0]?.topics ?? []));
  const { theirs, others } = counterparts(topics, namedActors(question), index, dossier);
  for (const claim of index.claims) {
    const ofOthers = claim.topics.some((topic) => others.has(topic));
    const by =
      !ofOthers && claim.topics.some((topic) => theirs.has(topic))
        ? features.counterpart
        : claim.topics.some((topic) => topics.has(topic))
          ? features.thread
          : 0;
    if (by !== 0) adjust.set(claim.id, (adjust.get(claim.id) ?? 0) + by);
  }
  return adjust;
}

const tellsOutcome =
  /\b(?:ended|failed|fell through|collapsed|stalled|broke down|succeeded|without (?:an? )?(?:agreement|deal|result)|never|withdr[ae]w|did not|was over|were over)\b/;

function namedActors({ mentions }: Question): readonly string[] {
  return mentions.flatMap(({ named }) =>
    named.flatMap(({ kind, id }) => (kind === "actor" ? [id] : [])),
  );
}

export function threadTime(
  turns: readonly PastTurn[],
  dossier: Dossier,
): { year?: number; day?: Temporal.PlainDate } {
  const [last] = turns;
  if (!last) return {};
  const lead: Claim | undefined =
    last.lead === undefined ? undefined : dossier.claims.get(last.lead);
  const day = last.from ?? lead?.span?.from?.toString();
  const begun = lead?.span?.from;
  return {
    ...(day !== undefined && { year: Number(day.slice(0, 4)) }),
    ...(begun && { day: begun }),
  };
}

export function threadSources(turns: readonly PastTurn[]): { sources?: readonly string[] } {
  const sources = turns.slice(0, 2).flatMap((turn) => turn.sources);
  return sources.length === 0 ? {} : { sources };
}

export function lentInterval(last: PastTurn): Interval | undefined {
  if (last.from === undefined && last.until === undefined) return undefined;
  return {
    ...(last.from !== undefined && { from: Temporal.PlainDate.from(last.from) }),
    ...(last.until !== undefined && { until: Temporal.PlainDate.from(last.until) }),
    yearless: false,
  };
}
