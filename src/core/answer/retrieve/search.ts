/** Candidates for weighted terms: BM25 by postings, each term satisfied once by its best alternate. */
import type { Index } from "./index.ts";
import type { QueryTerm } from "./terms.ts";
import { candidates } from "./weights.ts";

export interface Candidate {
  readonly doc: number;
  /** BM25 over all terms, own and carried. */
  readonly score: number;
  /** Share of the weight of the question's own terms that the claim has, 0 to 1. */
  readonly coverage: number;
  /** The same, of what the claim is about. */
  readonly about: number;
  /** Coverage over all terms, carried ones at their weight. */
  readonly covered: number;
  /** Bit n: term n of the query is in the claim (the first 30 terms). */
  readonly has: number;
}

// Terms beyond count for the score, not for the mask.
const maskBits = 30;

/** `allowed`: claims that may be found; `also`: claims that are candidates whatever their words. */
export function search(
  terms: readonly QueryTerm[],
  index: Index,
  allowed?: (doc: number) => boolean,
  most: number = candidates,
  also: readonly number[] = [],
): readonly Candidate[] {
  const total = index.claims.length;
  const scores = new Float64Array(total);
  const covers = new Float64Array(total);
  const all = new Float64Array(total);
  const central = new Float64Array(total);
  const masks = new Int32Array(total);
  const touched: number[] = [];
  let ownWeight = 0;
  let weightOfAll = 0;
  for (const [at, term] of terms.entries()) {
    const worth = term.weight * term.idf;
    weightOfAll += worth;
    if (!term.carried) ownWeight += worth;
    const bit = at < maskBits ? 1 << at : 0;
    const seen = term.alternates.length > 1 && bit === 0 ? new Set<number>() : undefined;
    for (const alternate of term.alternates) {
      const { docs, impacts, abouts } = index.postings(alternate.term);
      const idf = Math.min(term.idf, index.idf(alternate.term));
      // A common word stands for a rare one only in part.
      const weight = term.weight * alternate.weight * idf;
      for (let each = 0; each < docs.length; each++) {
        const doc = docs[each] ?? 0;
        const mask = masks[doc] ?? 0;
        if (bit !== 0 ? (mask & bit) !== 0 : seen?.has(doc)) continue;
        seen?.add(doc);
        if ((scores[doc] ?? 0) === 0) touched.push(doc);
        masks[doc] = mask | bit;
        scores[doc] = (scores[doc] ?? 0) + weight * (impacts[each] ?? 0) + 1e-9;
        all[doc] = (all[doc] ?? 0) + weight;
        if (term.carried) continue;
        covers[doc] = (covers[doc] ?? 0) + weight;
        if (abouts[each] === 1) central[doc] = (central[doc] ?? 0) + weight;
      }
    }
  }
  const kept = allowed ? touched.filter(allowed) : touched;
  const found = best(kept, scores, most);
  const extra = also.filter(
    (doc) => !found.includes(doc) && (allowed === undefined || allowed(doc)),
  );
  return [...found, ...extra].map((doc) => ({
    doc,
    score: scores[doc] ?? 0,
    coverage: ownWeight === 0 ? 0 : Math.min(1, (covers[doc] ?? 0) / ownWeight),
    about: ownWeight === 0 ? 0 : Math.min(1, (central[doc] ?? 0) / ownWeight),
    covered: weightOfAll === 0 ? 0 : Math.min(1, (all[doc] ?? 0) / weightOfAll),
    has: masks[doc] ?? 0,
  }));
}

/** The highest `most` by score, best first; equal scores by place in the record. */
function best(docs: readonly number[], scores: Float64Array, most: number): readonly number[] {
  const score = (doc: number) => scores[doc] ?? 0;
  const before = (a: number, b: number) => score(b) - score(a) || a - b;
  if (docs.length <= most * 4) return docs.toSorted(before).slice(0, most);
  // A heap of the best so far, its worst on top: most documents are turned away by one comparison.
  const heap: number[] = [];
  const worse = (a: number, b: number) => before(a, b) > 0;
  const sink = (from: number) => {
    let at = from;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let worst = at;
      if (left < heap.length && worse(heap[left] ?? 0, heap[worst] ?? 0)) worst = left;
      if (right < heap.length && worse(heap[right] ?? 0, heap[worst] ?? 0)) worst = right;
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst] ?? 0, heap[at] ?? 0];
      at = worst;
    }
  };
  for (const doc of docs) {
    if (heap.length < most) {
      heap.push(doc);
      if (heap.length === most) for (let at = most >> 1; at >= 0; at--) sink(at);
    } else if (worse(heap[0] ?? 0, doc)) {
      heap[0] = doc;
      sink(0);
    }
  }
  return heap.sort(before);
}
