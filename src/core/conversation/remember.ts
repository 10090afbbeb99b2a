/** Adds turns to conversations, one after the other in each thread. */
import type { Conversation, ConversationStore, ThreadId, Turn } from "../ports.ts";

/** What a turn adds, and what stays with the thread. */
export interface Said {
  readonly turn: Turn;
  readonly dossier: string;
  readonly asOf: string | undefined;
  readonly depth: Conversation["depth"];
  /** Forget what the conversation held before. */
  readonly anew: boolean;
}

/** Turns kept in a conversation: enough for any follow-up, bounded for the store. */
const longest = 30;

export async function remember(
  conversations: ConversationStore,
  thread: ThreadId,
  { turn, dossier, asOf, depth, anew }: Said,
): Promise<void> {
  const before = anew ? undefined : await conversations.get(thread);
  await conversations.put({
    thread,
    dossier,
    ...(asOf !== undefined && { asOf }),
    ...(depth !== undefined && { depth }),
    turns: [...(before?.turns ?? []), turn].slice(-longest),
    updated: turn.at,
  });
}

/** Runs works of one key one after the other; works of different keys side by side. */
export function createQueue(): <Result>(
  key: string,
  work: () => Promise<Result>,
) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.then(
      () => {},
      () => {},
    );
    last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
}
