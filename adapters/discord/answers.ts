/**
 * What was answered to which message, so that an edit or a deletion finds it: also after a restart and
 * on another replica. The store keeps ids alone; the words are forgotten.
 */
import type { Clock, NoteStore } from "#core";
import { noGuild, type Place, prefixOf } from "./place.ts";
import { createRecent } from "./recent.ts";

/** A message of the bot's own. */
export interface Posting {
  readonly channel: string;
  readonly id: string;
}

export interface Answered {
  readonly conversation: Place;
  /** The answer, which may go on in a thread. */
  readonly messages: readonly Posting[];
  /** When the question was last edited, as Discord wrote it. */
  readonly edited?: string;
}

/** A person's message. */
export interface Question {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string | undefined;
}

export interface Answers {
  get(question: Question): Promise<Answered | undefined>;
  set(question: Question, answered: Answered): Promise<void>;
  delete(question: Question): Promise<void>;
}

const kind = "discord-answer";

export function createAnswers(notes: NoteStore, clock: Clock): Answers {
  const latest = createRecent<Answered>(5_000);
  const placeOf = ({ id, channel_id: channel, guild_id: guild = noGuild }: Question) =>
    prefixOf(guild, channel, id).slice(0, -1);
  return {
    async get(question) {
      const place = placeOf(question);
      return latest.get(place) ?? ((await notes.get(kind, place)) as Answered | undefined);
    },
    async set(question, answered) {
      latest.set(placeOf(question), answered);
      await notes.put(kind, placeOf(question), answered, clock.now());
    },
    async delete(question) {
      latest.delete(placeOf(question));
      await notes.remove(kind, placeOf(question));
    },
  };
}
