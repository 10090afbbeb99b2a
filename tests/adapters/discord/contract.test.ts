import { vi } from "vitest";
import type { Destination } from "#core";
import { adapterContract, type Post } from "../../contracts/adapter.ts";
import type { Message } from "../../fakes/discord/state.ts";
import { connect, markdownOf, wordsOf } from "./connected.ts";

// Dozens of pages of arbitrary words go through HTTP.
vi.setConfig({ testTimeout: 30_000 });

adapterContract("discord", async () => {
  const { adapter, discord } = await connect({ idle: true });
  const { state, people, general } = discord;
  const closed = state.addChannel({ name: "closed", closed: "50013" });
  const to = (channel: string): Destination => ({
    platform: "discord",
    workspace: state.guild,
    channel,
  });
  const all = (): readonly Message[] =>
    [...state.channels.values()]
      .flatMap(({ messages }) => messages)
      .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  return {
    adapter,
    destination: to(general.id),
    closed: to(closed.id),
    posts: async () =>
      all()
        .filter(({ bot }) => bot)
        .map((message): Post => {
          const thread = state.channels.get(message.channel)?.parent && message.channel;
          const text = wordsOf(message).replaceAll(/^-# |^#+ /gm, "");
          return {
            message: message.id,
            channel: message.channel,
            ...(thread && { thread }),
            text,
          };
        }),
    rung: async () =>
      all()
        .filter(({ bot }) => bot)
        .flatMap((each) => ringsIn(each.components)),
    async speak(text, thread) {
      const before = all().filter(({ bot }) => bot).length;
      if (thread === undefined) {
        people.writes(general.id, `<@${state.bot}> ${text}`);
      } else {
        const [, , parent, message] = thread.split(":");
        if (!state.channels.has(message!)) {
          state.addChannel({ id: message!, name: "thread", type: 11, parent: parent! });
        }
        people.writes(message!, `<@${state.bot}> ${text}`);
      }
      await discord.until(() => all().filter(({ bot }) => bot).length > before);
      // `posted` follows the post.
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: () => discord.stop(),
  };
});

/** Mentions, links and marks that foreign words would have made. */
function ringsIn(components: readonly unknown[]): readonly string[] {
  const text = markdownOf(components);
  return [
    ...text.matchAll(/@everyone|@here|<@[!&]?\d+>|<#\w+>|<\/\w+|\]\(<?https:\/\/e\.example/g),
  ].map(([found]) => found);
}
