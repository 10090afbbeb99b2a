/** A channel's digest from the first word to the last, in the console, with a clock moved by hand. */
import { expect, test } from "vitest";
import {
  composeEdition,
  createDeliver,
  createGate,
  createMemoryBudgets,
  createMemoryStore,
  type Dossier,
  editionId,
  pagesOfEdition,
  planDue,
} from "#core";
import { createConsoleAdapter } from "../../../adapters/console/index.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { createConsoleBrowser, readable } from "../../fakes/console-browser.ts";
import { createFakeLog } from "../../fakes/log.ts";
import { createHandTime } from "../../fakes/time.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

async function open(dossiers: Dossier[]) {
  const time = createHandTime("2026-11-22T09:00:00Z");
  const store = createMemoryStore();
  const { log } = createFakeLog();
  const library = {
    ids: dossiers.map(({ id }) => id),
    get: (id?: string) => {
      const found = id === undefined ? dossiers[0] : dossiers.find((each) => each.id === id);
      if (!found) throw new RangeError(`no dossier ${id}`);
      return found;
    },
  };
  const { bot } = createTestBot({ store, clock: time, library, flood: "none" });
  const adapter = createConsoleAdapter({ clock: time, log, commandName: "brief" });
  await adapter.start(bot);
  const budgets = createMemoryBudgets();
  const deliver = createDeliver({
    ...{ store, budgets, log, commandName: "brief", pagesOf: pagesOfEdition },
    adapters: new Map([[adapter.platform, adapter]]),
    gate: createGate({ budgets, clock: time, sleep: time.sleep }),
    clock: time,
    isGone: async () => true,
    observe: () => {},
  });
  return {
    ...createConsoleBrowser(adapter.fetch),
    store,
    /** The scheduler's tick at a moment, and what it plans delivered. */
    async tick(at: string) {
      await time.pass(Temporal.Instant.from(at).since(time.now()));
      const planned = await planDue({
        ...{ store, library, editionId, compose: composeEdition, clock: time, log },
        yieldTurn: async () => {},
      });
      for (const id of planned.deliveries) await deliver(id);
      return planned;
    },
  };
}

test("subscribe, a digest each morning, a follow-up under it, unsubscribe", async () => {
  const { say, press, room, store, tick } = await open([usIranDossier()]);
  await say({ channel: "briefing", text: "/brief subscribe every day at 08:00 in Europe/London" });
  const confirmed = (await room()).messages.at(-1);
  expect(confirmed).toMatchObject({ private: true });
  expect(readable(confirmed!)).toContain("Monday 23 Nov 2026, 08:00 London time (08:00 UTC)");

  expect((await tick("2026-11-23T07:59:00Z")).due).toBe(0);
  expect(await tick("2026-11-23T08:00:00Z")).toMatchObject({ due: 1, late: 0 });
  const [card, ...below] = (await room()).messages.filter(
    ({ author, private: hidden }) => author === "bot" && !hidden,
  );
  expect(readable(card!)).toContain("US–Iran diplomacy · Monday 23 November 2026");
  expect(card).toMatchObject({ channel: "briefing" });
  expect(card?.thread).toBeUndefined();
  expect(below.length).toBeGreaterThan(0);
  expect(below.every(({ thread }) => thread === card!.id)).toBe(true);

  await say({ channel: "briefing", thread: card!.id, text: "Who signed the memorandum?" });
  const answer = (await room()).messages.at(-1);
  expect(answer).toMatchObject({ author: "bot", thread: card!.id });
  expect(answer!.footnotes.map(({ claim }) => claim)).toContain("islamabad-memorandum");

  await tick("2026-11-24T08:00:00Z");
  const next = (await room()).messages.findLast(
    ({ thread, author }) => !thread && author === "bot",
  );
  expect(readable(next!)).toContain(
    "No change since 23 November. On this day in 2013: Iran and six powers agree",
  );

  const [subscription] = await store.subscriptions.ofChannel("console", "local", "briefing");
  const { id } = subscription!;
  const inChannel = { channel: "briefing", thread: next!.id };
  await press({ ...inChannel, line: `pause ${id} days:7`, label: "Mute for a week" });
  expect((await tick("2026-11-25T08:00:00Z")).due).toBe(0);
  expect((await tick("2026-12-01T08:00:00Z")).deliveries).toHaveLength(1);
  await press({ ...inChannel, line: `unsubscribe ${id}`, label: "Unsubscribe" });
  expect((await tick("2026-12-02T08:00:00Z")).due).toBe(0);
});

test("the digest tells what changed in the record since the one before, and is late after a break", async () => {
  const dossiers = [canalDossier()];
  const { say, room, tick } = await open(dossiers);
  await say({ channel: "direct", text: "subscribe daily at 8 in UTC, headlines" });
  await tick("2026-11-23T08:00:00Z");
  const changed = canalDossier({
    "claims/quarrel.yaml": (text) => text.replace("charge each barge 40", "charge every barge 40"),
  });
  dossiers.splice(0, 1, { ...changed, version: "another" });
  expect(await tick("2026-11-24T10:30:00Z")).toMatchObject({ due: 1, late: 1 });
  const digest = (await room()).messages.at(-1);
  expect(digest).toMatchObject({ author: "bot", channel: "direct" });
  expect(readable(digest!)).toContain("Late: this was due 08:00, while I was not running.");
  expect(readable(digest!)).toContain("Since Monday 23 November 2026: 1 updated.");
});
