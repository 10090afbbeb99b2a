/** A channel's digest from the first word to the last, on our Discord, with a clock moved by hand. */
import { expect, test } from "vitest";
import {
  composeEdition,
  createDeliver,
  createGate,
  createMemoryBudgets,
  type Dossier,
  editionId,
  pagesOfEdition,
  planDue,
} from "#core";
import { usIranDossier } from "../../fixtures/dossiers.ts";
import { connect, wordsOf } from "./connected.ts";

type Connected = Awaited<ReturnType<typeof connect>>;

/** The scheduler's tick at a moment, and what it plans delivered. */
async function tick(on: Connected, dossier: Dossier, at: string) {
  const { clock, log } = on;
  clock.move(clock.now().until(at));
  const { store } = on.behind;
  const library = { ids: [dossier.id], get: () => dossier };
  const planned = await planDue({
    ...{ store, library, editionId, compose: composeEdition, clock, log: log.log },
    yieldTurn: async () => {},
  });
  const budgets = createMemoryBudgets();
  const deliver = createDeliver({
    ...{ store, budgets, log: log.log, commandName: "brief", pagesOf: pagesOfEdition },
    adapters: new Map([["discord", on.adapter]]),
    gate: createGate({ budgets, clock, sleep: async () => {} }),
    clock,
    isGone: async () => true,
    observe: () => {},
  });
  for (const id of planned.deliveries) await deliver(id);
  return planned;
}

test("subscribe, a digest, a restart, the next one, and a follow-up in its thread", async () => {
  const dossier = usIranDossier();
  await using first = await connect({ dossier });
  const { discord, clock, behind } = first;
  const { general, people, state } = discord;
  const asked = people.command(
    general.id,
    "subscribe",
    { when: "every day at 08:00", zone: "Europe/London" },
    { manages: true },
  );
  await discord.until(() => asked.messages.length > 0);
  expect(wordsOf(asked.messages[0]!)).toContain("Monday 23 Nov 2026, 08:00 London time");

  expect((await tick(first, dossier, "2026-11-23T08:00:00Z")).due).toBe(1);
  const [card] = discord.posts(general.id);
  expect(wordsOf(card!)).toContain("Monday 23 November 2026");
  expect(state.channels.get(card!.id)).toMatchObject({ parent: general.id });
  expect(discord.posts(card!.id).length).toBeGreaterThan(0);

  await first.adapter.stop();
  await using again = await connect({ discord, clock, bot: first.bot });
  await tick({ ...again, behind }, dossier, "2026-11-24T08:00:00Z");
  const cards = discord.posts(general.id);
  expect(cards).toHaveLength(2);
  expect(wordsOf(cards[1]!)).toContain("24 November 2026");

  people.writes(card!.id, `<@${state.bot}> Who signed the memorandum?`);
  const before = discord.posts(card!.id).length;
  const answer = await discord.until(() => discord.posts(card!.id)[before]);
  expect(wordsOf(answer)).toContain("Islamabad Memorandum");
  expect(discord.refused).toEqual([]);
});

test("a channel that is deleted takes its subscriptions along", async () => {
  const dossier = usIranDossier();
  await using on = await connect({ dossier });
  const { discord, clock, behind, log } = on;
  const { people, state, gateway } = discord;
  const short = state.addChannel({ name: "short-lived" });
  const asked = people.command(
    short.id,
    "subscribe",
    { when: "every day at 08:00", zone: "UTC" },
    { manages: true },
  );
  await discord.until(() => asked.messages.length > 0);
  const ofChannel = () => behind.store.subscriptions.ofChannel("discord", state.guild, short.id);
  expect(await ofChannel()).toHaveLength(1);
  gateway.dispatch("CHANNEL_DELETE", () => ({ id: short.id, guild_id: state.guild, type: 0 }));
  people.command(discord.general.id, "now");
  await on.next(discord.general.id, 0);
  expect(await ofChannel()).toEqual([]);
  expect(log.entries.filter(({ level }) => level === "error")).toEqual([]);
  expect(clock.now().toString()).toBe("2026-11-22T09:00:00Z");
});

