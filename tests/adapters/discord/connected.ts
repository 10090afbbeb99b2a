/** The adapter with the real discord.js on our Discord, and a bot behind it. */
import type { Bot, Dossier, NoteStore, Pictures } from "#core";
import { createDiscordAdapter, type DiscordTiming } from "../../../adapters/discord/index.ts";
import { createTestBot, type TestBot } from "../../fakes/bot.ts";
import { createHandClock, type HandClock } from "../../fakes/clock.ts";
import { type FakeDiscord, startFakeDiscord } from "../../fakes/discord/discord.ts";
import type { Message } from "../../fakes/discord/state.ts";
import { createFakeLog } from "../../fakes/log.ts";

export interface ConnectOptions {
  readonly bot?: Bot;
  /** What the bot speaks of, instead of the canal. */
  readonly dossier?: Dossier;
  readonly messageContent?: boolean;
  readonly guildOnly?: boolean;
  readonly timing?: Partial<DiscordTiming>;
  readonly clock?: HandClock;
  readonly discord?: FakeDiscord;
  /** Do not start it. */
  readonly idle?: boolean;
  readonly token?: string;
  readonly pictures?: Pictures;
  /** Of the replicas together. */
  readonly notes?: NoteStore;
}

export async function connect(options: ConnectOptions = {}) {
  const clock = options.clock ?? createHandClock();
  const discord = options.discord ?? (await startFakeDiscord(clock));
  const behind: TestBot = options.dossier ? createTestBot({}, [options.dossier]) : createTestBot();
  const log = createFakeLog();
  const adapter = createDiscordAdapter({
    config: {
      token: options.token ?? discord.token,
      apiUrl: discord.url,
      messageContent: options.messageContent ?? false,
      ...(options.guildOnly && { guildId: discord.state.guild }),
    },
    commandName: "brief",
    clock,
    log: log.log,
    notes: options.notes ?? behind.store.notes,
    ...(options.pictures && { pictures: options.pictures }),
    timing: { retryAfter: 5, ...options.timing },
  });
  const { bot, known } = listenedTo(options.bot ?? behind.bot, discord);
  if (!options.idle) await adapter.start(bot);
  return {
    adapter,
    discord,
    clock,
    log,
    bot,
    behind,
    /** The bot's nth message in a channel, from 0, once the bot behind knows of it. */
    next: async (channel: string, index: number): Promise<Message> =>
      discord.until(() => {
        const post = discord.posts(channel)[index];
        return post && known.has(post.id) ? post : undefined;
      }),
    async [Symbol.asyncDispose]() {
      await adapter.stop();
      if (!options.discord) await discord.stop();
    },
  };
}

/** The same bot, and the messages that it has been told of. */
function listenedTo(bot: Bot, discord: FakeDiscord) {
  const known = new Set<string>();
  const posted: Bot["posted"] = async (reply, receipt) => {
    await bot.posted(reply, receipt);
    known.add(receipt.message);
    discord.changed();
  };
  return { known, bot: { ...bot, posted } };
}

/** What a message says, as a reader sees it: without markup and invisible characters. */
export function wordsOf(message: { readonly components: readonly unknown[] }): string {
  return textsOf(message.components)
    .join("\n")
    .replaceAll("\u200b", "")
    .replaceAll(/\\([\\*_~`|[\]#>+.-])/g, "$1");
}

function textsOf(components: readonly unknown[]): readonly string[] {
  return components.flatMap((component) => {
    const {
      content,
      label,
      components: nested = [],
    } = component as {
      readonly content?: string;
      readonly label?: string;
      readonly components?: readonly unknown[];
    };
    return [content, label].filter((text) => text !== undefined).concat(textsOf(nested));
  });
}

/** Texts that are read as Markdown, as they were sent. Labels of buttons are not. */
export function markdownOf(components: readonly unknown[]): string {
  return components
    .map((component) => {
      const { content = "", components: nested = [] } = component as {
        readonly content?: string;
        readonly components?: readonly unknown[];
      };
      return `${content}\n${markdownOf(nested)}`;
    })
    .join("");
}
