import { expect, test } from "vitest";
import { createConsoleAdapter } from "../../../adapters/console/index.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { createConsoleBrowser, readable } from "../../fakes/console-browser.ts";
import { createFakeLog } from "../../fakes/log.ts";

async function open() {
  const { bot, clock } = createTestBot();
  const { log, entries } = createFakeLog();
  const adapter = createConsoleAdapter({ clock, log, commandName: "brief" });
  await adapter.start(bot);
  return { adapter, entries, clock, ...createConsoleBrowser(adapter.fetch) };
}

test("a slash command is echoed and answered for all; its thread goes on", async () => {
  const { say, room } = await open();
  await say({ channel: "briefing", text: "/brief topic tolls" });
  const [asked, answer] = (await room()).messages;
  expect(asked).toMatchObject({ author: "person", text: "/brief topic tolls", private: false });
  expect(answer).toMatchObject({ author: "bot", channel: "briefing", private: false });
  expect(answer?.footnotes[0]?.sources[0]).toMatchObject({
    rating: expect.stringMatching(/^[A-F][1-6]$/),
    reliability: expect.any(String),
    credibility: expect.any(String),
  });

  await say({ channel: "briefing", thread: answer!.id, text: "why?" });
  const [, , question, followUp] = (await room()).messages;
  expect(question).toMatchObject({ author: "person", thread: answer!.id, text: "why?" });
  expect(followUp).toMatchObject({ author: "bot", thread: answer!.id });
});

test("the slash may stand before the subcommand, and plain words are a question", async () => {
  const { say, posts } = await open();
  await say({ channel: "briefing", text: "/help" });
  await say({ channel: "briefing", text: "  /BRIEF help" });
  await say({ channel: "briefing", text: "Who pays the tolls?" });
  const texts = (await posts()).map(({ text }) => text.slice(0, 40));
  expect(texts[0]).toBe(texts[1]);
  expect(texts[2]).not.toBe(texts[0]);
});

test("what only the person may see is marked, and a mistake says what to do", async () => {
  const { say, room } = await open();
  await say({ channel: "briefing", text: "/brief topik tolls" });
  const answer = (await room()).messages.at(-1);
  expect(answer).toMatchObject({ author: "bot", private: true });
  expect(readable(answer!)).toContain("topik");
});

test("a button does what its line says", async () => {
  const { press, room } = await open();
  await press({ channel: "briefing", line: "help", label: "What can you do?" });
  expect((await room()).messages.map(({ author, text }) => [author, text])).toEqual([
    ["person", "What can you do?"],
    ["bot", expect.any(String)],
  ]);
});

test("in the direct channel everything is answered in place", async () => {
  const { say, room } = await open();
  await say({ channel: "direct", text: "help" });
  expect((await room()).messages.at(-1)).toMatchObject({ author: "bot", private: false });
});

test("the situation is made once a minute", async () => {
  const { brief, clock } = await open();
  const first = await brief();
  expect(readable(first as { html: string })).toContain("Caution");
  clock.move({ seconds: 59 });
  expect(await brief()).toEqual(first);
  clock.move({ hours: 24 });
  expect((await brief()).html).not.toBe(first.html);
});

test("completes options", async () => {
  const { get } = await open();
  const choices = await get("/api/complete?command=topic&option=topic&typed=t");
  expect(await choices.json()).toContainEqual({ label: expect.any(String), value: "tolls" });
  expect(await (await get("/api/complete?command=nothing&option=x&typed=")).json()).toEqual([]);
});

test("people's words stay text: no control characters, no endless blank lines", async () => {
  const { say, room } = await open();
  await say({ channel: "briefing", text: `a\u202eb\n\n\n\n\n<b>c</b>\u0007${"x".repeat(10_000)}` });
  const [asked] = (await room()).messages;
  expect(asked?.text.slice(0, 20)).toBe("ab\n\n<b>c</b>xxxxxxxx");
  expect(asked?.text.length).toBeLessThan(4_100);
  expect(asked?.html).toBeUndefined();
});

test("bad requests get a clear word", async () => {
  const { get, post } = await open();
  const status = async (response: Promise<Response>) => (await response).status;
  expect(await status(get("/nothing"))).toBe(404);
  expect(await status(get("/page/../index.ts"))).toBe(404);
  expect(await status(get("/api/files/1/0"))).toBe(404);
  expect(await status(post("/api/nothing", {}))).toBe(404);
  expect(await status(post("/api/say", "{"))).toBe(400);
  expect(await status(post("/api/say", { key: "k", channel: "nowhere", text: "x" }))).toBe(400);
  expect(
    await status(post("/api/say", { key: "k", channel: "briefing", thread: 99, text: "x" })),
  ).toBe(400);
  expect(await status(post("/api/say", "text=x", "application/x-www-form-urlencoded"))).toBe(415);
  const refused = await post("/api/press", { key: "k", channel: "briefing" });
  expect(await refused.json()).toEqual({
    error: "The page sent something that the console does not understand. Reload the page.",
  });
});

test("every response forbids inline scripts, frames and other sites", async () => {
  const { get } = await open();
  for (const path of ["/", "/page/main.js", "/api/brief", "/nothing"]) {
    const response = await get(path);
    expect(response.headers.get("content-security-policy")).toContain(
      "default-src 'none'; script-src 'self'",
    );
    expect(response.headers.get("content-security-policy")).not.toContain("unsafe");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  }
  const page = await (await get("/")).text();
  expect(page).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=|https?:/);
});

test("before it starts and after it stops it says so", async () => {
  const { adapter, get } = await open();
  await adapter.stop();
  expect((await get("/")).status).toBe(503);
});

test("stopping ends the streams, so that the server can stop", async () => {
  const { adapter, get } = await open();
  const reader = (await get("/api/events")).body!.getReader();
  await reader.read();
  await adapter.stop();
  expect((await reader.read()).done).toBe(true);
});
