/** App Home, and what a conversation with the bot opens with. */
import type { App, types } from "@slack/bolt";
import { type CommandSpec, type Document, plainText, say } from "#core";
import { actions, button, divider, type SlackBlock, sections, short } from "./blocks.ts";
import type { Context } from "./context.ts";
import { pagesOf } from "./deliver.ts";
import { mrkdwn, plain } from "./escape.ts";
import { codeOf } from "./failures.ts";
import { kit } from "./limits.ts";
import { originOf } from "./origin.ts";
import { render } from "./render.ts";
import { subscribeButton } from "./subscribe.ts";

export function receiveHome(app: App, context: Context): void {
  app.event("app_home_opened", async ({ event, body }) => {
    const workspace = (body as { readonly team_id: string }).team_id;
    if (event.tab === "messages") await suggest(context, event.channel);
    else await publishHome(context, workspace, event.user);
  });
}

/** What to try first. An agent's prompts belong to the conversation, so no thread is named. */
async function suggest({ bot, clients, log }: Context, channel: string): Promise<void> {
  try {
    await clients.call.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: plainText(say("surface.try")),
      prompts: suggestions(bot.commands).slice(0, kit.prompts),
    });
  } catch (error) {
    log.info("slack-prompts-refused", { code: codeOf(error) });
  }
}

/** First examples of what answers in public: the briefings. */
export function suggestions(
  commands: readonly CommandSpec[],
): { title: string; message: string }[] {
  return commands.flatMap(({ visibility, summary, examples: [message] }) => {
    const [title = summary] = summary.split(/[:,;]/, 1);
    return visibility === "public" && message !== undefined ? [{ title, message }] : [];
  });
}

/** Their own list; not there before digests are. */
const subscriptions = "subscriptions";

async function publishHome(context: Context, workspace: string, person: string): Promise<void> {
  const { bot, clients, log } = context;
  const compose = async (line: string): Promise<Document> => {
    const channel = `home-${person}`;
    const origin = await originOf(context, { workspace, channel, person, inside: true });
    const input = { type: "line", line } as const;
    const reply = await bot.command({
      key: context.newKey(),
      origin: { ...origin, direct: true },
      input,
    });
    return reply.document;
  };
  const topics = await bot.complete("topic", "topic", "");
  const own = bot.commands.some(({ name }) => name === subscriptions)
    ? [divider(), ...documentBlocks(await compose(subscriptions))]
    : [];
  const blocks: readonly SlackBlock[] = [
    ...documentBlocks(await compose("now depth:headline")),
    divider(),
    ...heading("surface.home.covers"),
    ...actions(
      topics.map(({ label, value }, index) =>
        button(plain(label), `run.${100 + index}`, `topic ${value}`),
      ),
    ),
    ...heading("surface.try"),
    ...actions(
      suggestions(bot.commands).map(({ message }, index) =>
        button(plain(message), `run.${200 + index}`, message),
      ),
    ),
    ...own,
    ...(bot.commands.some(({ name }) => name === "subscribe") ? actions([subscribeButton()]) : []),
  ];
  try {
    await clients.call.views.publish({
      user_id: person,
      view: { type: "home", blocks: blocks.slice(0, kit.viewBlocks) as types.KnownBlock[] },
    });
  } catch (error) {
    log.warn("slack-home-refused", { code: codeOf(error) });
  }
}

/** Buttons of several documents stand in one view: each gets an id of its own. */
function documentBlocks(document: Document): readonly SlackBlock[] {
  return pagesOf(document)
    .slice(0, 1)
    .flatMap((page) => render(page, { native: false }).blocks);
}

function heading(key: "surface.home.covers" | "surface.try"): readonly SlackBlock[] {
  return sections([`*${short(mrkdwn(plainText(say(key))), kit.headerText)}*`]);
}
