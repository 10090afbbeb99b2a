import { expect, it } from "vitest";
import { type Chart, withPictures } from "#core";
import { channel, createTestBot } from "../../fakes/bot.ts";
import { createFakeLog } from "../../fakes/log.ts";
import { createFakePictures } from "../../fakes/pictures.ts";

const call = (key: string, line: string) => ({
  key,
  origin: channel,
  input: { type: "line", line } as const,
});

it("a reply takes its charts along as images that say what they show", async () => {
  const { pictures, drawn } = createFakePictures();
  const bot = withPictures(createTestBot().bot, { pictures, log: createFakeLog().log });
  const { files } = await bot.command(call("1", "chart agenda"));
  expect(files.map(({ name, type }) => [name, type])).toEqual([
    ["what-is-due-and-what-was-the-fenwick-canal-tolls.png", "image/png"],
  ]);
  expect(files[0]?.alt).toMatch(
    /^What is due, and what was: The Fenwick Canal tolls\. Still to come: 0\./,
  );
  expect(drawn[0]?.footer).toBe("Fenwick Canal Office · record to 2025-03-31");
});

it("only those that the platform cannot draw", async () => {
  const { pictures, drawn } = createFakePictures();
  const needs = ({ figure }: Chart) => figure.type !== "series";
  const bot = withPictures(createTestBot().bot, { pictures, log: createFakeLog().log, needs });
  expect((await bot.command(call("1", "chart barges"))).files).toEqual([]);
  expect(drawn).toEqual([]);
});

it("stands without its pictures when they cannot be drawn", async () => {
  const { pictures } = createFakePictures(true);
  const log = createFakeLog();
  const bot = withPictures(createTestBot().bot, { pictures, log: log.log });
  const reply = await bot.command(call("1", "chart agenda"));
  expect(reply.files).toEqual([]);
  expect(reply.document.blocks[0]?.type).toBe("chart");
  expect(log.entries.map(({ event }) => event)).toEqual(["picture-failed"]);
});
