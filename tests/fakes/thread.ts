/** A thread as the bot keeps it, around an answerer: each question becomes a turn. */
import type { Conversation, Dossier, Turn } from "#core";
import type { Answerer } from "../../src/core/answer/answer.ts";
import type { Draft } from "../../src/core/command/command.ts";
import { bodyText } from "../../src/core/document/to-text.ts";

export interface Heard {
  /** The answer's body, without title, stamp and sources. */
  readonly text: string;
  readonly citations: readonly string[];
  readonly answered: boolean;
  readonly draft: Draft;
}

export interface Thread {
  ask(question: string): Heard;
  readonly turns: readonly Turn[];
  /** What was heard last. */
  last(): Heard;
}

export function createThread(
  answerer: Answerer,
  dossier: Dossier,
  now: Temporal.Instant = Temporal.Instant.from("2026-11-22T16:00:00Z"),
): Thread {
  const turns: Turn[] = [];
  const heard: Heard[] = [];
  return {
    turns,
    last() {
      const last = heard.at(-1);
      if (!last) throw new Error("nothing was asked yet");
      return last;
    },
    ask(question) {
      const conversation: Conversation | undefined =
        turns.length === 0
          ? undefined
          : { thread: "test:1", dossier: dossier.id, turns: [...turns], updated: now.toString() };
      const draft = answerer.answer({ text: question, dossier, now, depth: "90s", conversation });
      const citations = draft.answered ? draft.document.sources.map(({ claim }) => claim) : [];
      turns.push({
        at: now.toString(),
        person: "somebody",
        question,
        answered: draft.answered,
        citations,
        // As a store gives it back.
        carried: JSON.parse(JSON.stringify(draft.carried ?? {})),
      });
      const answer = { text: bodyText(draft.document), citations, answered: draft.answered, draft };
      heard.push(answer);
      return answer;
    },
  };
}
