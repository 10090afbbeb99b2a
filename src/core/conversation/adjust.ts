/** What a thread does to the claims of its next answer: some step back, some forward. */
import { disputeOf } from "../answer/compose/assent.ts";
import { successors } from "../answer/compose/standing.ts";
import type { Index } from "../answer/retrieve/index.ts";
import { features } from "../answer/retrieve/weights.ts";
import { idsNamed } from "../answer/understand/gazetteer.ts";
import type { Intent } from "../answer/understand/intent.ts";
import { fitOf } from "../answer/understand/interval.ts";
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

interface Thread {
  readonly question: Question;
  readonly follow: FollowUp;
  /** Newest first. */
  readonly turns: readonly PastTurn[];
  /** The claim that led the last answer. */
  readonly lead: Claim | undefined;
  /** Actors that the turn names. */
  readonly who: readonly string[];
  readonly index: Index;
  readonly dossier: Dossier;
}

interface Sums {
  readonly by: ReadonlyMap<string, number>;
  add(id: string, by: number): void;
  set(id: string, by: number): void;
}

/** Cited claims step back, unless the turn asks about them; then the thread's line steps forward. */
export function adjustments(
  question: Question,
  follow: FollowUp,
  turns: readonly PastTurn[],
  index: Index,
  dossier: Dossier,
): ReadonlyMap<string, number> {
  const sums = createSums();
  if (follow.type === "fresh") return sums.by;
  const lead = dossier.claims.get(turns[0]?.lead ?? "");
  const who = idsNamed(question.mentions, "actor");
  const thread: Thread = { question, follow, turns, lead, who, index, dossier };
  cited(thread, sums);
  if (follow.type === "correction") corrected(thread, sums);
  if (lead) {
    sinceThen(thread, lead, sums);
    if (follow.type === "swap") swapped(thread, lead, sums);
    inTurn(thread, lead, sums);
    newcomers(thread, lead, sums);
    opposed(thread, lead, sums);
    if (follow.type === "why") reasons(lead, sums);
    if (follow.type !== "correction") {
      for (const { id } of besideInSource(lead, index)) sums.add(id, features.samePassage);
    }
  }
  if (follow.type !== "correction") onTopic(thread, sums);
  return sums.by;
}

function createSums(): Sums {
  const by = new Map<string, number>();
  return {
    by,
    add: (id, more) => {
      by.set(id, (by.get(id) ?? 0) + more);
    },
    set: (id, to) => {
      by.set(id, to);
    },
  };
}

function cited({ follow, turns }: Thread, { by, set }: Sums): void {
  const about = follow.type === "attribute";
  // "How did it end" may be answered by what was cited as well as by something new.
  const beside = follow.type === "context" && follow.beside;
  const apart = beside ? 0 : follow.type === "swap" ? features.citedSwap : features.cited;
  for (const [back, { citations }] of turns.entries()) {
    for (const id of citations)
      if (!by.has(id)) set(id, about ? features.spoken * 0.6 ** back : apart);
  }
  const lead = turns[0]?.lead;
  if (lead === undefined) return;
  if (about) {
    const single = one.has(follow.intent) ? features.lead : features.leadOpen;
    set(lead, follow.telling ? features.leadAside : single);
  }
  if (beside) set(lead, features.leadBeside);
}

/** "No, the 2015 one": what was cited is not meant, unless it is of that time. */
function corrected({ question, turns, dossier }: Thread, { set }: Sums): void {
  for (const id of turns[0]?.citations ?? []) {
    const span = dossier.claims.get(id)?.span;
    const meant =
      question.interval !== undefined && span !== undefined && fitOf(span, question.interval) > 0.5;
    set(id, meant ? 0 : features.corrected);
  }
}

/** "Is that still so": what came of the claim, and after it. */
function sinceThen({ question, index, dossier }: Thread, lead: Claim, { add }: Sums): void {
  const asks = /\b(?:still|anymore|any more|any longer|now|today|yet|stand|since)\b/;
  if (!asks.test(question.plain)) return;
  const came = [...successors(lead, dossier), ...(dossier.links.effects.get(lead.id) ?? [])];
  for (const { id } of came) add(id, features.outcome);
  inSequence(lead, "after", index, dossier, (id, by) => add(id, by / 2));
}

