import { expect, test } from "vitest";
import type { FakeDiscord } from "../../fakes/discord/discord.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";
import { connect, wordsOf } from "./connected.ts";

/** The first message that the bot has posted in a channel. */
const postIn = (discord: FakeDiscord, channel: string) =>
  discord.until(() => discord.posts(channel)[0]);

test("a briefing asked by slash command is a message of the bot's own, and the person is told", async () => {
  await using on = await connect();
  const { discord } = on;
  const asked = discord.people.command(discord.general.id, "now");
  const post = await postIn(discord, discord.general.id);
  expect(wordsOf(post)).toContain("The Fenwick Canal tolls: where things stand");
  expect(post.nonce).toBe(`${asked.id}.1`);
  expect(asked.callback?.type).toBe(4);
  expect(asked.messages.map((each) => [each.ephemeral, wordsOf(each)])).toEqual([
    [true, "Your answer is in this channel, just below."],
  ]);
  expect(discord.refused).toEqual([]);
});

test("privately: the person alone sees it, and can share it", async () => {
  await using on = await connect();
  const { discord } = on;
  const asked = discord.people.command(discord.general.id, "now", { privately: true });
  const [answer] = await discord.until(() => asked.messages.length > 0 && asked.messages);
  expect(answer?.ephemeral).toBe(true);
  expect(wordsOf(answer!)).toContain("where things stand");
  expect(discord.posts(discord.general.id)).toEqual([]);

  discord.people.presses(answer!, "Share here");
  const post = await postIn(discord, discord.general.id);
  expect(wordsOf(post)).toContain("where things stand");
  expect(discord.refused).toEqual([]);
});

test("what follows a private answer stays private: its buttons, its pages and a question below it", async () => {
  await using on = await connect({ dossier: usIranDossier() });
  const { discord } = on;
  const { people, general } = discord;
  const options = { topic: "nuclear", privately: true };
  const asked = people.command(general.id, "timeline", options);
  const [answer] = await discord.until(() => asked.messages.length > 0 && asked.messages);
  const ids = flatIds(answer!.components);
  const page = ids.find((id) => id.startsWith("page:"));
  const next = ids.find((id) => id.startsWith("do:"));
  expect(page).toMatch(/ privately:yes page:\d+$/);
  expect(ids).toContain("jump");
  const pressed = people.presses(answer!, next!);
  const [follows] = await discord.until(() => pressed.messages.length > 0 && pressed.messages);
  expect(follows?.ephemeral).toBe(true);
  const form = people.presses(answer!, "Ask a follow-up");
  await discord.until(() => form.callback);
  const sent = people.submits(form, { question: "Who signed the memorandum?" });
  const [told] = await discord.until(() => sent.messages.length > 0 && sent.messages);
  expect(told?.ephemeral).toBe(true);
  expect(discord.posts(general.id)).toEqual([]);
  expect(discord.refused).toEqual([]);
});

function flatIds(components: readonly unknown[]): readonly string[] {
  return components.flatMap((component) => {
    const { custom_id: id, components: nested = [] } = component as {
      readonly custom_id?: string;
      readonly components?: readonly unknown[];
    };
    return [...(id === undefined ? [] : [id]), ...flatIds(nested)];
  });
}

test.for(["check", "define", "sources", "why", "help"])(
  "%s is answered to the person",
  async (name) => {
    await using on = await connect();
    const { discord } = on;
    const options = name === "check" ? { assertion: "The toll was doubled" } : {};
    const asked = discord.people.command(discord.general.id, name, options);
    await discord.until(() => asked.messages.length > 0);
    expect(asked.messages[0]?.ephemeral).toBe(true);
    expect(discord.posts(discord.general.id)).toEqual([]);
    expect(discord.refused).toEqual([]);
  },
);

test("where the bot may not post, the person gets the answer and a way on", async () => {
  await using on = await connect();
  const { discord } = on;
  const closed = discord.state.addChannel({ name: "closed", closed: "50013" });
  const asked = discord.people.command(closed.id, "now");
  const [answer] = await discord.until(() => asked.messages.length > 0 && asked.messages);
  expect(answer?.ephemeral).toBe(true);
  expect(wordsOf(answer!)).toContain("Ask a follow-up");
  expect(discord.posts(closed.id)).toEqual([]);
});

test("a post that is refused all the same goes to the person, with what to do", async () => {
  await using on = await connect();
  const { discord } = on;
  discord.fail({
    method: "POST",
    path: /^\/channels\/\d+\/messages$/,
    how: { type: "status", status: 403, after: false },
    times: 1,
  });
  const asked = discord.people.command(discord.general.id, "now");
  await discord.until(() => asked.messages.length > 1);
  expect(wordsOf(asked.messages[0]!)).toContain("I could not post this in the channel");
  expect(wordsOf(asked.messages[1]!)).toContain("where things stand");
  expect(asked.messages.every(({ ephemeral }) => ephemeral)).toBe(true);
});

test("installed by a person in a server without the bot: answered through the interaction", async () => {
  await using on = await connect();
  const { discord } = on;
  const asked = discord.people.command(discord.general.id, "now", {}, { userInstall: true });
  const [answer] = await discord.until(() => asked.messages.length > 0 && asked.messages);
  expect(wordsOf(answer!)).toContain("where things stand");
  expect(discord.posts(discord.general.id)).toEqual([]);
  expect(discord.refused).toEqual([]);
});

test("in a direct message the answer is in place", async () => {
  await using on = await connect();
  const { discord } = on;
  const direct = discord.state.addChannel({ name: "dm", type: 1 });
  const asked = discord.people.command(direct.id, "now");
  const [answer] = await discord.until(() => asked.messages.length > 0 && asked.messages);
  expect(answer?.ephemeral).toBe(false);
  expect(wordsOf(answer!)).toContain("where things stand");
});

