import { expect, test, vi } from "vitest";
import { connect } from "./connected.ts";

// The library waits half a second before it connects again, and five between two new sessions.
vi.setConfig({ testTimeout: 60_000 });

const ways = ["drop", "reconnect", 4000, 4009] as const;

test("100 cut connections: 100 sessions taken up again, and each question answered once", async () => {
  const lines = await Promise.all(
    Array.from({ length: 10 }, async () => {
      await using on = await connect();
      const { discord } = on;
      const { general, people, gateway, state } = discord;
      for (let cut = 0; cut < 10; cut++) {
        gateway.cut(ways[cut % ways.length]!);
        await discord.until(() => gateway.connected() === 0);
        // Asked while nobody listens: replayed to the session that goes on.
        people.writes(general.id, `<@${state.bot}> What did Aldermoor decide?`);
        await discord.until(() => discord.posts(general.id).length === cut + 1);
      }
      return {
        sessions: gateway.identified + gateway.resumed,
        answers: discord.posts(general.id).length,
      };
    }),
  );
  expect(lines).toEqual(Array.from({ length: 10 }, () => ({ sessions: 11, answers: 10 })));
});

test("a session that Discord has forgotten is begun anew", async () => {
  await using on = await connect();
  const { discord } = on;
  discord.gateway.cut("invalid");
  await discord.until(() => discord.gateway.identified === 2);
  discord.people.command(discord.general.id, "now");
  await discord.until(() => discord.posts(discord.general.id).length === 1);
  // Commands are registered once, however often the bot connects.
  expect(discord.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
});

test("a connection that has died without a word is noticed by its missing heartbeats", async () => {
  await using on = await connect({ idle: true });
  const { discord } = on;
  discord.gateway.heartbeatEvery = 60;
  await on.adapter.start(on.bot);
  discord.gateway.mute = true;
  await discord.until(() => discord.gateway.connected() === 0);
  discord.gateway.mute = false;
  await discord.until(() => discord.gateway.resumed === 1);
});

test("should the library itself be stuck, the watchdog connects anew", async () => {
  await using on = await connect({ timing: { watchEvery: 20 } });
  const { discord, clock, log } = on;
  clock.move({ minutes: 3 });
  await discord.until(() => discord.gateway.identified === 2);
  expect(log.entries.map(({ event }) => event)).toContain("discord-silent");
  discord.people.command(discord.general.id, "now");
  await discord.until(() => discord.posts(discord.general.id).length === 1);
});

test("only what is needed is asked for", async () => {
  await using least = await connect();
  const [guilds, guildMessages, directMessages, messageContent] = [1, 1 << 9, 1 << 12, 1 << 15];
  expect(least.discord.gateway.intents).toBe(guilds | guildMessages | directMessages);
  await using most = await connect({ messageContent: true });
  expect(most.discord.gateway.intents).toBe(
    guilds | guildMessages | directMessages | messageContent,
  );
});

test("a refused token ends the start with what to do", async () => {
  await using on = await connect({ idle: true, token: "wrong.token-that-is-long-enough" });
  await expect(on.adapter.start(on.bot)).rejects.toThrow(
    "Discord refused DISCORD_TOKEN. Open the Discord Developer Portal",
  );
});

test.for([
  [4004, "Discord refused DISCORD_TOKEN."],
  [4014, "Discord refused the message content intent."],
] as const)(
  "a gateway that closes with %i ends the start with what to do",
  async ([code, todo]) => {
    await using on = await connect({ idle: true });
    on.discord.gateway.refuseWith = code;
    await expect(on.adapter.start(on.bot)).rejects.toThrow(todo);
  },
);

test("while Discord is down, the start goes on trying", async () => {
  await using on = await connect({ idle: true });
  const { discord } = on;
  discord.fail({
    method: "GET",
    path: /^\/gateway\/bot$/,
    how: { type: "status", status: 503, after: false },
    times: 9,
  });
  await on.adapter.start(on.bot);
  expect(discord.gateway.connected()).toBe(1);
  expect(on.log.entries.filter(({ event }) => event === "discord-unreachable").length).toBe(2);
});

test("a restart in the middle: the conversation goes on", async () => {
  await using on = await connect();
  const { discord, clock, bot, behind } = on;
  const { general, people, state } = discord;
  people.command(general.id, "now");
  const root = await on.next(general.id, 0);
  await on.adapter.stop();
  await using again = await connect({ discord, clock, bot });
  people.writes(general.id, "What did Aldermoor decide?", { replyTo: root.id });
  await again.next(general.id, 1);
  const thread = `discord:${state.guild}:${general.id}:${root.id}`;
  expect((await behind.store.conversations.get(thread))?.turns).toHaveLength(2);
});

test("an event that the library cannot read does not end the process", async () => {
  await using on = await connect();
  const { discord, log } = on;
  const { general, gateway, people, state } = discord;
  people.command(general.id, "now");
  const answer = await on.next(general.id, 0);
  gateway.dispatch("INTERACTION_CREATE", () => ({
    id: state.nextId(),
    application_id: state.application,
    type: 3,
    data: { custom_id: "do:watch", component_type: 2 },
    channel_id: general.id,
    token: "t",
    version: 1,
    message: { id: answer.id, channel_id: general.id, interaction_metadata: {} },
  }));
  await discord.until(() => log.entries.some(({ event }) => event === "discord-event-unread"));
  people.command(general.id, "watch");
  await on.next(general.id, 1);
});

test("a stop lets the answer under way be posted and remembered", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const { general, people, state } = discord;
  const path = /^\/channels\/\d+\/messages$/;
  discord.fail({ method: "POST", path, how: { type: "limit", seconds: 0.4 }, times: 1 });
  people.writes(general.id, `<@${state.bot}> What did Aldermoor decide?`);
  await discord.until(() => discord.requests.some(({ method }) => method === "POST"));
  await on.adapter.stop();
  const [answer] = discord.posts(general.id);
  const thread = `discord:${state.guild}:${general.id}:${answer?.id}`;
  expect((await behind.store.conversations.get(thread))?.turns).toHaveLength(1);
});

test("a stop while an answer is composed lets it be posted, and asks nothing about the server", async () => {
  await using on = await connect({ idle: true });
  const { adapter, bot, discord } = on;
  const { general, people, state } = discord;
  const [heard, ready] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await adapter.start({
    ...bot,
    async message(message) {
      heard.resolve();
      await ready.promise;
      return bot.message(message);
    },
  });
  people.writes(general.id, `<@${state.bot}> What did Aldermoor decide?`);
  await heard.promise;
  const stopped = adapter.stop();
  await discord.until(() => discord.gateway.connected() === 0);
  ready.resolve();
  await stopped;
  expect(discord.posts(general.id)).toHaveLength(1);
  expect(discord.requests.filter(({ path }) => path.includes("guilds"))).toEqual([]);
});
