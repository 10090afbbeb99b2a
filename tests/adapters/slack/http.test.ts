/** Requests that are not Slack's are refused before any handler sees them. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Connected, connect } from "../../fakes/slack/connected.ts";
import { type HttpOptions, postSigned } from "../../fakes/slack/transport.ts";

let at: Connected;
beforeEach(async () => {
  at = await connect("http");
});
afterEach(() => at.stop());

const form = "application/x-www-form-urlencoded";
const now = () => Math.floor(Date.now() / 1000);
const command = (trigger = "t.1") =>
  new URLSearchParams({
    command: "/brief",
    text: "now",
    team_id: "T1",
    channel_id: "C1",
    user_id: "U1",
    trigger_id: trigger,
    response_url: `${at.slack.url.replace("/api", "")}/respond/C1/U1/1`,
  }).toString();

async function send(body: string, type = form, options: HttpOptions = {}) {
  return (await postSigned(at.slack.target ?? "", body, type, options)).status;
}

/** Nothing was asked of Slack since the start. */
async function untouched(): Promise<void> {
  await send(command("t.last"));
  await at.slack.until(() => at.slack.posted().length > 0);
  expect(at.slack.posted()).toHaveLength(1);
}

test.each<[string, HttpOptions]>([
  ["a wrong signature", { signature: `v0=${"0".repeat(64)}` }],
  ["another secret's signature", { secret: "another-secret-of-16" }],
  ["no signature", { signature: null }],
  ["an empty signature", { signature: "" }],
  ["an unknown version", { signature: `v1=${"0".repeat(64)}` }],
  ["a timestamp six minutes old", { timestamp: Math.floor(Date.now() / 1000) - 360 }],
  ["a timestamp six minutes ahead", { timestamp: Math.floor(Date.now() / 1000) + 360 }],
  ["a timestamp that is none", { timestamp: Number.NaN }],
])("%s is refused", async (_, options) => {
  expect(await send(command(), form, options)).toBe(401);
  const event = JSON.stringify({
    type: "event_callback",
    team_id: "T1",
    event_id: "Ev1",
    event: { type: "app_mention", user: "U1", channel: "C1", text: "<@UBOT> now", ts: "1.1" },
  });
  expect(await send(event, "application/json", options)).toBe(401);
  await untouched();
});

test("the same signed command a second time is refused", async () => {
  const body = command("t.again");
  const timestamp = now();
  expect(await send(body, form, { timestamp })).toBe(200);
  await at.slack.until(() => at.slack.posted().length === 1);
  expect(await send(body, form, { timestamp })).toBe(401);
  // Signed anew it is somebody who knows the secret, and still the same command.
  expect(await send(body, form, { timestamp: timestamp - 1 })).toBe(200);
  await send(command("t.next"));
  await at.slack.until(() => at.slack.posted().length === 2);
});

test("a body that is too large, or no JSON, is refused", async () => {
  expect(await send("x".repeat(2 * 1024 * 1024), "application/json")).toBe(413);
  expect(await send("{", "application/json")).toBe(400);
  await untouched();
});

test("Slack's own checks are answered", async () => {
  const challenge = await postSigned(
    at.slack.target ?? "",
    JSON.stringify({ type: "url_verification", challenge: "3eZbrw1a" }),
    "application/json",
  );
  expect(challenge).toEqual({ status: 200, body: { challenge: "3eZbrw1a" } });
  expect(await send("ssl_check=1&token=x", form, { signature: null })).toBe(200);
});

test("a media type with a character set is the same media type", async () => {
  expect(await send(command(), `${form}; charset=UTF-8`)).toBe(200);
  await at.slack.until(() => at.slack.posted().length === 1);
});

test("other paths and methods are none of Slack's", async () => {
  const target = at.slack.target ?? "";
  expect((await fetch(target)).status).toBe(405);
  expect((await fetch(`${target}/more`, { method: "POST" })).status).toBe(404);
});

test("before the start and after the stop Slack is told to come again", async () => {
  await at.adapter.stop();
  expect(await send(command())).toBe(503);
});

test("a command is acknowledged before anything is composed", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const original = at.test.bot.command;
  at.test.bot.command = async (call) => {
    await held;
    return original(call);
  };
  expect(await send(command())).toBe(200);
  expect(at.slack.posted()).toEqual([]);
  release();
  await at.slack.until(() => at.slack.posted().length === 1);
});
