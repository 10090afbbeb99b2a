/** Asked where it may not answer, the bot tells the person, and disturbs nobody else. */
import { expect, test } from "vitest";
import type { FakeDiscord } from "../../fakes/discord/discord.ts";
import { connect, wordsOf } from "./connected.ts";

const question = "What did Aldermoor decide?";

const directIn = ({ state }: FakeDiscord) =>
  [...state.channels.values()].find(({ type }) => type === 1)?.id ?? "";
const invalidIn = ({ requests }: FakeDiscord) =>
  requests.filter(({ status }) => [401, 403, 429].includes(status)).length;

test("a mention in a channel that is closed to it is answered in a direct message", async () => {
  await using on = await connect({ idle: true });
  const { discord, behind } = on;
  const { people, state } = discord;
  const closed = state.addChannel({ name: "closed", closed: "50013" });
  await on.adapter.start(on.bot);
  const asked = people.writes(closed.id, `<@${state.bot}> ${question}`);
  await discord.until(() => discord.posts(directIn(discord)).length === 2);
  const [why, answer] = discord.posts(directIn(discord));
  expect(wordsOf(why!)).toContain("I could not post this in the channel");
  expect(wordsOf(why!)).toContain(`discord.com/channels/${state.guild}/${closed.id}/${asked.id}`);
  expect(wordsOf(answer!)).toContain("Aldermoor");
  expect(invalidIn(discord)).toBe(0);
  // The conversation goes on there.
  await on.next(directIn(discord), 0);
  people.writes(directIn(discord), "When was that?");
  await on.next(directIn(discord), 2);
  const kept = await behind.store.conversations.get(`discord:@me:${directIn(discord)}:direct`);
  expect(kept?.turns.map((turn) => turn.question)).toEqual([question, "When was that?"]);
  people.deletes(asked);
  await discord.until(() => discord.posts(directIn(discord)).length === 1);
  expect(discord.refused).toEqual([]);
});

test("the same where nobody had told that it is closed, and for a reply in a thread", async () => {
  await using on = await connect();
  const { discord } = on;
  const { general, people, state } = discord;
  people.command(general.id, "now");
  const root = await on.next(general.id, 0);
  general.closed = "50013";
  people.writes(general.id, question, { replyTo: root.id });
  await discord.until(() => discord.posts(directIn(discord)).length === 2);
  state.addChannel({ id: root.id, name: "thread", type: 11, parent: general.id, closed: "50013" });
  people.writes(root.id, `<@${state.bot}> ${question}`);
  await discord.until(() => discord.posts(directIn(discord)).length === 4);
  expect(discord.posts(general.id)).toHaveLength(1);
});

test("who takes no messages is not told; the log and status in that channel say so", async () => {
  await using on = await connect({ idle: true });
  const { discord, log } = on;
  const { people, state } = discord;
  const closed = state.addChannel({ name: "closed", closed: "50013" });
  await on.adapter.start(on.bot);
  const how = { type: "status", status: 403, code: 50_007, after: false } as const;
  discord.fail({ method: "POST", path: /^\/channels\/\d+\/messages$/, how, times: 1 });
  const untold = log.next("discord-person-not-told");
  people.writes(closed.id, `<@${state.bot}> ${question}`);
  await untold;
  const status = people.command(closed.id, "status");
  await discord.until(() => status.messages.length > 0);
  expect(status.messages[0]?.ephemeral).toBe(true);
  expect(wordsOf(status.messages[0]!)).toContain("I may not post in this channel");
  expect(log.entries.filter(({ level }) => level === "error")).toEqual([]);
});
