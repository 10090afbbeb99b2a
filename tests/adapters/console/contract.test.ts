import { createConsoleAdapter } from "../../../adapters/console/index.ts";
import { adapterContract } from "../../contracts/adapter.ts";
import { createHandClock } from "../../fakes/clock.ts";
import { createConsoleBrowser } from "../../fakes/console-browser.ts";
import { createFakeLog } from "../../fakes/log.ts";

adapterContract("console", async () => {
  const adapter = createConsoleAdapter({
    clock: createHandClock(),
    log: createFakeLog().log,
    commandName: "brief",
  });
  const browser = createConsoleBrowser(adapter.fetch);
  const place = { platform: "console", workspace: "local" };
  return {
    adapter,
    destination: { ...place, channel: "briefing" },
    closed: { ...place, channel: "nowhere" },
    posts: () => browser.posts(),
    rung: () => browser.foreignElements(),
    speak: (text, thread) =>
      browser.say({
        channel: "briefing",
        text,
        ...(thread !== undefined && { thread: Number(thread.split(":").at(-1)) }),
      }),
  };
});
