/** Keeps everything in memory: for tests, one-shot commands and scripts. Forgets all at exit. */
import type {
  Conversation,
  ConversationStore,
  Feedback,
  FeedbackStore,
  NoteStore,
  SeenStore,
  Store,
  UnansweredQuestion,
  UnansweredStore,
} from "../ports.ts";
import { createMemoryDeliveries } from "./memory-deliveries.ts";
import { sameQuestion } from "./question.ts";

export function createMemoryStore(): Store {
  return {
    conversations: createConversations(),
    seen: createSeen(),
    notes: createNotes(),
    unanswered: createUnanswered(),
    feedback: createFeedback(),
    ...createMemoryDeliveries(),
    close: async () => {},
  };
}

function createConversations(): ConversationStore {
  const conversations = new Map<string, Conversation>();
  return {
    get: async (thread) => conversations.get(thread),
    put: async (conversation) => {
      conversations.set(conversation.thread, copy(conversation));
    },
    since: async (instant, most, after = "") =>
      [...conversations.values()]
        .filter(({ thread, updated }) => thread > after && !before(updated, instant))
        .sort((a, b) => (a.thread < b.thread ? -1 : 1))
        .slice(0, most),
    forgetPerson: async (person) => {
      let forgotten = 0;
      for (const [thread, conversation] of conversations) {
        const turns = conversation.turns.filter((turn) => turn.person !== person);
        if (turns.length === conversation.turns.length) continue;
        forgotten += conversation.turns.length - turns.length;
        if (turns.length === 0) conversations.delete(thread);
        else conversations.set(thread, { ...conversation, turns });
      }
      return forgotten;
    },
    forgetThreads: async (prefix) => drop(conversations, (thread) => thread.startsWith(prefix)),
    forgetBefore: async (instant) =>
      drop(conversations, (_, { updated }) => before(updated, instant)),
  };
}

function createSeen(): SeenStore {
  const seen = new Map<string, Temporal.Instant>();
  return {
    claim: async (key, at) => {
      if (seen.has(key)) return false;
      seen.set(key, at);
      return true;
    },
    forgetBefore: async (instant) =>
      drop(seen, (_, at) => Temporal.Instant.compare(at, instant) < 0),
  };
}

function createNotes(): NoteStore {
  const notes = new Map<string, { readonly note: object; readonly at: Temporal.Instant }>();
  // A kind is one word.
  const keyOf = (kind: string, place: string) => `${kind} ${place}`;
  const placeOf = (key: string) => key.slice(key.indexOf(" ") + 1);
  return {
    get: async (kind, place) => notes.get(keyOf(kind, place))?.note,
    put: async (kind, place, note, at) => {
      notes.set(keyOf(kind, place), { note: copy(note), at });
    },
    remove: async (kind, place) => {
      notes.delete(keyOf(kind, place));
    },
    places: async (kind) =>
      [...notes.keys()].filter((key) => key.startsWith(`${kind} `)).map(placeOf),
    forgetThreads: async (prefix) => drop(notes, (key) => placeOf(key).startsWith(prefix)),
    forgetBefore: async (instant) =>
      drop(notes, (_, { at }) => Temporal.Instant.compare(at, instant) < 0),
  };
}

function createUnanswered(): UnansweredStore {
  const questions = new Map<string, UnansweredQuestion & { readonly dossier: string }>();
  return {
    add: async (question, dossier, at) => {
      const key = `${dossier}\n${sameQuestion(question)}`;
      const known = questions.get(key);
      questions.set(key, {
        dossier,
        question: known?.question ?? question,
        count: (known?.count ?? 0) + 1,
        first: known?.first ?? at.toString(),
        last: at.toString(),
      });
    },
    list: async (dossier) =>
      [...questions.values()]
        .filter((question) => question.dossier === dossier)
        .map(({ question, count, first, last }) => ({ question, count, first, last }))
        .sort(
          (a, b) =>
            b.count - a.count ||
            Temporal.Instant.compare(b.last, a.last) ||
            (a.question < b.question ? -1 : 1),
        ),
    forgetBefore: async (instant) => drop(questions, (_, { last }) => before(last, instant)),
  };
}

function createFeedback(): FeedbackStore {
  const all: Feedback[] = [];
  return {
    add: async (feedback) => {
      all.push(copy(feedback));
    },
    list: async () => [...all],
  };
}

/** Records are plain JSON, so that a copy through text is whole. */
function copy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

function before(iso: string, instant: Temporal.Instant): boolean {
  return Temporal.Instant.compare(iso, instant) < 0;
}

/** Removes what matches and says how many that were. */
function drop<Key, Value>(
  map: Map<Key, Value>,
  matches: (key: Key, value: Value) => boolean,
): number {
  const size = map.size;
  for (const [key, value] of map) if (matches(key, value)) map.delete(key);
  return size - map.size;
}
