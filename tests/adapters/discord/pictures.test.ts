import { expect, test } from "vitest";
import { createFakePictures } from "../../fakes/pictures.ts";
import { connect } from "./connected.ts";

test("a chart is an image with alt text in the message itself", async () => {
  await using on = await connect({ pictures: createFakePictures().pictures });
  const { discord } = on;
  discord.people.command(discord.general.id, "chart", { kind: "agenda" });
  const post = await discord.until(() => discord.posts(discord.general.id)[0]);
  expect(post.files).toEqual(["what-is-due-and-what-was-the-fenwick-canal-tolls.png"]);
  expect(JSON.stringify(post.components)).toContain("Still to come: 0.");
  expect(discord.refused).toEqual([]);
});

test("an export is a file that the person alone gets", async () => {
  await using on = await connect();
  const { discord } = on;
  const asked = discord.people.command(discord.general.id, "export", { what: "agenda" });
  const [answer] = await discord.until(() => asked.messages.length > 0 && asked.messages);
  expect(answer?.ephemeral).toBe(true);
  expect(JSON.stringify(answer?.components)).toContain("attachment://what-to-watch-2025-03-31.ics");
  expect(discord.refused).toEqual([]);
});
