/** Posts that go wrong: what the outbox is told, and that one call makes at most one post. */
import { afterEach, expect, test } from "vitest";
import { createDocument, DeliveryError, type Destination, fit, type Page, say } from "#core";
import { createSlackAdapter } from "../../../adapters/slack/index.ts";
import { limits } from "../../../adapters/slack/render.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { type Connected, connect } from "../../fakes/slack/connected.ts";
import { write } from "../../fakes/slack/people.ts";
import { createFakeSlack } from "../../fakes/slack/slack.ts";
import type { Fault } from "../../fakes/slack/state.ts";

let at: Connected;
afterEach(() => at.stop());

const to: Destination = { platform: "slack", workspace: "T1", channel: "C1" };
const key = "0f8fad5b-d9cb-469f-a165-70867728950e";
const began = Temporal.Now.instant();

async function page(line = "topic tolls"): Promise<Page> {
  const { document } = await createTestBot({ flood: "none" }).slash(line);
  const [first] = fit(document, limits);
  if (!first) throw new Error("no page");
  return first;
}

async function failing(...faults: readonly Fault[]): Promise<DeliveryError> {
  at.slack.fail("chat.postMessage", ...faults);
  const error = await at.adapter.send(to, await page(), key).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DeliveryError)) throw new Error("it was delivered");
  return error;
}

test("a page is posted with its key, and found again by it", async () => {
  at = await connect("socket");
  const receipt = await at.adapter.send(to, await page(), key);
  const [message] = at.slack.posted();
  expect(receipt).toEqual({
    message: message?.ts,
    at: expect.stringMatching(/^20.*Z$/),
    thread: `slack:T1:C1:${message?.ts}`,
  });
  expect(message?.metadata).toEqual({ event_type: "backchannel_post", event_payload: { key } });
  expect(await at.adapter.find?.(to, key, began)).toEqual(receipt);
  expect(await at.adapter.find?.(to, "another", began)).toBeUndefined();

  const below = { ...to, thread: receipt.thread };
  const reply = await at.adapter.send(below, await page("what is disputed"), "second");
  expect(reply.thread).toBe(receipt.thread);
  expect(await at.adapter.find?.(below, "second", began)).toEqual(reply);
  expect(at.slack.state.breaches).toEqual([]);
});

test.each<[string, DeliveryError["retry"]]>([
  ["ratelimited", "later"],
  ["message_limit_exceeded", "later"],
  ["service_unavailable", "later"],
  ["internal_error", "unclear"],
  ["fatal_error", "unclear"],
  ["channel_not_found", "never"],
  ["not_in_channel", "never"],
  ["is_archived", "never"],
  ["account_inactive", "never"],
  ["token_revoked", "never"],
  ["invalid_auth", "never"],
  ["restricted_action", "never"],
  ["no_text", "defect"],
  ["something_new", "defect"],
])("%s means %s", async (error, retry) => {
  at = await connect("socket");
  expect(await failing({ type: "error", error })).toMatchObject({ retry, code: error });
  expect(at.slack.calls("chat.postMessage")).toHaveLength(1);
});

test("429 is obeyed to the second, and not repeated by the SDK", async () => {
  at = await connect("socket");
  const error = await failing({ type: "429", retryAfter: 17 });
  expect(error).toMatchObject({ retry: "later", code: "ratelimited" });
  expect(error.retryAfter?.total("seconds")).toBe(17);
  expect(at.slack.calls("chat.postMessage")).toHaveLength(1);
});

test.each<[Fault["type"], string]>([
  ["lost", "the line cut"],
  ["500", "an error page"],
  ["silent", "no answer"],
  ["html", "another page"],
])("%s: one post at most, unclear, and found if it is there", async (type) => {
  at = await connect("socket", { timeout: 200 });
  expect(await failing({ type })).toMatchObject({ retry: "unclear" });
  expect(at.slack.calls("chat.postMessage")).toHaveLength(1);
  const there = at.slack.posted().length === 1;
  expect(await at.adapter.find?.(to, key, began)).toEqual(there ? expect.anything() : undefined);
});

