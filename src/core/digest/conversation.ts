/** A digest's thread: what it said is what follow-ups go on from. */
import type { Conversation, ThreadId, Turn } from "../ports.ts";
import type { Edition } from "./edition.ts";

/** Said by nobody: no person can ask to have it forgotten. */
const nobody = "";

/**
 * The conversation of the thread with the edition as its latest turn. `before` is what the thread
 * held: a standing thread has earlier editions and what people asked about them.
 */
export function conversationOfEdition(
  edition: Edition,
  thread: ThreadId,
  at: Temporal.Instant,
  before?: Conversation,
): Conversation {
  const turn: Turn = {
    at: at.toString(),
    person: nobody,
    question: `digest of ${edition.input.slot.slice(0, 10)}`,
    answered: true,
    citations: edition.document.sources.map(({ claim }) => claim),
    carried: edition.carried ?? {},
  };
  return {
    thread,
    dossier: edition.dossier,
    depth: edition.input.depth,
    turns: [...(before?.turns ?? []), turn].slice(-30),
    updated: at.toString(),
  };
}
