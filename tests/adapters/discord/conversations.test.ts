import { expect, test } from "vitest";
import type { FakeDiscord } from "../../fakes/discord/discord.ts";
import { connect, wordsOf } from "./connected.ts";

const questions = [
  "What did Aldermoor decide?",
  "When was that?",
  "Who protested?",
  "And why?",
  "What comes next?",
];

test("five turns by reply, without the message content intent, are one conversation", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const { general, people, state } = discord;
  expect(discord.gateway.intents & (1 << 15)).toBe(0);
  people.command(general.id, "now");
  let last = await on.next(general.id, 0);
  const root = last;
  for (const [turn, question] of questions.entries()) {
    const asked = people.writes(general.id, question, { replyTo: last.id });
    last = await on.next(general.id, turn + 1);
    expect(last.replyTo).toBe(asked.id);
  }
  const thread = `discord:${state.guild}:${general.id}:${root.id}`;
  const kept = await behind.store.conversations.get(thread);
  expect(kept?.turns.map(({ question }) => question)).toEqual(["now", ...questions]);
  expect(discord.refused).toEqual([]);
});

test("with the intent, plain messages in a thread of the bot's own are read", async () => {
  await using on = await connect({ messageContent: true });
  const { discord, behind } = on;
  const { general, people, state } = discord;
  people.command(general.id, "now");
  const root = await on.next(general.id, 0);
  const thread = openThread(discord, general.id, root.id);
  for (const [turn, question] of questions.entries()) {
    people.writes(thread, question);
    await on.next(thread, turn);
  }
  const name = `discord:${state.guild}:${general.id}:${root.id}`;
  expect((await behind.store.conversations.get(name))?.turns).toHaveLength(6);
});

test("without it, the bot says once in the thread how to reach it", async () => {
  await using on = await connect();
  const { discord } = on;
  const { general, people, state } = discord;
  people.command(general.id, "now");
  const root = await on.next(general.id, 0);
  const thread = openThread(discord, general.id, root.id);
  people.writes(thread, questions[0]!);
  const notice = await discord.until(() => discord.posts(thread)[0]);
  expect(wordsOf(notice)).toContain("Mention me, reply to one of my messages");
  people.writes(thread, questions[1]!);
  people.writes(thread, `<@${state.bot}> ${questions[2]}`);
  const answer = await on.next(thread, 1);
  expect(wordsOf(answer)).not.toContain("Mention me");
  expect(discord.posts(thread)).toHaveLength(2);
});

test("the notice is not given again after a restart", async () => {
  await using on = await connect();
  const { discord, clock, bot } = on;
  const { general, people } = discord;
  people.command(general.id, "now");
  const root = await on.next(general.id, 0);
  const thread = openThread(discord, general.id, root.id);
  people.writes(thread, questions[0]!);
  await discord.until(() => discord.posts(thread)[0]);
  await on.adapter.stop();
  await using second = await connect({ discord, clock, bot });
  people.writes(thread, questions[1]!);
  people.writes(thread, `<@${discord.state.bot}> ${questions[2]}`);
  await second.next(thread, 1);
  expect(discord.posts(thread)).toHaveLength(2);
});

test.for([false, true])("threads of others are left alone (intent: %s)", async (messageContent) => {
  await using on = await connect({ messageContent });
  const { discord } = on;
  const { general, people } = discord;
  const talk = people.writes(general.id, "Lunch?");
  const thread = openThread(discord, general.id, talk.id);
  people.writes(thread, "Yes, at noon");
  people.writes(general.id, "See you there");
  people.command(general.id, "now");
  await on.next(general.id, 0);
  expect(discord.posts(thread)).toEqual([]);
  expect(discord.posts(general.id)).toHaveLength(1);
});

test("a mention by name or by the bot's own role begins a conversation", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const { general, people, state } = discord;
  people.writes(general.id, `<@${state.bot}> ${questions[0]}`);
  const byName = await on.next(general.id, 0);
  people.writes(general.id, `<@&${state.botRole}> ${questions[0]}`);
  const byRole = await on.next(general.id, 1);
  for (const answer of [byName, byRole]) {
    const name = `discord:${state.guild}:${general.id}:${answer.id}`;
    const kept = await behind.store.conversations.get(name);
    expect(kept?.turns.map(({ question }) => question)).toEqual([questions[0]]);
  }
});

test("a direct message is answered in place and goes on", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const direct = discord.state.addChannel({ name: "dm", type: 1 });
  discord.people.writes(direct.id, questions[0]!);
  await on.next(direct.id, 0);
  discord.people.writes(direct.id, questions[1]!);
  await on.next(direct.id, 1);
  const kept = await behind.store.conversations.get(`discord:@me:${direct.id}:direct`);
  expect(kept?.turns.map(({ question }) => question)).toEqual(questions.slice(0, 2));
});

