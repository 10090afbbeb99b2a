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
    else await publishHome(context, { workspace, person: event.user, channel: event.channel });
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

interface Visit {
  readonly workspace: string;
  readonly person: string;
  /** Their direct messages with the bot. */
  readonly channel: string;
}

async function publishHome(context: Context, visit: Visit): Promise<void> {
  const { bot, clients, log } = context;
  const knows = (name: string) => bot.commands.some((command) => command.name === name);
  const topics = await bot.complete("topic", "topic", "");
  const blocks: readonly SlackBlock[] = [
    ...(await answerBlocks(context, { ...visit, channel: `home-${visit.person}` }, standing)),
    divider(),
    ...heading("surface.home.covers"),
    ...actions(topics.map(({ label, value }) => button(plain(label), "run", `topic ${value}`))),
    ...heading("surface.try"),
    ...actions(
      suggestions(bot.commands).map(({ message }) => button(plain(message), "run", message)),
    ),
    ...(knows(subscriptions)
      ? [divider(), ...withoutSubscribe(await answerBlocks(context, visit, subscriptions))]
      : []),
    ...(knows("subscribe") ? actions([subscribeButton()]) : []),
  ];
  try {
    await clients.call.views.publish({
      user_id: visit.person,
      view: {
        type: "home",
        blocks: numbered(blocks).slice(0, kit.viewBlocks) as types.KnownBlock[],
      },
    });
  } catch (error) {
    log.warn("slack-home-refused", { code: codeOf(error) });
  }
}

/** The form's own button stands below. */
function withoutSubscribe(blocks: readonly SlackBlock[]): readonly SlackBlock[] {
  return blocks.filter((block) => {
    if (!("elements" in block) || block.type !== "actions") return true;
    const buttons = block.elements as readonly types.Button[];
    return !buttons.every(({ value }) => value === "subscribe");
  });
}

const standing = "now depth:headline";

/** What the bot answers to a line, as blocks. */
async function answerBlocks(
  context: Context,
  visit: Visit,
  line: string,
): Promise<readonly SlackBlock[]> {
  const origin = await originOf(context, { ...visit, direct: true });
  const key = context.newKey();
  const { document } = await context.bot.command({ key, origin, input: { type: "line", line } });
  return documentBlocks(document);
}

/** Several documents stand in one view, and each press must tell which button it was. */
function numbered(blocks: readonly SlackBlock[]): readonly SlackBlock[] {
  let count = 0;
  return blocks.map((block) => {
    if (!("elements" in block) || block.type !== "actions") return block;
    const elements = (block.elements as readonly types.Button[]).map((element) => {
      count += 1;
      return element.action_id?.startsWith("run")
        ? { ...element, action_id: `run.${count}` }
        : element;
    });
    return { ...block, elements };
  });
}

function documentBlocks(document: Document): readonly SlackBlock[] {
  return pagesOf(document)
    .slice(0, 1)
    .flatMap((page) => render(page, { native: false }).blocks);
}

function heading(key: "surface.home.covers" | "surface.try"): readonly SlackBlock[] {
  return sections([`*${short(mrkdwn(plainText(say(key))), kit.headerText)}*`]);
}
