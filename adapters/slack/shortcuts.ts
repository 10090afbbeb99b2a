/** "Check this message": any message against the record, before the eyes of the one who asks. */
import type { App, MessageShortcut } from "@slack/bolt";
import { plainText, say } from "#core";
import type { SlackBlock } from "./blocks.ts";
import { type Context, callKey, isNew } from "./context.ts";
import { deliver, pagesOf } from "./deliver.ts";
import { kit } from "./limits.ts";
import { originOf } from "./origin.ts";
import { parseValue } from "./parse-value.ts";
import { readText } from "./read-text.ts";
import { render } from "./render.ts";
import { openSubscribe } from "./subscribe.ts";
import { modal, openView } from "./views.ts";

export const shortcuts = { check: "check_message", subscribe: "subscribe" } as const;

/** Longest message that is checked whole, in characters. */
const longestAssertion = 1_000;

export function receiveShortcuts(app: App, context: Context): void {
  app.shortcut(
    { callback_id: shortcuts.check, type: "message_action" },
    async ({ ack, shortcut }) => {
      await ack();
      await checkMessage(context, shortcut);
    },
  );
  app.shortcut(
    { callback_id: shortcuts.subscribe, type: "shortcut" },
    async ({ ack, shortcut }) => {
      await ack();
      if (!(await isNew(context, `shortcut:${callKey(context, shortcut.trigger_id)}`))) return;
      await openSubscribe(context, shortcut.trigger_id, shortcut.user.id);
    },
  );
  app.view(
    { callback_id: shortcuts.check, type: "view_submission" },
    async ({ ack, view, body }) => {
      await ack();
      const target = parseValue<Target>(view.private_metadata);
      if (!target || !(await isNew(context, `view:${view.id}`))) return;
      await post(context, target, body.user.id);
    },
  );
}

/** Where the message stands: the answer can be posted below it. */
interface Target {
  readonly workspace: string;
  readonly channel: string;
  readonly thread: string;
  readonly line: string;
}

async function checkMessage(context: Context, shortcut: MessageShortcut): Promise<void> {
  const key = callKey(context, shortcut.trigger_id, shortcut.message_ts);
  if (!(await isNew(context, `shortcut:${key}`))) return;
  const { message, channel, user, team } = shortcut;
  const workspace = team?.id ?? context.self.workspace;
  const { text } = readText(message.text ?? "", context.self.user);
  const assertion = [...text].slice(0, longestAssertion).join("");
  const thread = String(message["thread_ts"] ?? message.ts);
  const reply = await context.bot.command({
    key,
    origin: await originOf(context, { workspace, channel: channel.id, person: user.id }),
    input: { type: "options", name: "check", options: { assertion } },
  });
  const target: Target = { workspace, channel: channel.id, thread, line: reply.line };
  const metadata = JSON.stringify(target);
  const shareable = reply.answered && metadata.length <= kit.privateMetadata;
  await openView(
    context,
    shortcut.trigger_id,
    modal(plainText(say("surface.check.title")), bodyOf(reply.document), {
      metadata,
      ...(shareable && {
        callback: shortcuts.check,
        submit: plainText(say("surface.check.post")),
      }),
    }),
  );
}

/** The pages of a document below each other: a modal has room for two messages. */
function bodyOf(document: Parameters<typeof pagesOf>[0]): readonly SlackBlock[] {
  return pagesOf(document)
    .flatMap((page) => render(page, { native: false }).blocks)
    .filter(({ type }) => type !== "actions");
}

async function post(context: Context, target: Target, person: string): Promise<void> {
  const { workspace, channel, thread, line } = target;
  const place = { workspace, channel, person, thread };
  const origin = await originOf(context, place);
  const reply = await context.bot.command({
    key: context.newKey(),
    origin,
    input: { type: "line", line: `${line} publicly:yes` },
  });
  await deliver(context, reply, { ...place, outside: !origin.canPost });
}
