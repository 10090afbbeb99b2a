import { expect, test } from "vitest";
import { connect, wordsOf } from "./connected.ts";

test("a briefing asked by slash command is a message of the bot's own, and the person is told", async () => {
  await using on = await connect();
  const { discord } = on;
  const asked = discord.people.command(discord.general.id, "now");
  const [post] = await discord.until(() => {
    const posts = discord.posts(discord.general.id);
    return posts.length > 0 && posts;
  });
  expect(wordsOf(post!)).toMatch(/canal/i);
  expect(asked.callback?.type).toBe(4);
  expect(wordsOf(asked.messages[0]!)).toBe("Your answer is in this channel, just below.");
  expect(asked.messages[0]?.ephemeral).toBe(true);
  expect(discord.refused).toEqual([]);
});
