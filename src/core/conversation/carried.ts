/** What a turn leaves behind for the next: plain JSON in the store, read back with care. */
import { z } from "zod";
import type { Conversation, Turn } from "../ports.ts";

const carriedSchema = z.object({
  v: z.literal(1),
  intent: z.string(),
  /** Search terms of the question with their weights, names of records among them. */
  terms: z.array(z.tuple([z.string(), z.number()])).max(40),
  topics: z.array(z.string()),
  /** Names that the answer brought in. */
  heard: z.array(z.string()).max(20),
  /** ISO days. */
  from: z.string().optional(),
  until: z.string().optional(),
  /** Sources that the question named. */
  sources: z.array(z.string()),
  /** The claim that led the answer. */
  lead: z.string().optional(),
  /** Share of the question that the lead covered, 0 to 1. */
  confidence: z.number(),
});

export type Carried = z.infer<typeof carriedSchema>;

/** A turn as the next one sees it. */
export interface PastTurn extends Carried {
  readonly question: string;
  readonly citations: readonly string[];
  readonly answered: boolean;
}

/** Undefined for a turn of another part of the product, or of an older version. */
export function readCarried(turn: Turn): PastTurn | undefined {
  const read = carriedSchema.safeParse(turn.carried);
  if (read.success) {
    return {
      ...read.data,
      question: turn.question,
      citations: turn.citations,
      answered: turn.answered,
    };
  }
  // A briefing: its claims are what the thread is about.
  if (turn.citations.length === 0) return undefined;
  const [lead] = turn.citations;
  return {
    v: 1,
    intent: "what",
    terms: [],
    topics: [],
    heard: [],
    sources: [],
    confidence: 1,
    ...(lead !== undefined && { lead }),
    question: turn.question,
    citations: turn.citations,
    answered: turn.answered,
  };
}

/** Newest first. */
export function pastTurns(conversation: Conversation | undefined): readonly PastTurn[] {
  return (conversation?.turns ?? []).flatMap((turn) => readCarried(turn) ?? []).toReversed();
}
