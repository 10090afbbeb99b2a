/**
 * How a turn leans on its thread. Weighted terms are carried, never text; what a turn brings itself
 * always weighs more (measured: docs/answers.md).
 */
import type { Index } from "../answer/retrieve/index.ts";
import { carriedTerm, type QueryTerm } from "../answer/retrieve/terms.ts";
import { carry } from "../answer/retrieve/weights.ts";
import type { Intent } from "../answer/understand/intent.ts";
import type { Question } from "../answer/understand/question.ts";
import type { PastTurn } from "./carried.ts";

export interface FollowUp {
  /**
   * `fresh`: stands alone. `context`: leans on the thread. `attribute`: asks when, where, who or how much
   * of what was said. `after`, `before`: what came next or went ahead. `swap`: the last question about
   * something else. `correction`: not that one. `why`: the reason of what was said.
   */
  readonly type:
    | "fresh"
    | "context"
    | "attribute"
    | "after"
    | "before"
    | "swap"
    | "correction"
    | "why"
    | "more";
  readonly terms: readonly QueryTerm[];
  readonly intent: Intent;
  /** ISO days, lent by the thread. */
  readonly interval?: { readonly from?: string; readonly until?: string } | undefined;
}

const attributes: readonly Intent[] = ["when", "where", "who", "how-many", "how-long"];
const swapOpener =
  /^(?:(?:and|but|or|ok|so|now|then|well)\b[\s,]*)*(?:what about|how about|same (?:thing )?(?:for|with)|and for|and in|for|in|the|with|on)?\b/;

export function followUp(
  question: Question,
  own: readonly QueryTerm[],
  turns: readonly PastTurn[],
  alone: number,
  index: Index,
): FollowUp {
  const { intent } = question;
  const [last] = turns;
  if (!last) return { type: "fresh", terms: [], intent };
  if (
    /\b(?:different (?:thing|topic|question|subject)|new (?:topic|question|subject)|change of (?:topic|subject)|something else|unrelated)\b/.test(
      question.plain,
    )
  ) {
    return { type: "fresh", terms: [], intent };
  }
  const bare = question.plain.replace(/[?!.…\s]+$/u, "");
  const names = own.filter(({ named, key }) => named && !key.startsWith("#"));
  const words = own.filter(({ named }) => !named);
  const content = question.content.length;

  if (
    /^(?:no|nope|not that|nah|i mean|i meant|wrong)\b/.test(bare) &&
    (/\b(?:one|mean|meant|other|not)\b/.test(bare) || content <= 3)
  ) {
    return {
      type: "correction",
      intent: likeLast(intent, last),
      terms: carried(turns, index, { words: 0.5, names: 0.1, topics: 0 }),
    };
  }
  if (
    /^(?:(?:and|so|but|ok) )*(?:why|how come|what for|how so|why (?:is|was|did|were|are) (?:that|this|it)(?: (?:so|the case))?|why (?:not|though|so|then))$/.test(
      bare,
    )
  ) {
    return {
      type: "why",
      intent: "why",
      terms: carried(turns, index, { words: 0.8, names: 0.9, topics: 0.5 }),
    };
  }
  if (
    /\b(?:after (?:that|this|it|which)|(?:and|so) (?:then|next)|then what|what (?:then|next|followed|came next|happened (?:next|then|after(?:wards?)?))|afterwards?|since then|what (?:came|happened) of it)\b/.test(
      bare,
    ) ||
    /^(?:and )?(?:then|next|after|afterwards?|now)$/.test(bare)
  ) {
    return {
      type: "after",
      intent: "what",
      terms: carried(turns, index, { words: 0.3, names: 0.6, topics: 0.6 }),
    };
  }
  if (
    /\b(?:before (?:that|this|it)|what led (?:up )?to (?:that|this|it)|beforehand|prior to (?:that|this|it)|previously)\b/.test(
      bare,
    ) &&
    content <= 2
  ) {
    return {
      type: "before",
      intent: "what",
      terms: carried(turns, index, { words: 0.3, names: 0.6, topics: 0.6 }),
    };
  }
  const short = content <= 2 && words.length === 0;
  const rest = bare.replace(swapOpener, "").trim();
  const isSwap =
    (names.length > 0 || question.interval !== undefined || question.scope !== undefined) &&
    short &&
    rest.split(" ").length <= 5 &&
    !/^(?:who|when|where|why|how|which|is|are|was|were|did|does|do|tell|list)\b/.test(
      rest.replace(/^what about |^how about /, ""),
    ) &&
    (intent === "what" ||
      intent === "definition" ||
      intent === "compare" ||
      intent === "timeline" ||
      intent === "yes-no");
  if (isSwap) {
    return {
      type: "swap",
      intent: likeLast(intent, last),
      terms: carried(turns.slice(0, 1), index, {
        words: 0.9,
        names: names.length > 0 ? 0 : 0.9,
        topics: 0.3,
      }),
    };
  }
  const strength = strengthOf(question, own, names, turns, alone);
  if (
    attributes.includes(intent) &&
    content <= 2 &&
    (question.pronoun || content <= 1) &&
    names.length === 0
  ) {
    return {
      type: "attribute",
      intent,
      terms: scaled(carried(turns, index, { words: 0.5, names: 0.8, topics: 0.4 }), 1),
    };
  }
  if (intent === "more") {
    return {
      type: "more",
      intent: "what",
      terms: carried(turns, index, { words: 0.8, names: 0.9, topics: 0.6 }),
    };
  }
  if (strength <= carry.alone)
    return { type: "fresh", intent, terms: scaled(carried(turns, index, {}), strength) };
  return { type: "context", intent, terms: scaled(carried(turns, index, {}), strength) };
}

