/** Connections that drop, are recycled or refused. */
import { afterEach, expect, test } from "vitest";
import { type Connected, connect } from "../../fakes/slack/connected.ts";
import { write } from "../../fakes/slack/people.ts";

let at: Connected;
afterEach(() => at.stop());

test("100 dropped sockets are 100 new ones, and every question gets one answer", async () => {
  at = await connect("socket");
  const { slack } = at;
  for (let round = 1; round <= 100; round += 1) {
    const ts = slack.nextTs();
    const event = {
      type: "app_mention",
      user: "U1",
      channel: "C1",
      text: "<@UBOT> define the canal charter",
      ts,
      event_ts: ts,
    };
    const envelope = {
      type: "event_callback",
      team_id: "T1",
      event_id: `Ev-${round}`,
      authorizations: [{ team_id: "T1", user_id: "UBOT", is_bot: true }],
      event,
    };
    // On every third socket the event comes just before the line is cut, and again afterwards.
    if (round % 3 === 0) slack.sockets.send("events_api", envelope).catch(() => {});
    slack.sockets.live.at(-1)?.drop();
    await slack.sockets.until(round + 1);
    await slack.sockets.send("events_api", envelope, { retry_attempt: 1 });
  }
  await slack.until(() => slack.posted().length === 100);
  await write(slack, "<@UBOT> what is disputed?", { channel: "C2" });
  await slack.until(() => slack.posted("C2").length === 1);
  expect(slack.posted("C1")).toHaveLength(100);
  expect(new Set(slack.posted("C1").map(({ thread_ts }) => thread_ts)).size).toBe(100);
  expect(slack.sockets.opened).toBe(101);
}, 60_000);

test("a request to refresh is followed before the old connection goes", async () => {
  at = await connect("socket");
  const { slack } = at;
  const [first] = slack.sockets.live;
  first?.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
  await slack.sockets.until(2);
  first?.send(JSON.stringify({ type: "disconnect", reason: "warning" }));
  await slack.command("now");
  await slack.until(() => slack.posted().length === 1);
  expect(slack.sockets.opened).toBe(2);
});

test("a Slack that opens no connection for a while is asked again, ever more slowly", async () => {
  const waits: number[] = [];
  at = await connect("socket", {
    wait: async (duration) => {
      waits.push(duration.total("milliseconds"));
    },
  });
  const { slack } = at;
  slack.fail(
    "apps.connections.open",
    { type: "500" },
    { type: "cut" },
    { type: "error", error: "internal_error" },
    { type: "429", retryAfter: 7 },
    { type: "error", error: "invalid_auth" },
    { type: "html" },
  );
  slack.sockets.live[0]?.drop();
  await slack.sockets.until(2);
  const [pause, ...retries] = waits;
  expect(pause).toBeLessThanOrEqual(100);
  expect(retries).toHaveLength(6);
  expect(retries[3]).toBe(7_000);
  expect(retries[5]).toBeGreaterThan(retries[0] ?? 0);
  await slack.command("now");
  await slack.until(() => slack.posted().length === 1);
  expect(at.log.entries.some(({ level }) => level === "error")).toBe(true);
});

test("a Slack that takes connections and drops them at once is asked more slowly", async () => {
  const waits: number[] = [];
  let drops = 0;
  at = await connect("socket", {
    wait: async (duration) => {
      waits.push(duration.total("milliseconds"));
    },
  });
  const { slack } = at;
  while (drops < 12) {
    drops += 1;
    slack.sockets.live.at(-1)?.drop();
    await slack.sockets.until(drops + 1);
  }
  expect(Math.max(...waits.slice(0, 5))).toBeLessThanOrEqual(100);
  expect(waits.at(-1)).toBeGreaterThanOrEqual(500);
  await slack.command("now");
  await slack.until(() => slack.posted().length === 1);
  slack.sockets.live.at(-1)?.drop();
  await slack.sockets.until(drops + 2);
  expect(waits.at(-1)).toBeLessThanOrEqual(100);
});

test("a token that Slack does not know stops the start with Slack's word for it", async () => {
  at = await connect("socket");
  await at.adapter.stop();
  at.slack.fail("apps.connections.open", { type: "error", error: "invalid_auth" });
  await expect(at.adapter.start(at.test.bot)).rejects.toThrow("invalid_auth");
  at.slack.fail("auth.test", { type: "error", error: "account_inactive" });
  await expect(at.adapter.start(at.test.bot)).rejects.toThrow("account_inactive");
});

test("after the stop nothing reconnects", async () => {
  at = await connect("socket");
  await at.adapter.stop();
  at.slack.sockets.close();
  await new Promise((resolve) => setImmediate(resolve));
  expect(at.slack.sockets.opened).toBe(1);
});
