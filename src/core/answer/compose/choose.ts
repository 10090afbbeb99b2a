/** Which of the ranked claims an answer says: the best, and what adds to it without saying it again. */
import type { Index } from "../retrieve/index.ts";
import type { Ranked } from "../retrieve/rank.ts";
import { supportShare } from "../retrieve/weights.ts";
import { count, lengthOf } from "./measure.ts";

export interface Limits {
  readonly words: number;
  readonly most: number;
  /** Least share of the best score. */
  readonly share?: number;
  /** Said by their headlines: shorter, and likeness is no repetition. */
  readonly headlines?: boolean;
}

export function choose(ranked: readonly Ranked[], index: Index, limits: Limits): readonly Ranked[] {
  const [best, ...rest] = ranked;
  if (!best) return [];
  const share = limits.share ?? supportShare;
  const chosen = [best];
  const size = limits.headlines ? ({ claim }: Ranked) => count(claim.headline) + 4 : weigh;
  let words = weigh(best);
  for (const each of rest) {
    if (chosen.length >= limits.most) break;
    if (each.score < best.score * share || each.score <= 0) break;
    if (
      !limits.headlines &&
      chosen.some(
        (other) =>
          !tells(each, other) && alike(index.sequence(each.doc), index.sequence(other.doc)),
      )
    )
      continue;
    const more = size(each);
    if (words + more > limits.words) continue;
    chosen.push(each);
    words += more;
  }
  return chosen;
}

const replacement = 35;

/** Words that a claim takes in an answer, with what is said beside it. */
export function weigh({ claim }: Ranked): number {
  const wrong = claim.status === "rejected" || claim.status === "superseded";
  // What replaced it or refutes it is said as well.
  return lengthOf(claim) + (wrong ? replacement : 0);
}

/** An event has more to tell than the line of an office whose words it has. */
function tells(each: Ranked, other: Ranked): boolean {
  return each.claim.origin === "claims" && other.claim.origin === "office";
}

/** More than half of the words of the shorter are in the other. */
function alike(a: Uint32Array, b: Uint32Array): boolean {
  const [short, long] = a.length <= b.length ? [new Set(a), new Set(b)] : [new Set(b), new Set(a)];
  let shared = 0;
  for (const term of short) if (long.has(term)) shared++;
  return short.size > 0 && shared / short.size > 0.66;
}
