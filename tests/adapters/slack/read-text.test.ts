import { expect, test } from "vitest";
import { readText } from "../../../adapters/slack/read-text.ts";

test.each([
  ["<@UBOT> who is it?", "who is it?", true],
  ["who <@UBOT|backchannel> is it?", "who is it?", true],
  ["ask <@U2|ann> or <@U3>", "ask @ann or", false],
  ["in <#C1|general> and <#C2>", "in #general and", false],
  ["AT&amp;T &lt;b&gt; &amp;lt;", "AT&T <b> &lt;", false],
  [
    "<https://a.example/x|the page> and <https://b.example>",
    "the page and https://b.example",
    false,
  ],
  ["<mailto:a@b.example|a@b.example> <tel:+49|call>", "a@b.example call", false],
  ["<!here> <!channel|@channel> <!subteam^S1|@team>", "here @channel @team", false],
  ["on <!date^1392734382^{date_short}|18 Feb 2014>", "on 18 Feb 2014", false],
  ["is 3 < 4 or 5 > 2", "is 3 < 4 or 5 > 2", false],
  ["  two   spaces\nand a line ", "two spaces\nand a line", false],
  ["", "", false],
])("%j is read as %j", (raw, text, mentioned) => {
  expect(readText(raw, "UBOT")).toEqual({ text, mentioned });
});