/** The kind of the last question, where this turn only names another thing. */
function likeLast(intent: Intent, last: PastTurn): Intent {
  return intent === "what" || intent === "definition" || intent === "compare"
    ? (last.intent as Intent)
    : intent;
}

function strengthOf(
  question: Question,
  own: readonly QueryTerm[],
  names: readonly QueryTerm[],
  turns: readonly PastTurn[],
  alone: number,
): number {
  const seen = new Set(turns.flatMap(({ terms }) => terms.map(([key]) => key)));
  const leaning = question.pronoun || own.length <= 3;
  const base = leaning ? carry.leaning : 0.5;
  const news = names.filter(({ key }) => key.startsWith("@") && !seen.has(key));
  if (!question.pronoun && own.length >= 3 && alone >= 0.65) {
    const known = own.filter(({ key }) => seen.has(key)).length / own.length;
    if (known < 1 / 3) return carry.alone;
  }
  return news.length > 0 && !question.pronoun ? base * carry.newName : base;
}

interface Shares {
  readonly words?: number;
  readonly names?: number;
  readonly topics?: number;
}

/** Terms of the last turns, fading with each turn back; the heaviest of each wins. */
function carried(
  turns: readonly PastTurn[],
  index: Index,
  { words = carry.words, names = carry.actors, topics = carry.topics }: Shares,
): readonly QueryTerm[] {
  const weights = new Map<string, number>();
  const put = (key: string, weight: number) => {
    if (weight > (weights.get(key) ?? 0)) weights.set(key, weight);
  };
  for (const [back, turn] of turns.slice(0, carry.depth).entries()) {
    const fade = carry.fade ** back;
    for (const [key, weight] of turn.terms) {
      put(
        key,
        fade *
          Math.min(1, weight) *
          (/^[@%~]/.test(key) ? names : key.startsWith("#") ? topics : words),
      );
    }
    for (const id of turn.topics) put(`#${id}`, fade * topics);
  }
  return [...weights].flatMap(([key, weight]) =>
    weight < 0.02 ? [] : (carriedTerm(key, weight, index) ?? []),
  );
}

function scaled(terms: readonly QueryTerm[], by: number): readonly QueryTerm[] {
  return by === 1 ? terms : terms.map((term) => ({ ...term, weight: term.weight * by }));
}
