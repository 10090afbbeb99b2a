/** What people do in the local Slack. */
import type { FakeSlack } from "./slack.ts";
import type { Json, Message } from "./state.ts";
import type { Delivered } from "./transport.ts";

export interface Said {
  readonly ts: string;
  readonly delivered: Delivered;
}

/** Writes a message: as its event, and a second one where the bot is named in a channel. */
export async function write(slack: FakeSlack, text: string, more: Json = {}): Promise<Said> {
  const ts = String(more["ts"] ?? slack.nextTs());
  const channel = String(more["channel"] ?? "C1");
  const event = {
    user: "U1",
    text,
    channel,
    channel_type: channel.startsWith("D") ? "im" : "channel",
    event_ts: ts,
    ...more,
    ts,
  };
  const [delivered] = await Promise.all([
    slack.event({ type: "message", ...event }),
    ...(text.includes("<@UBOT>") && !channel.startsWith("D")
      ? [slack.event({ type: "app_mention", ...event })]
      : []),
  ]);
  return { ts, delivered };
}

/** Buttons of a message, by what stands on them. */
export function buttonsOf(message: Pick<Message, "blocks">): readonly Json[] {
  return message.blocks
    .flatMap((block) => (block["elements"] ?? []) as readonly Json[])
    .filter(({ type }) => type === "button" || type === "feedback_buttons");
}

export function labelOf(button: Json): string {
  return String((button["text"] as Json | undefined)?.["text"] ?? "");
}

/** Presses a button of a message. `value` for feedback, which has two. */
export function press(
  slack: FakeSlack,
  message: Message,
  button: Json,
  more: Json = {},
): Promise<Delivered> {
  const { channel, ts, thread_ts, to } = message;
  return slack.interact({
    type: "block_actions",
    channel: { id: channel, name: "general" },
    message: { type: "message", ts, ...(thread_ts && { thread_ts }), blocks: message.blocks },
    container: {
      type: "message",
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: to !== undefined,
      ...(thread_ts && { thread_ts }),
    },
    response_url: `${slack.url.replace("/api", "")}/respond/${channel}/U1/${slack.nextTrigger()}`,
    actions: [
      {
        type: button["type"],
        action_id: button["action_id"],
        block_id: "b",
        value: button["value"],
        action_ts: ts,
      },
    ],
    ...more,
  });
}