test("an interaction that comes twice is answered once", async () => {
  await using on = await connect();
  const { discord } = on;
  const asked = discord.people.command(discord.general.id, "now");
  discord.people.repeats(asked);
  await postIn(discord, discord.general.id);
  const later = discord.people.command(discord.general.id, "topic", { topic: "tolls" });
  await discord.until(() => discord.posts(discord.general.id).length > 1);
  expect(later.callback?.type).toBe(4);
  expect(discord.posts(discord.general.id)).toHaveLength(2);
  expect(discord.requests.filter(({ path }) => path.includes(asked.token))).toHaveLength(1);
});

test("a day that is none is a private word, and rings nobody", async () => {
  await using on = await connect();
  const { discord } = on;
  const asked = discord.people.command(discord.general.id, "timeline", { from: "<@1> soonish" });
  const [answer] = await discord.until(() => asked.messages.length > 0 && asked.messages);
  expect(answer?.ephemeral).toBe(true);
  expect(wordsOf(answer!)).toContain("soonish");
  expect(JSON.stringify(answer?.components)).not.toContain("<@1>");
});

test("completion answers while a person types", async () => {
  await using on = await connect();
  const { discord } = on;
  const typed = discord.people.types(discord.general.id, "topic", "topic", "to");
  await discord.until(() => typed.callback);
  expect(typed.callback).toEqual({
    type: 8,
    data: { choices: [{ name: "Tolls", value: "tolls" }] },
  });
});

test("completion that takes too long gives no choices in time", async () => {
  await using base = await connect({ idle: true });
  const slow = { ...base.bot, complete: () => new Promise<never>(() => {}) };
  await base.adapter.start(slow);
  const { discord } = base;
  const typed = discord.people.types(discord.general.id, "topic", "topic", "to");
  await discord.until(() => typed.callback);
  expect(typed.callback).toEqual({ type: 8, data: { choices: [] } });
});

test("Check this message: the words of somebody's message against the record", async () => {
  await using on = await connect();
  const { discord } = on;
  const claim = discord.people.writes(discord.general.id, "The canal closed for a year in 2021");
  const asked = discord.people.checks(discord.general.id, claim);
  const [answer] = await discord.until(() => asked.messages.length > 0 && asked.messages);
  expect(answer?.ephemeral).toBe(true);
  expect(wordsOf(answer!)).toContain("Checked against the record");
  expect(wordsOf(answer!)).toContain("The canal closed for a year in 2021");
});

test("an answer that takes long is announced, then given", async () => {
  await using base = await connect({ idle: true, timing: { deferAfter: 5 } });
  let give = () => {};
  const waiting = new Promise<void>((resolve) => {
    give = resolve;
  });
  const slow = {
    ...base.bot,
    command: async (call: Parameters<typeof base.bot.command>[0]) => {
      await waiting;
      return base.bot.command(call);
    },
  };
  await base.adapter.start(slow);
  const { discord } = base;
  const asked = discord.people.command(discord.general.id, "now");
  await discord.until(() => asked.callback);
  expect(asked.callback).toEqual({ type: 5, data: { flags: 64 } });
  give();
  await postIn(discord, discord.general.id);
  await discord.until(() => (asked.messages[0]?.edits ?? 0) > 0);
  expect(wordsOf(asked.messages[0]!)).toBe("Your answer is in this channel, just below.");
  expect(discord.refused).toEqual([]);
});

test("subscribe opens a form, and the form subscribes the channel", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const { general, people, state } = discord;
  const asked = people.command(general.id, "subscribe", {}, { manages: true });
  await discord.until(() => asked.callback);
  expect(asked.callback).toMatchObject({ type: 9, data: { custom_id: "form:subscribe:" } });
  const sent = people.submits(
    asked,
    { when: "weekdays at 08:00", zone: "Europe/London", about: "", depth: "headline" },
    { manages: true },
  );
  const [answer] = await discord.until(() => sent.messages.length > 0 && sent.messages);
  expect(answer?.ephemeral).toBe(true);
  const kept = await behind.store.subscriptions.ofChannel("discord", state.guild, general.id);
  expect(kept).toMatchObject([
    {
      destination: { platform: "discord", workspace: state.guild, channel: general.id },
      schedule: { zone: "Europe/London", times: ["08:00"] },
      depth: "headline",
      owner: people.ann,
    },
  ]);
  expect(discord.refused).toEqual([]);
});

test("who may not manage the channel may not subscribe it", async () => {
  await using on = await connect();
  const { discord, behind } = on;
  const { general, people, state } = discord;
  const asked = people.command(general.id, "subscribe", {
    when: "weekdays at 08:00",
    zone: "Europe/London",
  });
  await discord.until(() => asked.messages.length > 0);
  const kept = await behind.store.subscriptions.ofChannel("discord", state.guild, general.id);
  expect(kept).toEqual([]);
});

test("pages of a timeline change in place, by button and by choice", async () => {
  await using on = await connect({ dossier: usIranDossier() });
  const { discord } = on;
  const { general, people } = discord;
  people.command(general.id, "timeline", { depth: "headline", topic: "nuclear" });
  const first = await on.next(general.id, 0);
  const before = wordsOf(first);
  const pressed = people.presses(first, "Later");
  await discord.until(() => first.edits === 1);
  expect(pressed.callback?.type).toBe(7);
  expect(wordsOf(first)).not.toBe(before);
  people.selects(first, "timeline nuclear page:1");
  await discord.until(() => first.edits === 2);
  expect(discord.posts(general.id)).toHaveLength(1);
  expect(discord.refused).toEqual([]);
});
