/** A channel's digest from the first word to the last, on our Discord, with a clock moved by hand. */
import { expect, test } from "vitest";
import {
  composeEdition,
  createDeliver,
  createGate,
  createMemoryBudgets,
  editionId,
  pagesOfEdition,
  planDue,
} from "#core";
import { usIranDossier } from "../../fixtures/dossiers.ts";
import { connect, wordsOf } from "./connected.ts";

test("subscribe, a digest, a restart, the next one, and a follow-up in its thread", async () => {
  const dossier = usIranDossier();
  await using first = await connect({ dossier });
  const { discord, clock, behind, log } = first;
  const { general, people, state } = discord;
  const asked = people.command(
    general.id,
    "subscribe",
    { when: "every day at 08:00", zone: "Europe/London" },
    { manages: true },
  );
  await discord.until(() => asked.messages.length > 0);
  expect(wordsOf(asked.messages[0]!)).toContain("Monday 23 Nov 2026, 08:00 London time");

  /** The scheduler's tick at a moment, and what it plans delivered. */
  async function tick(at: string, by: typeof first) {
    clock.move(clock.now().until(at));
    const { store } = behind;
    const library = { ids: [dossier.id], get: () => dossier };
    const planned = await planDue({
      ...{ store, library, editionId, compose: composeEdition, clock, log: log.log },
      yieldTurn: async () => {},
    });
    const budgets = createMemoryBudgets();
    const deliver = createDeliver({
      ...{ store, budgets, log: log.log, commandName: "brief", pagesOf: pagesOfEdition },
      adapters: new Map([["discord", by.adapter]]),
      gate: createGate({ budgets, clock, sleep: async () => {} }),
      clock,
      isGone: async () => true,
      observe: () => {},
    });
    for (const id of planned.deliveries) await deliver(id);
    return planned;
  }

  expect((await tick("2026-11-23T08:00:00Z", first)).due).toBe(1);
  const [card] = discord.posts(general.id);
  expect(wordsOf(card!)).toContain("Monday 23 November 2026");
  expect(state.channels.get(card!.id)).toMatchObject({ parent: general.id });
  expect(discord.posts(card!.id).length).toBeGreaterThan(0);

  await first.adapter.stop();
  await using again = await connect({ discord, clock, bot: first.bot });
  await tick("2026-11-24T08:00:00Z", again);
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