/** "And in January 2020?": what happened then, whatever its words; the same measurement at that time. */
function swapped({ question, who, index }: Thread, lead: Claim, { add, set }: Sums): void {
  const { interval } = question;
  const [figure] = lead.figures;
  const actors = lead.actors.map(({ id }) => id);
  for (const claim of index.claims) {
    if (interval && who.length === 0 && claim.kind === "event") {
      const same = claim.actors.some(({ id }) => actors.includes(id));
      if (same && fitOf(claim.span, interval) > 0.5) add(claim.id, features.thatTime);
    }
    const counted = claim.figures.some(({ unit, of }) => unit === figure?.unit && of === figure.of);
    const measured =
      lead.origin === "series" && claim.origin === "series" && claim.from === lead.from;
    if ((interval && counted) || measured) set(claim.id, features.sameSeries);
  }
}

/** What came of it or went before, how it turned out, who answered it. */
function inTurn(thread: Thread, lead: Claim, { add, set }: Sums): void {
  const { follow, index, dossier, turns } = thread;
  if (follow.type === "after" || follow.type === "before") {
    inSequence(lead, follow.type, index, dossier, add);
  }
  if (follow.type === "outcome") {
    // It may stand in what was said, or be what followed.
    for (const id of turns[0]?.citations ?? []) set(id, 0);
    set(lead.id, tellsOutcome.test(lead.text) ? features.leadOpen : features.cited);
    inSequence(lead, "after", index, dossier, (id, by) =>
      add(id, by === features.linked ? by : by * 0.3),
    );
    const direct = new Set(dossier.links.effects.get(lead.id));
    for (const claim of effectsOf([lead.id], dossier))
      if (!direct.has(claim)) add(claim.id, features.linked * features.fadeInTime);
  }
  if (follow.type === "reaction") answered(thread, lead, { add, set });
}

function answered(
  { question, who, turns, index, dossier }: Thread,
  lead: Claim,
  { add, set }: Pick<Sums, "add" | "set">,
): void {
  // The answer may stand in the same claim.
  if (who.length > 0 && involves(lead, who) && !/\bsa(?:y|id)\b/.test(question.plain))
    set(lead.id, features.lead);
  const answers = new Map<string, number>();
  const note = (id: string, by: number) => answers.set(id, Math.max(by, answers.get(id) ?? 0));
  inSequence(lead, "after", index, dossier, note);
  for (const { id } of effectsOf([lead.id, ...(turns[0]?.citations ?? [])], dossier))
    note(id, features.linked / 2);
  for (const [id, by] of answers) {
    const claim = dossier.claims.get(id);
    if (by > 0 && claim && who.length > 0 && !involves(claim, who)) continue;
    add(id, by);
  }
}

/** Somebody named who was not in what was said: what they did in those days. */
function newcomers({ follow, who, index }: Thread, lead: Claim, { add, set }: Sums): void {
  if (follow.type === "reaction" || !lead.span?.from) return;
  const others = who.filter((id) => !lead.actors.some((actor) => actor.id === id));
  if (others.length === 0) return;
  set(lead.id, features.cited);
  for (const claim of index.claims)
    if (involves(claim, others) && besides(claim, lead)) add(claim.id, features.nearby);
}

function opposed({ question, dossier }: Thread, lead: Claim, { add }: Sums): void {
  const asks = otherSide.test(question.plain.replace(/[?!.…\s]+$/u, ""));
  for (const { id } of disputeOf(lead, dossier))
    add(id, asks ? features.linked : features.otherSide);
}

function reasons(lead: Claim, { add, set }: Sums): void {
  for (const id of lead.causes) add(id, features.linked);
  set(lead.id, features.spoken);
}

function onTopic({ turns, who, index, dossier }: Thread, { add }: Sums): void {
  const topics = new Set(turns[0]?.topics);
  const { theirs, others } = counterparts(topics, who, index, dossier);
  for (const { id, topics: own } of index.claims) {
    if (own.some((topic) => theirs.has(topic)) && !own.some((topic) => others.has(topic)))
      add(id, features.counterpart);
    else if (own.some((topic) => topics.has(topic))) add(id, features.thread);
  }
}

const tellsOutcome =
  /\b(?:ended|failed|fell through|collapsed|stalled|broke down|succeeded|without (?:an? )?(?:agreement|deal|result)|never|withdr[ae]w|did not|was over|were over)\b/;
