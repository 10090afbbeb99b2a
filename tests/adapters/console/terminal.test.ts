import { PassThrough } from "node:stream";
import { text as readAll } from "node:stream/consumers";
import { expect, test } from "vitest";
import { type briefFormats, runBrief, runChat } from "../../../adapters/console/index.ts";
import { createTestBot } from "../../fakes/bot.ts";

async function chat(lines: readonly string[], jsonl: boolean, parts = {}): Promise<string> {
  const { bot } = createTestBot({ flood: "none" });
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const printed = readAll(stdout);
  stdin.end(lines.join("\n"));
  await runChat({ bot: { ...bot, ...parts }, stdin, stdout, jsonl });
  stdout.end();
  return printed;
}

async function jsonLines(...lines: readonly (object | string)[]) {
  const written = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  const printed = await chat(written, true);
  return printed
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("JSON lines: an answer for each line, in order, with claims and without stamp or sources", async () => {
  const [topic, help] = await jsonLines(
    { conversation: "1", user: "topic tolls" },
    { conversation: "2", user: "/help" },
  );
  expect(topic).toEqual({
    text: expect.any(String),
    citations: expect.arrayContaining([expect.any(String)]),
    answered: true,
  });
  expect(topic.text).not.toMatch(/Caution: the record|Sources|\[1\]/);
  expect(help).toMatchObject({ citations: [], answered: false });
});

test("JSON lines: the same id is the same thread, another id is another", async () => {
  const [, same, other] = await jsonLines(
    { conversation: "a", user: "topic tolls" },
    { conversation: "a", user: "/why" },
    { conversation: "b", user: "/why" },
  );
  expect(same.citations).not.toEqual([]);
  expect(other.citations).toEqual([]);
});

test("JSON lines: a bad line is answered, and the next one too", async () => {
  const answers = await jsonLines(
    "no json",
    "",
    "[]",
    { conversation: 1, user: "x" },
    { user: "x" },
    { conversation: "c", user: "\u0000\u202e".repeat(5_000) },
    { conversation: "\ud800", user: "help" },
    { conversation: "d", user: "help" },
  );
  expect(answers.slice(0, 5)).toEqual(
    Array.from({ length: 5 }, () => ({
      error: 'Each line is a JSON object like {"conversation":"1","user":"what is new?"}.',
      text: "",
      citations: [],
      answered: false,
    })),
  );
  expect(answers.slice(5).map(({ answered, error }) => [answered, error])).toEqual([
    [false, undefined],
    [false, undefined],
    [false, undefined],
  ]);
  expect(answers.at(-1).text).not.toBe("");
});

test("JSON lines: a bot that throws loses one answer, not the conversation", async () => {
  let calls = 0;
  const message = () => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error("secret")) : Promise.resolve(undefined);
  };
  const line = '{"conversation":"1","user":"x"}';
  const printed = await chat([line, line], true, { message });
  expect(printed).not.toContain("secret");
  expect(
    printed
      .trimEnd()
      .split("\n")
      .map((each) => JSON.parse(each).error),
  ).toEqual([
    "The bot failed on this line. Report it with the line, please.",
    "The bot has nothing to say to this.",
  ]);
});

test("a conversation in the terminal: greeting, answers with sources, no line too long, and an end", async () => {
  const printed = await chat(["/topic tolls", "", "exit", "help"], false);
  expect(printed).toContain("Ask a question, or type a command");
  expect(printed).toContain("Sources\n-------\n1. ");
  expect(printed.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(printed.match(/^=+$/gm)).toHaveLength(1);
});

test("the command that saves a file stands in one line, to be copied, and no digest is promised", async () => {
  const printed = await chat(["export agenda", "export topic tolls as csv"], false);
  expect(printed.match(/^ {2}npm run .*$/gm)).toEqual([
    "  npm run --silent brief -- export what:agenda --as file > what-to-watch-2025-03-31.ics",
    "  npm run --silent brief -- export tolls what:topic as:csv --as file > tolls-2025-03-31.csv",
  ]);
  expect(printed.replaceAll("\n", " ")).toContain("no digest will come here");
});

test.each<[(typeof briefFormats)[number], RegExp]>([
  ["text", /^\S.*\n=+\nCaution: the record ends/],
  ["markdown", /^# \S.*\n\n> \*\*Caution: the record ends/],
  ["html", /^<!doctype html>\n<html lang="en">[\s\S]*<article>[\s\S]*<\/html>\n$/],
  ["json", /^\{\n {2}"title": \{/],
])("one answer as %s", async (as, pattern) => {
  const { bot } = createTestBot();
  const stdout = new PassThrough();
  const printed = readAll(stdout);
  await runBrief({ bot, line: "topic tolls", as, stdout });
  stdout.end();
  expect(await printed).toMatch(pattern);
});
