/** Mentions, follow-ups in threads that the bot owns, and direct messages. */
import type { App } from "@slack/bolt";
import { type Context, isNew } from "./context.ts";
import { deliver, type Place } from "./deliver.ts";
import { forgetQuestion, reviseAnswer } from "./edits.ts";
import { threadId } from "./ids.ts";
import { type MessageEvent, speaker } from "./message-event.ts";
import { isDirect, originOf } from "./origin.ts";
import { readText } from "./read-text.ts";
import { nameThread, whileWorking } from "./status.ts";

/** Subtypes that are something said. Joins, topics and the like are not. */
const said: ReadonlySet<string> = new Set([
  "bot_message",
  "file_share",
  "me_message",
  "thread_broadcast",
]);

export function receiveMessages(app: App, context: Context): void {
  app.event("app_mention", ({ event, body }) =>
    receive(context, event as MessageEvent, body.team_id),
  );
  app.event("message", ({ event, body }) => receive(context, event as MessageEvent, body.team_id));
}

async function receive(context: Context, event: MessageEvent, workspace: string): Promise<void> {
  switch (event.subtype) {
    case "message_changed":
      return reviseAnswer(context, event, workspace);
    case "message_deleted":
      return forgetQuestion(context, event, workspace);
    default:
      if (event.subtype !== undefined && !said.has(event.subtype)) return;
      await answerMessage(context, event, workspace);
  }
}

async function answerMessage(
  context: Context,
  event: MessageEvent,
  workspace: string,
): Promise<void> {
  const person = speaker(context, event);
  if (person === undefined) return;
  const { channel, ts, thread_ts } = event;
  const { text, mentioned } = readText(event.text ?? "", context.self.user);
  const direct = event.channel_type === "im" || isDirect(channel);
  const isBot = event.bot_id !== undefined || event.subtype === "bot_message";
  if (isBot && !mentioned) return;
  // Slack tells nobody outside of a channel what is said in it.
  if (!direct) context.people.learn(channel, true);
  if (!mentioned && !direct) {
    if (thread_ts === undefined) return;
    if (!(await context.bot.owns(threadId(workspace, channel, thread_ts)))) return;
  }
  // A mention in a channel comes as two events with one ts.
  if (!(await isNew(context, `message:${workspace}:${channel}:${ts}`))) return;

  const place: Place = {
    ...{ workspace, channel, person, direct },
    thread: thread_ts ?? ts,
    question: ts,
  };
  const reply = await whileWorking(context, place, async () => {
    const spoken = { workspace, channel, person, direct, thread: thread_ts, inside: true };
    return context.bot.message({
      key: `${channel}:${ts}`,
      origin: await originOf(context, spoken),
      text,
      mentioned,
      message: ts,
    });
  });
  if (!reply) return;
  const receipts = await deliver(context, reply, place);
  if (receipts.length > 0) context.answers.set(`${channel}:${ts}`, receipts);
  if (direct && thread_ts === undefined) await nameThread(context, place, text);
}
