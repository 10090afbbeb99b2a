/** Previews are what is really sent: the same document gives the same payloads on our Slack and Discord. */
import { expect, test } from "vitest";
import { createConsoleAdapter } from "../../../adapters/console/index.ts";
import type { WirePreview } from "../../../adapters/console/wire.ts";
import { previewer as discordPreviewer } from "../../../adapters/discord/preview.ts";
import { previewer as slackPreviewer } from "../../../adapters/slack/preview.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { createConsoleBrowser } from "../../fakes/console-browser.ts";
import { createFakeLog } from "../../fakes/log.ts";
import { createFakePictures } from "../../fakes/pictures.ts";
import { connect as connectSlack } from "../../fakes/slack/connected.ts";
import { connect as connectDiscord } from "../discord/connected.ts";

async function open() {
  const { bot, clock } = createTestBot();
  const adapter = createConsoleAdapter({
    ...{ clock, log: createFakeLog().log, commandName: "brief" },
    pictures: createFakePictures().pictures,
    previewers: async () => [slackPreviewer, discordPreviewer],
  });
  await adapter.start(bot);
  const browser = createConsoleBrowser(adapter.fetch);
  return {
    ...browser,
    async preview(line: string): Promise<WirePreview> {
      await browser.say({ channel: "briefing", text: `/brief ${line}` });
      const message = (await browser.room()).messages.at(-1);
      expect(message?.preview).toBe(true);
      return (await (
        await browser.get(`/api/preview?message=${message?.id}`)
      ).json()) as WirePreview;
    },
  };
}

const payloads = ({ platforms }: WirePreview, platform: string) =>
  (platforms.find((each) => each.platform === platform)?.pages ?? []).map(({ payload }) => payload);

/** Without what belongs to the one message: ids of replies, keys and nonces. */
function shared(payload: unknown): unknown {
  return JSON.parse(JSON.stringify(payload).replace(/reply:[^"\\]+/g, "reply:id"));
}

test.each(["now", "topic tolls depth:full", "chart barges"])("on Slack, of %s", async (line) => {
  const [{ preview }, slack] = [await open(), await connectSlack("http")];
  await slack.slack.command(`${line} `);
  const shown = payloads(await preview(line), "slack");
  await slack.slack.until(() => slack.slack.posted().length >= shown.length);
  const sent = slack.slack.posted();
  expect(shared(shown)).toEqual(shared(sent.map(({ text, blocks }) => ({ text, blocks }))));
  await slack.stop();
});

test.each(["now", "chart agenda", "timeline tolls"])("on Discord, of %s", async (line) => {
  const { preview } = await open();
  await using on = await connectDiscord({ pictures: createFakePictures().pictures });
  const { discord } = on;
  const [name = "", ...words] = line.split(" ");
  const option = { now: {}, chart: { kind: words[0] ?? "" }, timeline: { topic: words[0] ?? "" } }[
    name
  ];
  discord.people.command(discord.general.id, name, option ?? {});
  const post = await discord.until(() => discord.posts(discord.general.id)[0]);
  const [first] = payloads(await preview(line), "discord") as { components: unknown }[];
  expect(shared(first?.components)).toEqual(shared(post.components));
});

test("each page says how much of each limit it takes, and stays below it", async () => {
  const { preview } = await open();
  const { platforms, notification, text } = await preview("topic tolls depth:full");
  for (const { used } of platforms.flatMap(({ pages }) => pages)) {
    expect(used.length).toBeGreaterThan(1);
    for (const { used: taken, most } of used) expect(taken).toBeLessThanOrEqual(most);
  }
  expect(notification.length).toBeGreaterThan(10);
  expect(text.length).toBeGreaterThan(100);
});

test("what nobody posted cannot be previewed", async () => {
  const { get } = await open();
  expect((await get("/api/preview?message=99")).status).toBe(404);
  expect((await get("/api/preview")).status).toBe(404);
});
