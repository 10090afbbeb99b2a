import { expect, test } from "vitest";
import { commandsFor } from "../../../adapters/discord/register.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { commandFaults } from "../../fakes/discord/rules.ts";
import { connect } from "./connected.ts";

const puts = (on: Awaited<ReturnType<typeof connect>>) =>
  on.discord.requests.filter(({ method }) => method === "PUT");

test("commands are written once, and again only when they have changed", async () => {
  await using on = await connect();
  const { discord, clock, bot, log } = on;
  await log.next("discord-commands-registered").catch(() => {});
  await on.adapter.stop();
  await using same = await connect({ discord, clock, bot, idle: true });
  const unchanged = same.log.next("discord-commands-unchanged");
  await same.adapter.start(bot);
  await unchanged;
  expect(puts(on)).toHaveLength(1);
  await same.adapter.stop();
  const fewer = { ...bot, commands: bot.commands.slice(1) };
  await using less = await connect({ discord, clock, bot: fewer, idle: true });
  const changed = less.log.next("discord-commands-registered");
  await less.adapter.start(fewer);
  await changed;
  expect(puts(on)).toHaveLength(2);
  expect(discord.refused).toEqual([]);
});

test("in one server while developing", async () => {
  await using on = await connect({ idle: true, guildOnly: true });
  const registered = on.log.next("discord-commands-registered");
  await on.adapter.start(on.bot);
  await registered;
  expect([...on.discord.state.commands.keys()]).toEqual([on.discord.state.guild]);
});

test("every command of the core is a subcommand within Discord's limits", () => {
  const { bot } = createTestBot();
  const [brief, check, ...more] = commandsFor(bot.commands, "brief");
  expect(more).toEqual([]);
  expect([brief, check].flatMap((command) => commandFaults(command as never))).toEqual([]);
  expect(brief).toMatchObject({
    name: "brief",
    type: 1,
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  });
  const options = (brief as { options: { name: string; options: unknown[] }[] }).options;
  expect(options.map(({ name }) => name)).toEqual(bot.commands.map(({ name }) => name));
  expect(options.find(({ name }) => name === "topic")?.options).toMatchObject([
    {
      name: "topic",
      type: 3,
      autocomplete: true,
      name_localizations: { de: "thema", fr: "sujet" },
    },
    {
      name: "depth",
      type: 3,
      choices: [{ value: "headline" }, { value: "90s" }, { value: "full" }],
    },
    { name: "as-of", type: 3, autocomplete: true },
    { name: "in", type: 3, autocomplete: true },
    { name: "privately", type: 5 },
  ]);
  expect(check).toMatchObject({
    name: "Check this message",
    type: 3,
    name_localizations: { de: "Diese Nachricht prüfen" },
  });
});
