import { expect, test } from "vitest";
import { diagnose } from "../../../adapters/discord/index.ts";
import { connect } from "./connected.ts";

const options = (on: Awaited<ReturnType<typeof connect>>) => ({
  token: on.discord.token,
  apiUrl: on.discord.url,
  messageContent: false,
  commandName: "brief",
});

test("all is well once the bot has started in a server", async () => {
  await using on = await connect({ idle: true });
  const registered = on.log.next("discord-commands-registered");
  await on.adapter.start(on.bot);
  await registered;
  const findings = await diagnose(options(on));
  expect(findings.map(({ about, result, text }) => `${result} ${about}: ${text}`)).toEqual([
    "good DISCORD_TOKEN: Discord knows it: backchannel.",
    "good Message content intent: Not needed: mentions, replies, buttons and commands are read without it.",
    "good Servers: The bot is in one.",
    "good Commands: /brief is registered.",
    "good Gateway: 999 of 1000 sessions are left for today.",
  ]);
});

test("a refused token, and no answer at all, say what to do", async () => {
  await using on = await connect({ idle: true });
  const [refused] = await diagnose({ ...options(on), token: "wrong.token-that-is-long-enough" });
  expect(refused).toMatchObject({ result: "bad", text: "Discord refuses it." });
  expect(refused?.mend).toContain("Reset Token");
  const [silent] = await diagnose({ ...options(on), apiUrl: "http://127.0.0.1:9/api" });
  expect(silent).toMatchObject({ result: "bad", text: "Discord does not answer." });
});

test("an intent that is missing, a server without the bot, commands that are not there", async () => {
  await using on = await connect({ idle: true });
  const findings = await diagnose({
    ...options(on),
    messageContent: true,
    guildId: "123456789012345678",
  });
  expect(findings.map(({ about, result }) => `${result} ${about}`)).toEqual([
    "good DISCORD_TOKEN",
    "bad Message content intent",
    "good Servers",
    "bad DISCORD_GUILD_ID",
    "caution Commands",
    "good Gateway",
  ]);
});
