import { afterEach, expect, test } from "vitest";
import { createFakePictures } from "../../fakes/pictures.ts";
import { type Connected, connect } from "../../fakes/slack/connected.ts";

let at: Connected;
afterEach(async () => {
  expect(at.slack.state.breaches).toEqual([]);
  await at.stop();
});

test("what Slack cannot draw goes into the answer's thread as an image with alt text", async () => {
  at = await connect("http", { pictures: createFakePictures().pictures });
  const { slack } = at;
  await slack.command("chart agenda");
  await slack.until(() => slack.state.files.some(({ thread }) => thread !== undefined));
  const [post] = slack.posted();
  expect(slack.state.files).toMatchObject([
    { name: "what-is-due-and-what-was-the-fenwick-canal-tolls.png", thread: post?.ts },
  ]);
  expect(String(slack.calls("files.getUploadURLExternal")[0]?.["alt_text"])).toContain(
    "Still to come: 0.",
  );
});

test("what it can draw is a block of the message", async () => {
  at = await connect("http", { pictures: createFakePictures().pictures });
  const { slack } = at;
  await slack.command("chart barges");
  await slack.until(() => slack.posted().length === 1);
  expect(slack.posted()[0]?.blocks.map((block) => block["type"])).toContain("data_visualization");
  expect(slack.state.files).toEqual([]);
});

test("an export privately asked for goes into the person's own conversation", async () => {
  at = await connect("http");
  const { slack } = at;
  await slack.command("export agenda");
  await slack.until(() => slack.state.files.length === 1);
  expect(slack.state.files[0]?.name).toBe("what-to-watch-2025-03-31.ics");
});
