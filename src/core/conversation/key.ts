/** Which conversation something belongs to. */
import type { Origin } from "../bot.ts";
import type { Conversation, ThreadId } from "../ports.ts";

/** A direct message without threads, and what one person sees alone, begins anew after this. */
const pause = Temporal.Duration.from({ hours: 6 });

/** The thread, or the whole of a direct message without threads; undefined at a channel's top level. */
export function keyOf(origin: Origin): ThreadId | undefined {
  if (origin.thread !== undefined) return origin.thread;
  return origin.direct ? place(origin, "direct") : undefined;
}

/** Of the direct messages that a thread is in: its first question was said there, outside of it. */
export function directKey(thread: ThreadId): ThreadId {
  return `${thread.slice(0, thread.lastIndexOf(":"))}:direct`;
}

/** Of answers that one person sees in a channel. */
export function privateKey(origin: Origin, person: string): ThreadId {
  return place(origin, `person-${person}`);
}

function place({ platform, workspace, channel }: Origin, last: string): ThreadId {
  return `${platform}:${workspace}:${channel}:${last}`;
}

/** True while what was said before still belongs to it. */
export function goesOn(conversation: Conversation, origin: Origin, now: Temporal.Instant): boolean {
  if (origin.thread !== undefined) return true;
  const until = Temporal.Instant.from(conversation.updated).add(pause);
  return Temporal.Instant.compare(now, until) < 0;
}
