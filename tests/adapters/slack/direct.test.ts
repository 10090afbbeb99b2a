/** Direct messages: each question begins a thread of its own, and what follows in it goes on from there. */
import { setImmediate } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { type Connected, connect } from "../../fakes/slack/connected.ts";
import { write } from "../../fakes/slack/people.ts";

let at: Connected;
afterEach(async () => {
  expect(at.slack.state.breaches).toEqual([]);
  await at.stop();
});

/** Asks, and gives back the question's `ts` and the answer's words. */
async function ask(text: string, thread?: string) {
  const { slack } = at;
  const before = slack.posted("D1").length;
  const { ts } = await write(slack, text, {
    channel: "D1",
    ...(thread !== undefined && { thread_ts: thread }),
  });
  await slack.until(() => slack.posted("D1").length === before + 1);
  return { ts, answer: slack.posted("D1").at(-1)! };
}

const turns = async () => {
  const all = await at.store.conversations.since(Temporal.Instant.from("2020-01-01T00:00:00Z"), 9);
  return all.flatMap((each) => each.turns.map(({ question }) => question));
};

test("a follow-up in the thread goes on from its first question, also after others and a restart", async () => {
  at = await connect("socket");
  const first = await ask("What did Aldermoor decide?");
  await ask("who is Edda Quill?");
  const when = await ask("When was that?", first.ts);
  expect(when.answer.thread_ts).toBe(first.ts);
  expect(when.answer.text).toContain("The Tavern Sheet says the toll was decided in secret.");
  await at.restart();
  const again = await ask("say that again", first.ts);
  expect(again.answer.text).toContain("Tavern Sheet");
  expect(await turns()).toHaveLength(4);
});

test("a question that is deleted is forgotten, and its answer with it, also after a restart", async () => {
  at = await connect("socket");
  const { slack } = at;
  const first = await ask("What did Aldermoor decide?");
  await at.restart();
  await slack.event({
    type: "message",
    subtype: "message_deleted",
    channel: "D1",
    channel_type: "im",
    ts: slack.nextTs(),
    event_ts: slack.nextTs(),
    deleted_ts: first.ts,
    previous_message: { type: "message", user: "U1", ts: first.ts, text: "What did …" },
  });
  await slack.until(() => slack.posted("D1").length === 0);
  while ((await turns()).length > 0) await setImmediate();
});

test("a question that is edited is answered in the place of its answer, and kept once", async () => {
  at = await connect("socket");
  const { slack } = at;
  const first = await ask("What did Aldermoor decide?");
  await slack.event({
    type: "message",
    subtype: "message_changed",
    channel: "D1",
    channel_type: "im",
    ts: slack.nextTs(),
    event_ts: slack.nextTs(),
    message: { type: "message", user: "U1", ts: first.ts, text: "who is Edda Quill?" },
    previous_message: { type: "message", user: "U1", ts: first.ts, text: "What did …" },
  });
  await slack.until(() => slack.posted("D1")[0]?.text.includes("Edda Quill") === true);
  expect(slack.posted("D1")).toHaveLength(1);
  expect(await turns()).toEqual(["who is Edda Quill?"]);
});
