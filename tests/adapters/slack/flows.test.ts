import { afterEach, describe, expect, test } from "vitest";
import { type Connected, connect, type Transport } from "../../fakes/slack/connected.ts";

let at: Connected;
afterEach(async () => {
  expect(at.slack.state.breaches).toEqual([]);
  await at.stop();
});

describe.each<Transport>(["socket", "http"])("over %s", (transport) => {
  test("a command is posted in the channel, and its thread goes on without a mention", async () => {
    at = await connect(transport);
    const { slack } = at;
    const delivered = await slack.command("now");
    expect(delivered.status).toBe(200);
    await slack.until(() => slack.posted().length === 1);
    const [first] = slack.posted();
    expect(first?.thread_ts).toBeUndefined();
    expect(first?.text.length).toBeGreaterThan(10);
    expect(first?.blocks[0]?.["type"]).toBe("header");
  });
});
