/** Slash commands. */
import type { App, SlashCommand } from "@slack/bolt";
import { type Context, callKey, isNew } from "./context.ts";
import { deliver, type Place } from "./deliver.ts";
import { originOf } from "./origin.ts";
import { readText } from "./read-text.ts";

export function receiveCommands(app: App, context: Context): void {
  // Whatever name the manifest gave the command: Slack sends only this app's own.
  app.command(/.*/, async ({ ack, command }) => {
    await ack();
    await answerCommand(context, command);
  });
}

async function answerCommand(context: Context, command: SlashCommand): Promise<void> {
  const { trigger_id, channel_id, user_id, text = "" } = command;
  const key = callKey(context, trigger_id, channel_id, user_id, text);
  if (!(await isNew(context, `command:${key}`))) return;
  const place: Place = {
    workspace: command.team_id,
    channel: command.channel_id,
    person: command.user_id,
    responseUrl: command.response_url,
  };
  const origin = await originOf(context, place);
  const reply = await context.bot.command({
    key,
    origin,
    input: { type: "line", line: readText(text, context.self.user).text },
  });
  await deliver(context, reply, { ...place, outside: !origin.canPost });
}