test("the follow-up button opens a form, and its answer stands in a thread below", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const { general, people, state } = discord;
  people.command(general.id, "now");
  const root = await on.next(general.id, 0);
  const form = people.presses(root, "Ask a follow-up");
  await discord.until(() => form.callback);
  expect(form.callback).toMatchObject({ type: 9, data: { title: "Ask a follow-up" } });
  const sent = people.submits(form, { question: questions[0]! });
  const answer = await on.next(root.id, 0);
  expect(state.channels.get(root.id)).toMatchObject({ parent: general.id });
  await discord.until(() => (sent.messages[0]?.edits ?? 0) > 0);
  expect(wordsOf(sent.messages[0]!)).toContain(
    `https://discord.com/channels/${state.guild}/${root.id}/${answer.id}`,
  );
  const name = `discord:${state.guild}:${general.id}:${root.id}`;
  expect((await behind.store.conversations.get(name))?.turns).toHaveLength(2);
  expect(discord.refused).toEqual([]);
});

test("/brief ask inside the thread belongs to its conversation", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const { general, people, state } = discord;
  people.command(general.id, "now");
  const root = await on.next(general.id, 0);
  const thread = openThread(discord, general.id, root.id);
  people.command(thread, "ask", { question: questions[0]! });
  await on.next(thread, 0);
  const name = `discord:${state.guild}:${general.id}:${root.id}`;
  expect((await behind.store.conversations.get(name))?.turns).toHaveLength(2);
});

test("where no thread can be made, a follow-up stands in the channel below its message", async () => {
  await using on = await connect();
  const { discord } = on;
  const flat = discord.state.addChannel({ name: "flat", threadless: true });
  discord.people.command(flat.id, "now");
  const root = await on.next(flat.id, 0);
  const form = discord.people.presses(root, "Ask a follow-up");
  await discord.until(() => form.callback);
  discord.people.submits(form, { question: questions[0]! });
  const answer = await on.next(flat.id, 1);
  expect(answer.replyTo).toBe(root.id);
});

test("a server, channel or message that is gone is forgotten; an outage is not", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const { general, people, state, gateway } = discord;
  const removed: string[] = [];
  await on.adapter.stop();
  await using again = await connect({
    discord,
    clock: on.clock,
    bot: {
      ...behind.bot,
      removed: async (prefix) => {
        removed.push(prefix);
        discord.changed();
      },
    },
  });
  people.command(general.id, "now");
  const root = await again.next(general.id, 0);
  gateway.dispatch("GUILD_DELETE", () => ({ id: state.guild, unavailable: true }));
  gateway.dispatch("THREAD_DELETE", () => ({
    id: "11",
    guild_id: state.guild,
    parent_id: general.id,
    type: 11,
  }));
  gateway.dispatch("CHANNEL_DELETE", () => ({ id: "12", guild_id: state.guild, type: 0 }));
  people.deletes(root);
  gateway.dispatch("GUILD_DELETE", () => ({ id: state.guild }));
  await discord.until(() => removed.length === 5);
  expect(removed.toSorted()).toEqual(
    [
      `discord:${state.guild}:`,
      `discord:${state.guild}:12:`,
      `discord:${state.guild}:${general.id}:11`,
      `discord:${state.guild}:11:`,
      `discord:${state.guild}:${general.id}:${root.id}`,
    ].toSorted(),
  );
});

/** A person makes a thread on a message. */
function openThread(discord: FakeDiscord, parent: string, message: string): string {
  const { state, gateway } = discord;
  state.addChannel({ id: message, name: "thread", type: 11, parent });
  gateway.dispatch("THREAD_CREATE", () => ({
    id: message,
    guild_id: state.guild,
    parent_id: parent,
    type: 11,
    name: "thread",
    owner_id: discord.people.ann,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: "2026-11-22T09:00:00.000Z",
      locked: false,
    },
  }));
  return message;
}

test("addressed without words that it may read, the bot says so and how to be heard", async () => {
  await using on = await connect();
  const { discord } = on;
  const { general, gateway, people, state } = discord;
  // A reply with its ping off reaches the bot without its text.
  people.command(general.id, "now");
  const root = await on.next(general.id, 0);
  const author = { id: people.ann, username: "ann", discriminator: "0" };
  const written = (id: string) => () => ({
    ...{ id, channel_id: general.id, guild_id: state.guild, author, type: 19, content: "" },
    ...{ attachments: [], components: [], embeds: [], mentions: [], mention_roles: [] },
    ...{ timestamp: "2026-06-20T12:00:00Z", edited_timestamp: null, mention_everyone: false },
    message_reference: { message_id: root.id, channel_id: general.id },
    referenced_message: { id: root.id, author: { id: state.bot }, components: [] },
  });
  gateway.dispatch("MESSAGE_CREATE", written(state.nextId()));
  const notice = await discord.until(() => discord.posts(general.id)[1]);
  expect(wordsOf(notice)).toContain("Mention me, reply to one of my messages");
  gateway.dispatch("MESSAGE_CREATE", written(state.nextId()));
  people.writes(general.id, `<@${state.bot}> ${questions[0]}`);
  expect(wordsOf(await on.next(general.id, 2))).not.toContain("Mention me");
  // A mention without any words is answered.
  people.writes(general.id, `<@${state.bot}>`);
  expect(wordsOf(await on.next(general.id, 3))).not.toContain("Mention me");
});