test("a Slack that nobody reaches has surely posted nothing", async () => {
  at = await connect("socket");
  const gone = await createFakeSlack();
  await gone.stop();
  const alone = createSlackAdapter({
    botToken: "xoxb-1234567890",
    apiUrl: gone.url,
    clock: at.test.clock,
    log: at.log.log,
    seen: at.store.seen,
    timeout: 2_000,
  });
  const error = await alone.send(to, await page(), key).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ retry: "later", code: "ECONNREFUSED" });
});

test("when Slack does not let us look, nobody knows", async () => {
  at = await connect("socket");
  at.slack.fail("conversations.history", { type: "error", error: "missing_scope" });
  await expect(at.adapter.find?.(to, key, began)).rejects.toBeInstanceOf(DeliveryError);
});

test("a block that this workspace refuses costs the block, not the message", async () => {
  at = await connect("socket");
  at.slack.fail("chat.postMessage", { type: "error", error: "invalid_blocks" });
  await at.adapter.send(to, await page("topic tolls depth:full"), key);
  const [message] = at.slack.posted();
  const types = message?.blocks.map(({ type }) => type);
  expect(types).not.toContain("context_actions");
  expect(types).not.toContain("table");
  expect(at.slack.state.breaches).toEqual([]);
  expect(at.log.entries.map(({ event }) => event)).toContain("slack-blocks-refused");
});

const tooLong: Fault = { type: "error", error: "msg_blocks_too_long" };
const invalid: Fault = { type: "error", error: "invalid_blocks" };

test.each([
  ["too long", [tooLong]],
  ["invalid in both manners", [invalid, invalid]],
])("blocks that are %s cost the blocks, not the words", async (_, faults) => {
  at = await connect("socket");
  at.slack.fail("chat.postMessage", ...faults);
  await at.adapter.send(to, await page("topic tolls depth:full"), key);
  const [message, ...more] = at.slack.posted();
  expect(more).toEqual([]);
  expect(message?.blocks).toEqual([]);
  expect(message?.text).toMatch(/^\*Tolls\*\n\n/);
  expect(message?.text).toContain("Aldermoor starts to charge barges");
  expect(message?.text).toContain("Fenwick Gazette");
  expect(message?.metadata).toMatchObject({ event_payload: { key } });
  expect(at.slack.state.breaches).toEqual([]);
});

test("what is refused in every manner is a defect", async () => {
  at = await connect("socket");
  const calls = () => at.slack.calls("chat.postMessage").length;
  expect(await failing(tooLong, tooLong)).toMatchObject({
    retry: "defect",
    code: "msg_blocks_too_long",
  });
  expect(calls()).toBe(2);
  expect(await failing(invalid, invalid, invalid)).toMatchObject({ retry: "defect" });
  expect(calls()).toBe(5);
  expect(at.slack.posted()).toEqual([]);
});

test("what one person alone sees is said as text where its blocks are refused", async () => {
  at = await connect("socket");
  at.slack.fail("response_url", tooLong);
  await at.slack.command("help");
  await at.slack.until(({ messages }) => messages.length === 1);
  at.slack.fail("chat.postEphemeral", tooLong);
  await write(at.slack, "<@UBOT> help");
  await at.slack.until(({ messages }) => messages.length === 2);
  for (const { to: person, blocks, text } of at.slack.state.messages) {
    expect([person, blocks]).toEqual(["U1", []]);
    expect(text).toMatch(/^\*What I can do\*\n\n/);
  }
});

