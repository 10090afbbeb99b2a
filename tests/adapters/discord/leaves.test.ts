/** Answers of several pages: one message for everybody, the rest for whoever turns to it. */
import { expect, test } from "vitest";
import type { Reply } from "#core";
import { leavesOf } from "../../../adapters/discord/leaves.ts";
import { createLimits } from "../../../adapters/discord/limits.ts";
import { measurePage } from "../../../adapters/discord/render.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { createFakePictures } from "../../fakes/pictures.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";
import { connect, wordsOf } from "./connected.ts";

test("a long answer is one message; the rest opens for whoever reads on, and turns in place", async () => {
  await using on = await connect({ dossier: usIranDossier() });
  const { discord } = on;
  const { general, people, state } = discord;
  people.command(general.id, "topic", { topic: "nuclear", depth: "full" });
  const first = await on.next(general.id, 0);
  const before = wordsOf(first);
  expect(before).toMatch(/Read on: page 2 of \d/);
  expect(before).toContain("Ask a follow-up");
  const opened = people.presses(first, "leaf:2:".concat(keyIn(first.components)));
  const [second] = await discord.until(() => opened.messages.length > 0 && opened.messages);
  expect(second?.ephemeral).toBe(true);
  expect(wordsOf(second!)).toContain("Read on: page 3");
  const turned = people.selects(second!, "4");
  await discord.until(() => turned.callback);
  expect(turned.callback?.type).toBe(7);
  expect(wordsOf(second!)).toContain("Page 3");
  expect(wordsOf(second!)).toContain("Read on: page 5");
  // Nobody else's channel has changed.
  expect(wordsOf(first)).toBe(before);
  expect(discord.posts(general.id)).toHaveLength(1);
  expect([...state.channels.values()].filter(({ parent }) => parent)).toEqual([]);
  expect(discord.refused).toEqual([]);
});

test("each page keeps its pictures", async () => {
  const { pictures } = createFakePictures();
  await using on = await connect({ dossier: usIranDossier(), pictures });
  const { discord } = on;
  const { general, people } = discord;
  people.command(general.id, "topic", { topic: "nuclear", depth: "full" });
  const first = await on.next(general.id, 0);
  const pages = pagesIn(wordsOf(first));
  const opened = people.presses(first, "leaf:2:".concat(keyIn(first.components)));
  const [reader] = await discord.until(() => opened.messages.length > 0 && opened.messages);
  for (let page = pages; page >= 1; page -= 1) {
    const turned = people.selects(reader!, String(page));
    await discord.until(() => turned.callback);
  }
  const shown = discord.requests.flatMap(({ files }) => files);
  expect(shown.length).toBeGreaterThan(0);
  expect(discord.posts(general.id)).toHaveLength(1);
  expect(discord.refused).toEqual([]);
});

test("read alone it is one message that turns in place, also after a restart", async () => {
  await using on = await connect({ dossier: usIranDossier() });
  const { discord, clock, bot, behind } = on;
  const { general, people } = discord;
  const options = { topic: "nuclear", depth: "full", privately: true };
  const asked = people.command(general.id, "topic", options);
  const [only, ...more] = await discord.until(() => asked.messages.length > 0 && asked.messages);
  expect(more).toEqual([]);
  const before = wordsOf(only!);
  await on.adapter.stop();
  await using _again = await connect({ discord, clock, bot, notes: behind.store.notes });
  const on2 = people.presses(only!, "Read on: page 2 of ".concat(String(pagesIn(before))));
  await discord.until(() => on2.callback);
  expect(on2.callback?.type).toBe(7);
  expect(wordsOf(only!)).not.toBe(before);
  expect(asked.messages).toHaveLength(1);
});

test("a page that is kept no more says how to get it again", async () => {
  await using on = await connect({ dossier: usIranDossier() });
  const { discord, behind } = on;
  const { general, people } = discord;
  people.command(general.id, "topic", { topic: "nuclear", depth: "full" });
  const first = await on.next(general.id, 0);
  await behind.store.notes.forgetThreads("discord:");
  const pressed = people.presses(first, "leaf:2:".concat(keyIn(first.components)));
  const [told] = await discord.until(() => pressed.messages.length > 0 && pressed.messages);
  expect(wordsOf(told!)).toContain("Ask again with the command");
});

const keyIn = (components: readonly unknown[]) =>
  /"leaves:(\d+)"/.exec(JSON.stringify(components))?.[1] ?? "";
const pagesIn = (words: string) => Number(/page 2 of (\d+)/.exec(words)?.[1]);

test("of a person's own words nothing is kept", async () => {
  const { slash } = createTestBot({ flood: "none" }, [usIranDossier()]);
  const reply = await slash("topic nuclear depth:full");
  const of = (changed: Partial<Reply>) =>
    leavesOf({ ...reply, ...changed }, undefined, createLimits(measurePage), "1");
  const { letters, note } = of({});
  expect(letters).toHaveLength(1);
  expect(note?.titles.slice(0, 2)).toEqual(["Where it stands", "Key claims"]);
  expect(note?.titles.at(-1)).toBe(note?.titles.at(-2));
  for (const line of ["ask what does Ann think?", "check Ann was there"]) {
    expect(of({ line }).note).toBeUndefined();
    expect(of({ line }).letters.length).toBeGreaterThan(1);
  }
});
