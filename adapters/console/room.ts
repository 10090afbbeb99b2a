/** The console's platform: channels and messages in memory, and those who watch them. */
import type { Previewed, ReplyFile, ThreadId } from "#core";
import type { WireChannel, WireMessage } from "./wire.ts";

export interface Stored extends WireMessage {
  /** Key of the delivery, so that `find` can tell what arrived. */
  readonly key?: string;
  readonly contents: readonly ReplyFile[];
  /** What it was made from, for previews; of an answer on its first page alone. */
  readonly previewed?: Previewed;
}

export interface Room {
  readonly channels: readonly WireChannel[];
  readonly messages: readonly Stored[];
  get(id: number): Stored | undefined;
  /** Its number is part of a message's own addresses, so it is made with it. */
  post(make: (id: number) => Omit<Stored, "id">): Stored;
  /** Replaces a message that is there. */
  put(message: Stored): void;
  /** Returns how to stop watching. */
  watch(watcher: (message: Stored) => void): () => void;
}

/** Older messages are dropped: the console is a room to try things in, not an archive. */
const mostMessages = 1_000;

const channels: readonly WireChannel[] = [
  { id: "briefing", name: "briefing", direct: false },
  { id: "direct", name: "direct", direct: true },
];

export function createRoom(): Room {
  const messages = new Map<number, Stored>();
  const watchers = new Set<(message: Stored) => void>();
  let last = 0;
  const put = (message: Stored) => {
    messages.set(message.id, message);
    for (const watcher of watchers) watcher(message);
  };
  return {
    channels,
    get messages() {
      return [...messages.values()];
    },
    get: (id) => messages.get(id),
    put,
    post(make) {
      last += 1;
      const stored = { ...make(last), id: last };
      put(stored);
      const [oldest] = messages.keys();
      if (messages.size > mostMessages && oldest !== undefined) messages.delete(oldest);
      return stored;
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

const workspace = "local";

/** `console:local:briefing:7` */
export function threadId(channel: string, message: number): ThreadId {
  return ["console", workspace, channel, message].join(":");
}

/** Number of the message that a thread id names, or undefined when the thread is not of this channel. */
export function threadMessage(channel: string, thread: ThreadId): number | undefined {
  const number = /^console:local:([a-z]+):(\d+)$/.exec(thread);
  return number?.[1] === channel ? Number(number[2]) : undefined;
}
