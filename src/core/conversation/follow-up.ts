/**
 * How a turn leans on its thread. Weighted terms are carried, never text; what a turn brings itself
 * always weighs more (measured: docs/answers.md).
 */
import type { Index } from "../answer/retrieve/index.ts";
import { type QueryTerm, wordsAsTerm } from "../answer/retrieve/terms.ts";
import { carry } from "../answer/retrieve/weights.ts";
import type { Intent } from "../answer/understand/intent.ts";
import type { Question } from "../answer/understand/question.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { PastTurn } from "./carried.ts";
import { carriedTerms, replacedBy, scaled } from "./carry.ts";
import * as kinds from "./turn-kinds.ts";

/**
 * `fresh`: stands alone. `context`: leans on the thread. `attribute`: asks when, where, who or how much
 * of what was said. `after`, `before`: what came next or went ahead. `outcome`: how it turned out.
 * `reaction`: what somebody did in answer. `swap`: the last question about something else.
 * `correction`: not that one. `why`: the reason of what was said. `more`: go on. `source`, `repeat`:
 * the last answer itself.
 */
type FollowUpType =
  | "fresh"
  | "context"
  | "attribute"
  | "after"
  | "before"
  | "outcome"
  | "reaction"
  | "swap"
  | "correction"
  | "why"
  | "more"
  | "source"
  | "repeat";

export interface FollowUp {
  readonly type: FollowUpType;
  readonly terms: readonly QueryTerm[];
  readonly intent: Intent;
  /** Its own words only say how it leans: nothing is looked for by them. */
  readonly wordless?: boolean;
  /** The turn brings a word of its own that says something. */
  readonly telling: boolean;
  /** It points back, with at most one telling word of its own. */
  readonly beside: boolean;
}

/** What following up is decided on. */
export interface Leaning {
  readonly question: Question;
  /** The question's own terms. */
  readonly own: readonly QueryTerm[];
  /** Newest first. */
  readonly turns: readonly PastTurn[];
  /** Share of the question that the best claim covers without the thread, 0 to 1. */
  readonly alone: number;
  readonly index: Index;
  readonly dossier: Dossier;
}

const attributes: readonly Intent[] = ["when", "where", "who", "how-many", "how-long"];
const open: readonly Intent[] = ["what", "definition", "compare", "timeline", "yes-no", "list"];

export function followUp(leaning: Leaning): FollowUp {
  const said = leaning.own.filter(
    ({ weight, named, key }) => weight > 0.5 && !(named && key.startsWith("#")),
  );
  const telling = said.length > 0;
  const beside =
    said.length <= 1 && /\b(?:it|its|that|this|they|them|their)\b/.test(leaning.question.bare);
  return { ...decided(leaning, telling), telling, beside };
}

