/** A channel to which the bot is invited after it had to answer there privately. */
import { afterEach, expect, test } from "vitest";
import { createHandClock, type HandClock } from "../../fakes/clock.ts";
import { type Connected, connect } from "../../fakes/slack/connected.ts";
import { write } from "../../fakes/slack/people.ts";

let at: Connected;
let clock: HandClock;
afterEach(async () => {
  expect(at.slack.state.breaches).toEqual([]);
  await at.stop();
});

/** Told privately, then invited; the event that says so does not arrive. */
async function invited() {
  clock = createHandClock();
  at = await connect("socket", { clock }, { clock });
  const { slack } = at;
  await slack.command("now", { channel_id: "C3" });
  await slack.until(({ messages }) => messages.length === 1);
  expect(slack.state.messages[0]?.to).toBe("U1");
  slack.state.channels.set("C3", "in");
}

test("is known by whatever is said there, without asking", async () => {
  await invited();
  const { slack } = at;
  const asked = slack.calls("conversations.info").length;
  await write(slack, "hello everybody", { channel: "C3" });
  await slack.command("now", { channel_id: "C3" });
  await slack.until(() => slack.posted("C3").length === 1);
  expect(slack.calls("conversations.info")).toHaveLength(asked);
});

test("is asked about again after a minute, not before", async () => {
  await invited();
  const { slack } = at;
  clock.move({ seconds: 59 });
  await slack.command("now", { channel_id: "C3" });
  await slack.until(({ messages }) => messages.length === 2);
  expect(slack.posted("C3")).toEqual([]);
  clock.move({ seconds: 1 });
  await slack.command("now", { channel_id: "C3" });
  await slack.until(() => slack.posted("C3").length === 1);
});

test("where it is, Slack is asked once in ten minutes", async () => {
  await invited();
  const { slack } = at;
  for (const [minutes, asked] of [
    [1, 2],
    [9, 2],
    [1, 3],
  ] as const) {
    clock.move({ minutes });
    const before = slack.posted("C3").length;
    await slack.command("now", { channel_id: "C3" });
    await slack.until(() => slack.posted("C3").length === before + 1);
    expect(slack.calls("conversations.info")).toHaveLength(asked);
  }
});
