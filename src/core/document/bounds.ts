/**
 * How long a piece that is never cut may be, so that every piece fits on one message of every
 * platform. With escaping that at most doubles a text, the longest continuing page (title, label,
 * one sentence and its marks) stays below {@link smallestPage}; tests/core/document/fit.test.ts shows it.
 */
import type { Action, Inline, Sentence } from "./tree.ts";

/** Longest sentence: characters of its plain text and of the addresses it links to. */
export const longestSentence = 1_000;

/** Longest title, heading, column, label, date or button: they are repeated, so they are short. */
export const longestLabel = 250;

/** Longest command line behind a button: a platform that cannot hold it prints it. */
export const longestLine = 500;

/** Most claims that one sentence may stand on: each prints a mark. */
export const mostClaims = 60;

/** `Limits.page.characters` of any platform is at least this, where escaping at most doubles a text. */
export const smallestPage = 4_000;

/** @throws RangeError when the sentence is longer or cites more than any platform could show whole. */
export function boundSentence<Bounded extends Sentence>(sentence: Bounded): Bounded {
  const length = weigh(sentence.children);
  if (length > longestSentence) {
    throw new RangeError(`a sentence has ${length} characters; at most ${longestSentence} may be`);
  }
  if (sentence.type === "claim" && sentence.claims.length > mostClaims) {
    throw new RangeError(
      `a sentence stands on ${sentence.claims.length} claims; at most ${mostClaims} may be`,
    );
  }
  return sentence;
}

/** @throws RangeError when a sentence is too long to be a title, heading or label. */
export function boundLabel(sentence: Sentence): void {
  const length = weigh(sentence.children);
  if (length > longestLabel) {
    throw new RangeError(`a label has ${length} characters; at most ${longestLabel} may be`);
  }
}

/** @throws RangeError when a button's label or line is too long to be printed where a button cannot hold it. */
export function boundAction(action: Action): void {
  boundLabel(action.label);
  if (action.line.length > longestLine) {
    throw new RangeError(
      `a button's line has ${action.line.length} characters; at most ${longestLine} may be`,
    );
  }
}

function weigh(children: readonly Inline[]): number {
  return children.reduce((sum, child) => sum + weighOne(child), 0);
}

function weighOne(node: Inline): number {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "time":
    case "derived":
    case "record":
    case "asked":
    case "channel":
      return node.value.length;
    case "strong":
    case "emphasis":
      return weigh(node.children);
    case "link":
      return node.url.length + weigh(node.children);
    default:
      throw new Error(`unknown inline ${JSON.stringify(node satisfies never)}`);
  }
}
