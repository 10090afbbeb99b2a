/** Slack's own envelopes, field for field, over both transports: what each makes the bot ask of Slack. */
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { type Connected, connect, type Transport } from "../../fakes/slack/connected.ts";
import type { Json } from "../../fakes/slack/state.ts";
import { type Delivered, postSigned } from "../../fakes/slack/transport.ts";

let at: Connected;
afterEach(async () => {
  expect(at.slack.state.breaches).toEqual([]);
  await at.stop();
});

async function replay(name: string): Promise<Delivered> {
  const file = new URL(`../../fixtures/slack/${name}.json`, import.meta.url);
  const origin = at.slack.url.replace("/api", "");
  const { type, payload } = JSON.parse(
    readFileSync(file, "utf8").replaceAll("{origin}", origin),
  ) as { type: string; payload: Json };
  const { target } = at.slack;
  if (!target) return at.slack.sockets.send(type, payload);
  if (type === "events_api") return postSigned(target, JSON.stringify(payload), "application/json");
  const fields = type === "interactive" ? { payload: JSON.stringify(payload) } : payload;
  const form = new URLSearchParams(fields as Record<string, string>).toString();
  return postSigned(target, form, "application/x-www-form-urlencoded");
}

/** Methods that were called, lookups left out. */
const asked = () =>
  at.slack.state.calls
    .map(({ method }) => method)
    .filter((method) => !/^(auth|apps|users|conversations)\./.test(method));

describe.each<Transport>(["socket", "http"])("over %s", (transport) => {
  test.each([
    ["slash-command", ["chat.postMessage"]],
    ["app-mention", ["chat.postMessage"]],
    ["app-mention-twin", ["chat.postMessage"]],
    [
      "direct-message",
      ["assistant.threads.setStatus", "chat.postMessage", "assistant.threads.setTitle"],
    ],
    ["app-home-opened", ["assistant.threads.setSuggestedPrompts"]],
    ["message-shortcut", ["views.open"]],
    ["global-shortcut", ["views.open"]],
    ["button", ["chat.postMessage"]],
  ])("%s", async (name, methods) => {
    at = await connect(transport);
    expect((await replay(name)).status).toBe(200);
    await at.slack.until(() => asked().length === methods.length);
    expect(asked()).toEqual(methods);
  });

  test("twins are one question; joins, other bots and repetitions are none", async () => {
    at = await connect(transport);
    for (const name of ["app-mention", "app-mention-twin", "bot-message", "channel-join"]) {
      expect((await replay(name)).status).toBe(200);
    }
    await replay("slash-command");
    await at.slack.until(() => asked().length === 2);
    expect((await replay("app-mention")).status).toBe(200);
    await replay("button");
    await at.slack.until(() => asked().length === 3);
  });

  test("a menu is answered in its acknowledgement", async () => {
    at = await connect(transport);
    const { body } = await replay("zone-menu");
    const values = (body["options"] as readonly Json[]).map(({ value }) => value);
    expect(values).toContain("Europe/London");
  });

  test("an uninstalled app leaves nothing behind", async () => {
    at = await connect(transport);
    const removed = new Promise<string>((resolve) => {
      at.test.bot.removed = async (prefix) => resolve(prefix);
    });
    expect((await replay("uninstalled")).status).toBe(200);
    expect(await removed).toBe("slack:T1:");
  });
});

test("an answer that takes longer than a moment shows that it is under way", async () => {
  at = await connect("socket", { moment: 0 });
  const { slack } = at;
  const message = at.test.bot.message;
  at.test.bot.message = async (incoming) => {
    await slack.until(() => slack.calls("assistant.threads.setStatus").length === 1);
    return message(incoming);
  };
  await replay("app-mention");
  await slack.until(() => slack.posted().length === 1);
  expect(asked()).toEqual(["assistant.threads.setStatus", "chat.postMessage"]);
  // What only the person sees takes no status away, so we do.
  const ts = slack.nextTs();
  at.test.bot.message = async (incoming) => {
    await slack.until(() => slack.calls("assistant.threads.setStatus").length === 2);
    return message(incoming);
  };
  await slack.event({ type: "app_mention", user: "U1", channel: "C1", text: "<@UBOT> help", ts });
  await slack.until(({ messages }) => messages.some(({ to }) => to === "U1"));
  expect(slack.calls("assistant.threads.setStatus").map(({ status }) => status)).toEqual([
    "is reading the record…",
    "is reading the record…",
    "",
  ]);
});
