/** A digest previewed in the console is what Slack and Discord get of the same morning's digest. */
import { expect, test } from "vitest";
import {
  type Adapter,
  type Bot,
  composeEdition,
  createDeliver,
  createGate,
  createMemoryBudgets,
  type Dossier,
  editionId,
  type Previewer,
  pagesOfEdition,
  planDue,
  type Store,
} from "#core";
import { createConsoleAdapter } from "../../../adapters/console/index.ts";
import type { WirePreview } from "../../../adapters/console/wire.ts";
import { previewer as discordPreviewer } from "../../../adapters/discord/preview.ts";
import { previewer as slackPreviewer } from "../../../adapters/slack/preview.ts";
import { createHandClock, type HandClock } from "../../fakes/clock.ts";
import { createConsoleBrowser } from "../../fakes/console-browser.ts";
import { createFakeLog } from "../../fakes/log.ts";
import { connect as connectSlack } from "../../fakes/slack/connected.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";
import { connect as connectDiscord } from "../discord/connected.ts";

const words = "subscribe daily at 10:00 in UTC";
const morning = "2026-11-23T10:00:00Z";

interface Scene {
  readonly adapter: Adapter;
  readonly bot: Bot;
  readonly store: Store;
  readonly clock: HandClock;
  readonly dossier: Dossier;
  readonly previewer: Previewer;
}

/** The morning's digest to the console and to the platform; resolves to its previews in the console. */
async function delivered(scene: Scene): Promise<readonly unknown[]> {
  const { store, clock, dossier, previewer } = scene;
  const { log } = createFakeLog();
  const parts = { clock, log, commandName: "brief" };
  const console = createConsoleAdapter({ ...parts, previewers: async () => [previewer] });
  await console.start(scene.bot);
  const browser = createConsoleBrowser(console.fetch);
  await browser.say({ channel: "briefing", text: `/brief ${words}` });
  const before = (await browser.room()).messages.length;
  clock.move(clock.now().until(morning));
  const planned = await planDue({
    ...{ store, clock, log, editionId, compose: composeEdition },
    library: { ids: [dossier.id], get: () => dossier },
    yieldTurn: async () => {},
  });
  const budgets = createMemoryBudgets();
  const deliver = createDeliver({
    ...{ ...parts, store, budgets, pagesOf: pagesOfEdition },
    adapters: new Map([console, scene.adapter].map((each) => [each.platform, each])),
    gate: createGate({
      ...{ budgets, clock },
      sleep: async (until) => clock.move(clock.now().until(until)),
    }),
    isGone: async () => true,
    observe: () => {},
  });
  expect(planned.deliveries).toHaveLength(2);
  for (const id of planned.deliveries) expect(await deliver(id)).toMatchObject({ type: "done" });
  const pages: unknown[] = [];
  for (const { id } of (await browser.room()).messages.slice(before)) {
    const shown = (await (await browser.get(`/api/preview?message=${id}`)).json()) as WirePreview;
    pages.push(...(shown.platforms[0]?.pages.map(({ payload }) => payload) ?? []));
  }
  return pages;
}

/** Without what belongs to the one destination: ids of subscriptions, keys of pages, the thread's root. */
function shared(payloads: readonly unknown[]): unknown {
  return JSON.parse(
    JSON.stringify(payloads)
      .replace(/\b(less|pause|unsubscribe) [0-9a-z]{6}\b/g, "$1 subscription")
      .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "key")
      .replace(/ask:\d*:[\w-]+/g, "ask:root:key"),
  );
}

const dossiers = [
  ["the tiny record", canalDossier()],
  ["the record of the product", usIranDossier()],
] as const;

test.each(dossiers)("on Slack, of %s", async (_, dossier) => {
  const clock = createHandClock();
  const at = await connectSlack("socket", { clock }, { clock, library: libraryOf(dossier) });
  const { slack, store, adapter } = at;
  await slack.command(words);
  await slack.until(({ messages }) => messages.length === 1);
  const shown = await delivered({
    ...{ adapter, bot: at.test.bot, store, clock, dossier, previewer: slackPreviewer },
  });
  const sent = slack.posted("C1").map(({ text, blocks }) => ({ text, blocks }));
  expect(sent.length).toBeGreaterThan(1);
  expect(shared(shown)).toEqual(shared(sent));
  await at.stop();
});

test.each(dossiers)("on Discord, of %s", async (_, dossier) => {
  await using on = await connectDiscord({ dossier });
  const { discord, clock, adapter, bot, behind } = on;
  const { general, people } = discord;
  const asked = people.command(
    general.id,
    "subscribe",
    { when: "every day at 10:00", zone: "UTC" },
    { manages: true },
  );
  await discord.until(() => asked.messages.length > 0);
  const shown = await delivered({
    ...{ adapter, bot, store: behind.store, clock, dossier, previewer: discordPreviewer },
  });
  const [card] = discord.posts(general.id);
  const sent = [card, ...discord.posts(card?.id ?? "")].map((post) => post?.components);
  expect(sent.length).toBeGreaterThan(1);
  const components = shown.map((payload) => (payload as { components: unknown }).components);
  expect(shared(components)).toEqual(shared(sent));
});

function libraryOf(dossier: Dossier) {
  return { ids: [dossier.id], get: () => dossier };
}
