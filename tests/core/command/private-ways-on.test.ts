import { describe, expect, it } from "vitest";
import type { Reply } from "#core";
import { createTestBot } from "../../fakes/bot.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

const linesOf = ({ document }: Reply) =>
  document.blocks.flatMap((block) =>
    block.type === "actions" ? block.actions.map(({ line }) => line) : [],
  );

describe("below a private answer", () => {
  const { slash, write } = createTestBot({ flood: "none" }, [usIranDossier()]);
  const asked = [
    "topic nuclear privately",
    "timeline nuclear privately",
    "ask privately:yes who mediates between the US and Iran?",
    "define snapback",
    "check Iran has left the NPT",
    "topic nuclear as-of:2023-10-01 privately",
  ];

  it.each(asked)("every button keeps it so, but the one that shares: %s", async (line) => {
    const reply = await slash(line);
    expect(reply.visibility).toBe("private");
    const [share, ...ways] = linesOf(reply).toReversed();
    expect((await slash(share ?? "")).visibility).toBe("public");
    expect(ways.length).toBeGreaterThan(0);
    const seen = await Promise.all(ways.map((each) => slash(each)));
    expect(seen.map(({ visibility }) => visibility)).toEqual(ways.map(() => "private"));
  });

  it("only: what everybody reads leads to what everybody reads, and so in a thread", async () => {
    const thread = "test:w:general:5";
    for (const reply of [
      await slash("topic nuclear"),
      await write("topic nuclear", { thread }, { mentioned: true }),
      await slash("topic nuclear privately", { direct: true }),
      // Its buttons are what can be typed.
      await slash("help"),
    ]) {
      expect(linesOf(reply!).filter((each) => /privately/.test(each))).toEqual([]);
    }
  });
});
