/** The whole program on the local Slack, killed in the middle of a conversation. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { write } from "../fakes/slack/people.ts";
import { createFakeSlack, type FakeSlack } from "../fakes/slack/slack.ts";
import { signingSecret } from "../fakes/slack/transport.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const running: { kill(signal: NodeJS.Signals): unknown }[] = [];
let slack: FakeSlack;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "backchannel-slack-"));
  slack = await createFakeSlack();
});
afterEach(async () => {
  for (const each of running.splice(0)) each.kill("SIGKILL");
  await slack.stop();
  rmSync(folder, { recursive: true });
});
vi.setConfig({ testTimeout: 60_000 });

/** Starts the bot and waits until it says that it is connected. */
async function start(more: Readonly<Record<string, string>>) {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [main], {
    env: {
      PATH,
      PORT: "0",
      DATA_DIR: folder,
      SLACK_BOT_TOKEN: "xoxb-1234567890",
      SLACK_API_URL: slack.url,
      ...more,
    },
  });
  running.push(child);
  let output = "";
  let log = "";
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (log.includes('"event":"started"') && output.includes("http://")) resolve();
    };
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      output += piece;
      look();
    });
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      log += piece;
      look();
    });
    child.once("close", () => reject(new Error(`it ended: ${log}`)));
  });
  const url = /http:\/\/\S+/.exec(output)?.[0] ?? "";
  return {
    url,
    log: () => log,
    async kill(signal: NodeJS.Signals) {
      child.removeAllListeners("close");
      child.kill(signal);
      const [code] = await once(child, "close");
      return code as number | null;
    },
  };
}

test.each([
  ["Socket Mode", { SLACK_APP_TOKEN: "xapp-1234567890" }],
  ["HTTP events", { SLACK_SIGNING_SECRET: signingSecret }],
])("%s: a thread goes on after kill -9, and nothing is answered twice", async (_, tokens) => {
  const first = await start(tokens);
  const over = (url: string) => {
    if ("SLACK_SIGNING_SECRET" in tokens) slack.target = `${url}/slack/events`;
  };
  over(first.url);
  const trigger_id = slack.nextTrigger();
  await slack.command("now", { trigger_id });
  await slack.until(() => slack.posted().length === 1);
  const thread_ts = slack.posted()[0]?.ts;
  const asked = await write(slack, "what is disputed?", { thread_ts });
  await slack.until(() => slack.posted().length === 2);
  await first.kill("SIGKILL");

  const second = await start(tokens);
  over(second.url);
  // Slack repeats what it is not sure of.
  await slack.command("now", { trigger_id });
  await write(slack, "what is disputed?", { thread_ts, ts: asked.ts });
  await write(slack, "who is Abbas Araghchi?", { thread_ts });
  await slack.until(() => slack.posted().length === 3);
  expect(slack.posted().map((message) => message.thread_ts)).toEqual([
    undefined,
    thread_ts,
    thread_ts,
  ]);
  expect(slack.state.breaches).toEqual([]);
  expect(await second.kill("SIGTERM")).toBe(0);
  expect(second.log()).not.toContain("xoxb-1234567890");
});
