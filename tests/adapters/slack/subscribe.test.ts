/** Subscriptions by command and by form. */
import { setImmediate } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { type Connected, connect } from "../../fakes/slack/connected.ts";
import { buttonsOf, labelOf } from "../../fakes/slack/people.ts";
import { readableOf } from "../../fakes/slack/readable.ts";
import type { Json, Message } from "../../fakes/slack/state.ts";

let at: Connected;
afterEach(async () => {
  expect(at.slack.state.breaches).toEqual([]);
  await at.stop();
});

const subscriptionsOf = (channel: string) =>
  at.store.subscriptions.ofChannel("slack", "T1", channel);

test("a channel subscribes in one line, and the person alone sees what was set", async () => {
  at = await connect("socket");
  const { slack } = at;
  await slack.command("subscribe weekdays at 07:30 about tolls");
  await slack.until(({ messages }) => messages.length === 1);
  expect(slack.state.messages[0]?.to).toBe("U1");
  expect(await subscriptionsOf("C1")).toMatchObject([
    {
      destination: { platform: "slack", workspace: "T1", channel: "C1" },
      schedule: { zone: "Europe/Berlin", times: ["07:30"] },
      filter: { topics: ["tolls"] },
      owner: "U1",
    },
  ]);
});

test("a form takes the channel, the hour and the zone from Slack's own pickers", async () => {
  at = await connect("socket");
  const { slack } = at;
  await slack.interact({ type: "shortcut", callback_id: "subscribe", action_ts: "1" });
  await slack.until(({ views }) => views.length === 1);
  const { view } = slack.state.views[0]!;
  const fields = (view["blocks"] as readonly Json[]).map((block) => [
    block["block_id"],
    (block["element"] as Json)["type"],
  ]);
  expect(fields).toEqual([
    ["channel", "conversations_select"],
    ["rhythm", "static_select"],
    ["time", "timepicker"],
    ["zone", "external_select"],
    ["depth", "static_select"],
    ["topics", "multi_static_select"],
  ]);
  expect(JSON.stringify(view)).toContain("Europe/Berlin");

  const menu = await slack.interact({
    type: "block_suggestion",
    action_id: "zone",
    block_id: "zone",
    value: "kath",
    view,
    container: { type: "view", view_id: "V1" },
  });
  const options = menu.body["options"] as readonly Json[];
  expect(options.map(({ value }) => value)).toContain("Asia/Kathmandu");

  const picked = (name: string, value: Json) => ({ [name]: { [name]: value } });
  const answer = await slack.interact({
    type: "view_submission",
    view: {
      ...view,
      id: "V1",
      state: {
        values: {
          ...picked("channel", { selected_conversation: "C2" }),
          ...picked("rhythm", { selected_option: { value: "daily" } }),
          ...picked("time", { selected_time: "06:15" }),
          ...picked("zone", { selected_option: { value: "Asia/Kathmandu" } }),
          ...picked("depth", { selected_option: { value: "full" } }),
          ...picked("topics", { selected_options: [{ value: "tolls" }, { value: "traffic" }] }),
        },
      },
    },
  });
  expect(answer.body).toMatchObject({ response_action: "update" });
  expect(await subscriptionsOf("C2")).toMatchObject([
    {
      destination: { platform: "slack", workspace: "T1", channel: "C2" },
      schedule: { zone: "Asia/Kathmandu", times: ["06:15"], days: { type: "every" } },
      filter: { topics: ["tolls", "traffic"] },
      depth: "full",
    },
  ]);
});

test("App Home lists the person's subscriptions, in channels as well, and opens the form", async () => {
  at = await connect("socket");
  const { slack } = at;
  await slack.command("subscribe daily at 08:00", { channel_id: "D1" });
  await slack.until(() => slack.posted("D1").length + slack.state.messages.length > 0);
  await slack.command("subscribe mondays at 06:30 in UTC");
  await slack.command("subscribe fridays at 06:40 in UTC", { user_id: "U2" });
  while ((await subscriptionsOf("C1")).length < 2) await setImmediate();
  await slack.event({ type: "app_home_opened", tab: "home", user: "U1", channel: "D1" });
  await slack.until(({ homes }) => homes.has("U1"));
  const home = slack.state.homes.get("U1") as unknown as Message;
  const words = readableOf(home.blocks);
  expect(words).toContain("08:00");
  expect(words).toMatch(/<#C1>, `[0-9a-f]{6}`: Mondays at 06:30 in UTC\./);
  expect(words).not.toContain("Fridays");
  expect(buttonsOf(home).filter((button) => /^subscribe$/i.test(labelOf(button)))).toHaveLength(1);
  const open = buttonsOf(home).find((button) => labelOf(button) === "Subscribe")!;
  await slack.interact({
    type: "block_actions",
    view: { ...home, id: "VH", type: "home" },
    container: { type: "view", view_id: "VH" },
    actions: [{ ...open, block_id: "b", action_ts: "1" }],
  });
  await slack.until(({ views }) => views.length === 1);
});

test("a guest may not subscribe a channel", async () => {
  at = await connect("socket");
  const { slack } = at;
  await slack.command("subscribe daily at 08:00 in UTC", { user_id: "UGUEST" });
  await slack.until(({ messages }) => messages.length === 1);
  expect(await subscriptionsOf("C1")).toEqual([]);
});
