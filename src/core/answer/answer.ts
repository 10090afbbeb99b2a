/**
 * The seam to the question answerer: from words and what the thread knows to an answer on claims.
 * Same request, same answer, always; no clock, no store.
 */
import type { Depth, Draft } from "../command/command.ts";
import type { Document, Sentence } from "../document/tree.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { Conversation, Turn } from "../ports.ts";

export interface AnswerRequest {
  readonly text: string;
  /** As of the day asked for. */
  readonly dossier: Dossier;
  readonly now: Temporal.Instant;
  readonly depth: Depth;
  /** Earlier turns of the thread. */
  readonly conversation: Conversation | undefined;
}

/** What the record says about an assertion. */
export interface Verdict {
  readonly type: "supported" | "contradicted" | "disputed" | "not-covered";
  /** Claims that carry the verdict, best first; empty when it is not covered. */
  readonly claims: readonly Claim[];
  /** Not covered: what comes nearest, best first. */
  readonly nearest: readonly Claim[];
}

export interface Answerer {
  answer(request: AnswerRequest): Draft;
  check(request: AnswerRequest): Verdict;
  /** What was understood of a question, from what its turn carried: for `why`. */
  explain(turn: Turn, dossier: Dossier): readonly Sentence[];
  /** What was understood and every claim looked at, with scores: for curators. */
  workings(request: AnswerRequest): Document;
}
