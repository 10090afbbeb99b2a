import { createMemoryStore } from "#core";
import { createSlackAdapter } from "../../../adapters/slack/index.ts";
import { adapterContract } from "../../contracts/adapter.ts";
import { createFakeLog } from "../../fakes/log.ts";
import { write } from "../../fakes/slack/people.ts";
import { readableOf } from "../../fakes/slack/readable.ts";
import { createFakeSlack } from "../../fakes/slack/slack.ts";

adapterContract("slack", async () => {
  const slack = await createFakeSlack();
  const log = createFakeLog();
  const adapter = createSlackAdapter({
    botToken: "xoxb-1234567890",
    appToken: "xapp-1234567890",
    apiUrl: slack.url,
    clock: { now: () => Temporal.Now.instant() },
    log: log.log,
    seen: createMemoryStore().seen,
    wait: async () => {},
  });
  const place = { platform: "slack", workspace: "T1" };
  return {
    adapter,
    destination: { ...place, channel: "C1" },
    closed: { ...place, channel: "C3" },
    posts: async () =>
      slack.posted().map((message) => ({
        message: message.ts,
        channel: message.channel,
        ...(message.thread_ts !== undefined && { thread: message.thread_ts }),
        text: readableOf(message.blocks),
      })),
    rung: async () => slack.state.breaches,
    async speak(text, thread) {
      const answered = log.next("slack-answered");
      await (thread === undefined
        ? write(slack, `<@UBOT> ${text}`)
        : write(slack, text, { thread_ts: thread.split(":").at(-1) }));
      await answered;
    },
    close: () => slack.stop(),
  };
});