function decided(leaning: Leaning, telling: boolean): Omit<FollowUp, "telling" | "beside"> {
  const { question, own, turns, index, dossier } = leaning;
  const { intent } = question;
  const [last] = turns;
  if (!last) return { type: "fresh", terms: [], intent };
  // The same question again has the same answer.
  const again =
    !question.pronoun &&
    question.content.length > 1 &&
    turns.some((turn) => turn.question.trim() === question.text.trim());
  if (question.fresh || again) return { type: "fresh", terms: [], intent };
  if (intent === "source" || intent === "repeat") {
    return { type: intent, intent, terms: carriedTerms(turns, index, dossier, {}) };
  }
  const bare = question.plain.replace(/[?!.…\s]+$/u, "");
  const names = own.filter(({ named, key }) => named && !key.startsWith("#"));
  const words = own.filter(({ named }) => !named);
  const content = question.content.length;
  const lend = (type: FollowUpType, as: Intent, shares: Parameters<typeof carriedTerms>[3]) => ({
    type,
    intent: as,
    terms: carriedTerms(turns, index, dossier, shares),
  });

  if (
    kinds.correction.test(bare) &&
    (/\b(?:one|ones|mean|meant|other|not)\b/.test(bare) || content <= 3)
  ) {
    return lend("correction", likeLast(intent, last), {
      words: 0.5,
      names: 0.1,
      topics: 0,
      heard: 0,
    });
  }
  if (kinds.why.test(bare)) return lend("why", "why", { words: 0.8, names: 0.9, topics: 0.5 });
  if (kinds.how.test(bare)) {
    return lend("attribute", "what", {
      words: 0.6,
      names: 0.8,
      topics: 0.4,
      heard: heard(question),
    });
  }
  if (kinds.outcome.test(bare)) {
    const turned = wordsAsTerm(kinds.outcomeWords, index);
    const lent = lend("outcome", "what", { words: 0.7, names: 0.9, topics: 0.6 });
    return { ...lent, terms: [...lent.terms, ...(turned ? [turned] : [])], wordless: true };
  }
  if (kinds.nextOne.test(bare) || kinds.lastOne.test(bare)) {
    const way = kinds.nextOne.test(bare) ? "after" : "before";
    const lent = lend(way, last.intent as Intent, { words: 0.8, names: 0.9, topics: 0.5 });
    return { ...lent, wordless: true };
  }
  if (
    kinds.reaction.test(bare) &&
    content <= 4 &&
    names.length <= 2 &&
    question.interval === undefined
  ) {
    const lent = lend("reaction", "what", { words: 0.4, names: 0.5, topics: 0.6 });
    return { ...lent, wordless: true };
  }
  if (kinds.either.test(bare) && names.length === 0) {
    return lend("attribute", "what", { words: 0.6, names: 0.8, topics: 0.4 });
  }
  if (kinds.after.test(bare) && content <= 2) {
    return lend("after", "what", { words: 0.3, names: 0.6, topics: 0.6, heard: heard(question) });
  }
  if (kinds.before.test(bare) && content <= 2) {
    return lend("before", "what", { words: 0.3, names: 0.6, topics: 0.6, heard: heard(question) });
  }
  if (intent === "more") return lend("more", "what", { words: 0.8, names: 0.9, topics: 0.6 });

  const brings =
    names.length > 0 || question.interval !== undefined || question.scope !== undefined;
  const rest = bare.replace(kinds.swapOpener, "").trim();
  if (
    brings &&
    content <= 3 &&
    words.length === 0 &&
    !kinds.asks.test(rest) &&
    open.includes(intent)
  ) {
    const without = replacedBy(names, last, index, dossier);
    return {
      type: "swap",
      intent: likeLast(intent, last),
      terms: carriedTerms(turns.slice(0, 1), index, dossier, {
        words: 0.9,
        names: 0.9,
        topics: 0.2,
        heard: 0,
        without,
      }),
    };
  }
  if (
    attributes.includes(intent) &&
    content <= 2 &&
    (question.pronoun || content <= 1) &&
    names.length === 0
  ) {
    return lend("attribute", intent, {
      words: 0.5,
      names: 0.8,
      topics: 0.4,
      heard: heard(question),
    });
  }
  // Nothing of its own but everyday words: it is about what was just said.
  if (!telling && question.interval === undefined && question.scope === undefined) {
    return lend("attribute", intent, {
      words: 0.6,
      names: 0.8,
      topics: 0.4,
      heard: heard(question),
    });
  }
  const strength = strengthOf(leaning, names);
  // "And the Americans, when did they come in?": they take the place of whom was asked about.
  const without = kinds.another.test(bare)
    ? replacedBy(names, last, index, dossier)
    : new Set<string>();
  const terms = scaled(
    carriedTerms(turns, index, dossier, { heard: heard(question), without }),
    strength,
  );
  return { type: strength <= carry.alone ? "fresh" : "context", intent, terms };
}

/** Persons of the last answer are meant by "he" and "she"; otherwise they stand by. */
function heard({ plain }: Question): number {
  return /\b(?:he|him|his|she|her|hers)\b/.test(plain) ? 0.8 : carry.heard;
}

/** The kind of the last question, where this turn only names another thing. */
function likeLast(intent: Intent, last: PastTurn): Intent {
  return open.includes(intent) && intent !== "list" ? (last.intent as Intent) : intent;
}

function strengthOf({ question, own, turns, alone }: Leaning, names: readonly QueryTerm[]): number {
  const seen = new Set(
    turns.flatMap(({ terms, heard }) => [...terms.map(([key]) => key), ...heard]),
  );
  const base = question.pronoun || own.length <= 3 ? carry.leaning : 0.5;
  if (!question.pronoun && own.length >= 3 && alone >= 0.65) {
    const known = own.filter(({ key }) => seen.has(key)).length / own.length;
    if (known < 1 / 3) return carry.alone;
  }
  const news = names.some(({ key }) => key.startsWith("@") && !seen.has(key));
  return news && !question.pronoun ? base * carry.newName : base;
}
