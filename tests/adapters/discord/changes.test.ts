/** Questions that are edited or deleted. */
import { expect, test } from "vitest";
import { connect, wordsOf } from "./connected.ts";

const questions = ["What did Aldermoor decide?", "When was that?", "Who protested?"];

test("an edited question gets its answer changed, not a second one", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const { general, people, state } = discord;
  const asked = people.writes(general.id, `<@${state.bot}> ${questions[0]}`);
  const answer = await on.next(general.id, 0);
  const before = wordsOf(answer);
  people.edits(asked, `<@${state.bot}> ${questions[2]}`);
  await discord.until(() => answer.edits > 0);
  expect(wordsOf(answer)).not.toBe(before);
  expect(discord.posts(general.id)).toHaveLength(1);
  const name = `discord:${state.guild}:${general.id}:${answer.id}`;
  const kept = await behind.store.conversations.get(name);
  expect(kept?.turns.map(({ question }) => question)).toEqual([questions[2]]);
});

test("a deleted question takes its answer and its turn with it", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const { general, people, state } = discord;
  people.command(general.id, "now");
  const root = await on.next(general.id, 0);
  const asked = people.writes(general.id, questions[0]!, { replyTo: root.id });
  await on.next(general.id, 1);
  const name = `discord:${state.guild}:${general.id}:${root.id}`;
  await discord.until(() => discord.posts(general.id).length === 2);
  people.deletes(asked);
  await discord.until(() => discord.posts(general.id).length === 1);
  const kept = await behind.store.conversations.get(name);
  expect(kept?.turns.map(({ question }) => question)).toEqual(["now"]);
});

test("after a restart an edited question still gets its answer changed, and a deleted one removed", async () => {
  await using on = await connect();
  const { discord, clock, behind, bot } = on;
  const { general, people, state } = discord;
  people.command(general.id, "now");
  const root = await on.next(general.id, 0);
  const replied = people.writes(general.id, questions[0]!, { replyTo: root.id });
  const below = await on.next(general.id, 1);
  const asked = people.writes(general.id, `<@${state.bot}> ${questions[0]}`);
  const answer = await on.next(general.id, 2);
  const direct = discord.state.addChannel({ name: "dm", type: 1 });
  const personal = people.writes(direct.id, questions[0]!);
  await on.next(direct.id, 0);
  await on.adapter.stop();
  const { notes } = behind.store;
  await using _second = await connect({ discord, clock, bot, notes });

  people.edits(asked, `<@${state.bot}> ${questions[2]}`);
  await discord.until(() => answer.edits === 1);
  const turns = async (thread: string) =>
    (await behind.store.conversations.get(thread))?.turns.map(({ question }) => question);
  const named = (message: string) => `discord:${state.guild}:${general.id}:${message}`;
  expect(await turns(named(answer.id))).toEqual([questions[2]]);
  people.deletes(replied);
  people.deletes(personal);
  await discord.until(() => discord.posts(general.id).length === 2);
  await discord.until(() => discord.posts(direct.id).length === 0);
  expect(discord.posts(general.id)).not.toContain(below);
  expect(await turns(named(root.id))).toEqual(["now"]);
  expect(await turns(`discord:@me:${direct.id}:direct`)).toEqual([]);
  // Nobody's words are kept with the ids.
  const kept = await notes.get("discord-answer", named(asked.id));
  expect(JSON.stringify(kept)).not.toContain("Aldermoor");
  expect(discord.refused).toEqual([]);
});
