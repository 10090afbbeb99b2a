/** What the adapter reads of Slack's many message events. */
import type { Self } from "./context.ts";

export interface MessageEvent {
  readonly channel: string;
  readonly channel_type?: string;
  readonly ts: string;
  readonly event_ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly subtype?: string;
  readonly thread_ts?: string;
  readonly edited?: { readonly ts: string };
  readonly message?: MessageEvent;
  readonly previous_message?: MessageEvent;
  readonly deleted_ts?: string;
}

/** Who said it: a person, or the id of another bot. Undefined when it was this one. */
export function speaker(
  { self }: { readonly self: Self },
  { user, bot_id }: Pick<MessageEvent, "user" | "bot_id">,
): string | undefined {
  const own = user === self.user || (self.bot !== "" && bot_id === self.bot);
  return own ? undefined : (user ?? bot_id);
}