test("an answer that is edited becomes text where its blocks are refused", async () => {
  at = await connect("socket");
  const question = "<@UBOT> who is Edda Quill?";
  const { ts } = await write(at.slack, question);
  await at.slack.until(() => at.slack.posted().length === 1);
  at.slack.fail("chat.update", tooLong);
  await at.slack.event({
    type: "message",
    subtype: "message_changed",
    channel: "C1",
    ts: at.slack.nextTs(),
    event_ts: at.slack.nextTs(),
    message: { type: "message", user: "U1", ts, text: "<@UBOT> define the canal charter" },
    previous_message: { type: "message", user: "U1", ts, text: question },
  });
  await at.slack.until(() => at.slack.posted()[0]?.blocks.length === 0);
  expect(at.slack.posted()[0]?.text).toMatch(/^\*Canal charter\*\n\n/);
});

test.each<Fault["type"]>(["lost", "500", "silent"])(
  "an answer whose posting gets %s stands there once",
  async (type) => {
    at = await connect("socket", { timeout: 200 });
    at.slack.fail("chat.postMessage", { type });
    await at.slack.command("now");
    await at.slack.until(({ calls }) =>
      calls.some(({ method }) => method === "conversations.history"),
    );
    await at.slack.command("help");
    await at.slack.until(({ messages }) => messages.some(({ to: person }) => person === "U1"));
    expect(at.slack.posted()).toHaveLength(1);
  },
);

test("an answer that was cut off before it was read is posted after a look back", async () => {
  at = await connect("socket", { timeout: 200 });
  at.slack.fail("chat.postMessage", { type: "cut" });
  await at.slack.command("now");
  await at.slack.until(() => at.slack.posted().length === 1);
  expect(at.slack.calls("conversations.history")).toHaveLength(1);
});

test("a Slack that is out of order for a moment still posts the answer, once", async () => {
  at = await connect("socket", { timeout: 200 });
  at.slack.fail("chat.postMessage", { type: "html" }, { type: "cut" }, { type: "lost" });
  await at.slack.command("now");
  await at.slack.until(({ calls }) => calls.length > 0 && lookBacks() === 3);
  await at.slack.command("help");
  await at.slack.until(({ messages }) => messages.some(({ to: person }) => person === "U1"));
  expect(at.slack.posted()).toHaveLength(1);
  function lookBacks() {
    return at.slack.calls("conversations.history").length;
  }
});

test("a stop lets the answer under way be posted and remembered", async () => {
  const started = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  at = await connect("socket", {
    wait: async () => {
      started.resolve();
      await go.promise;
    },
  });
  at.slack.fail("chat.postMessage", { type: "429", retryAfter: 3 });
  await at.slack.command("now");
  await started.promise;
  const stopping = at.adapter.stop();
  go.resolve();
  await stopping;
  const [answer] = at.slack.posted();
  const thread = `slack:T1:${answer?.channel}:${answer?.ts}`;
  expect((await at.store.conversations.get(thread))?.turns).toHaveLength(1);
});

test("an answer waits out a rate limit", async () => {
  const waits: number[] = [];
  at = await connect("socket", {
    wait: async (duration) => {
      waits.push(duration.total("seconds"));
    },
  });
  at.slack.fail("chat.postMessage", { type: "429", retryAfter: 3 });
  await at.slack.command("now");
  await at.slack.until(() => at.slack.posted().length === 1);
  expect(waits).toEqual([3]);
});

test("an archived channel's answer is shown to the person alone", async () => {
  at = await connect("socket");
  at.slack.fail("chat.postMessage", { type: "error", error: "is_archived" });
  await at.slack.command("now");
  await at.slack.until(({ messages }) => messages.length === 1);
  expect(at.slack.state.messages[0]?.to).toBe("U1");
});

test("a word to one person goes into their direct messages", async () => {
  at = await connect("socket");
  const document = createDocument({ title: say("surface.thanks"), blocks: [] }, {
    claims: new Map(),
  } as unknown as Parameters<typeof createDocument>[1]);
  const [only] = fit(document, limits);
  await at.adapter.tell?.("T1", "U2", only!);
  expect(at.slack.posted("D-U2")).toHaveLength(1);
});