test("a forum is picked in the form; each digest is a post with a title, and is asked about there", async () => {
  const dossier = usIranDossier();
  await using on = await connect({ dossier, messageContent: true });
  const { discord, behind } = on;
  const { general, people, state } = discord;
  const forum = state.addChannel({ name: "briefings", type: 15, tags: ["77"], tagRequired: true });
  const owner = { person: state.owner, manages: true };
  const asked = people.command(general.id, "subscribe", {}, owner);
  await discord.until(() => asked.callback);
  const when = { when: "every day at 08:00", zone: "Europe/London", channel: forum.id };
  const sent = people.submits(asked, when, owner);
  await discord.until(() => sent.messages.length > 0);
  expect(wordsOf(sent.messages[0]!)).toContain(`This is about <#${forum.id}>`);
  const ofForum = () => behind.store.subscriptions.ofChannel("discord", state.guild, forum.id);
  expect(await ofForum()).toHaveLength(1);

  expect((await tick(on, dossier, "2026-11-23T08:00:00Z")).due).toBe(1);
  const posts = () => [...state.channels.values()].filter(({ parent }) => parent === forum.id);
  expect(posts().map(({ name }) => name)).toEqual([expect.stringContaining("23 November 2026")]);
  const [post] = posts();
  const [card, depth] = discord.posts(post!.id);
  expect(wordsOf(card!)).toContain("Monday 23 November 2026");
  expect(depth).toBeDefined();
  const before = discord.posts(post!.id).length;
  people.writes(post!.id, "Who signed the memorandum?");
  const answer = await on.next(post!.id, before);
  expect(wordsOf(answer)).toContain("Islamabad Memorandum");

  await tick(on, dossier, "2026-11-24T08:00:00Z");
  expect(posts()).toHaveLength(2);
  // The confirmation's buttons are about the forum, though they stand elsewhere.
  const stranger = people.presses(sent.messages[0]!, "Unsubscribe");
  await discord.until(() => stranger.messages.length > 0);
  expect((await ofForum()).map(({ state: { type } }) => type)).toEqual(["active"]);
  const ended = people.presses(sent.messages[0]!, "Unsubscribe", owner);
  await discord.until(() => ended.messages.length > 0);
  expect((await ofForum()).map(({ state: { type } }) => type)).toEqual(["off"]);
  expect(discord.refused).toEqual([]);
  expect(on.log.entries.filter(({ level }) => level === "error")).toEqual([]);
});

test("an announcement channel gets a message that people may publish, with depth in its thread", async () => {
  const dossier = usIranDossier();
  await using on = await connect({ dossier });
  const { discord } = on;
  const { general, people, state } = discord;
  const news = state.addChannel({ name: "news", type: 5 });
  const order = { when: "every day at 08:00", zone: "Europe/London", channel: news.id };
  const asked = people.command(general.id, "subscribe", order, { manages: true });
  await discord.until(() => asked.messages.length > 0);
  await tick(on, dossier, "2026-11-23T08:00:00Z");
  const [card, ...more] = discord.posts(news.id);
  expect(more).toEqual([]);
  expect(state.channels.get(card!.id)).toMatchObject({ parent: news.id, type: 10 });
  const before = discord.posts(card!.id).length;
  expect(before).toBeGreaterThan(0);
  people.writes(card!.id, `<@${state.bot}> Who signed the memorandum?`);
  const answer = await on.next(card!.id, before);
  expect(wordsOf(answer)).toContain("Islamabad Memorandum");
  expect(discord.refused).toEqual([]);
});

test("before it subscribes a channel it says where it may not post, and who may not decide", async () => {
  const dossier = usIranDossier();
  await using on = await connect({ dossier });
  const { discord, behind } = on;
  const { general, people, state } = discord;
  const closed = state.addChannel({ name: "closed", closed: "50013" });
  const order = { when: "every day at 08:00", zone: "Europe/London", channel: closed.id };
  const asked = people.command(general.id, "subscribe", order, { manages: true });
  await discord.until(() => asked.messages.length > 0);
  expect(wordsOf(asked.messages[0]!)).toContain("I cannot post here yet");
  const stranger = people.command(general.id, "subscribe", { ...order, when: "daily at 9" });
  await discord.until(() => stranger.messages.length > 0);
  const { store } = behind;
  expect(await store.subscriptions.ofChannel("discord", state.guild, closed.id)).toHaveLength(1);
});
