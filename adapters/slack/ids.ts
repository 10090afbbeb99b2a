/** Slack's ids as the core's: `slack:T1:C1:1712.34`. */
import type { Destination, Receipt, ThreadId } from "#core";

export const platform = "slack";

export function threadId(workspace: string, channel: string, ts: string): ThreadId {
  return `${platform}:${workspace}:${channel}:${ts}`;
}

/** The `thread_ts` of a destination, if it goes below another message. */
export function threadTs({ thread }: Pick<Destination, "thread">): string | undefined {
  return thread?.split(":").at(-1);
}

/** Slack's message ids are the seconds of their posting. */
export function receiptOf(
  { workspace, channel, thread }: Omit<Destination, "platform">,
  ts: string,
): Receipt {
  return {
    message: ts,
    at: Temporal.Instant.fromEpochMilliseconds(Math.round(Number(ts) * 1000)).toString(),
    thread: thread ?? threadId(workspace, channel, ts),
  };
}
