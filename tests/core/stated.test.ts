import { describe, expect, it } from "vitest";
import { createTestBot } from "../fakes/bot.ts";
import { canalDossier } from "../fixtures/dossiers.ts";

describe("what a turn keeps for corrections", () => {
  const thread = "test:w:general:9";
  const statedIn = async (bot: ReturnType<typeof createTestBot>) =>
    (await bot.store.conversations.get(thread))?.turns.map(({ stated }) => stated);

  it("is what everybody was told as not rejected, and nothing where one person reads", async () => {
    const test = createTestBot();
    await test.write("topic tolls", { thread }, { mentioned: true });
    await test.slash("define canal charter", { thread });
    await test.slash("topic tolls", { thread, direct: true });
    const [told, ...alone] = (await statedIn(test)) ?? [];
    expect(told).toContain("toll-begins-2023");
    expect(alone).toEqual([undefined, undefined]);
  });

  it("leaves out what the record rejects, also as of a day on which it did not yet", async () => {
    const test = createTestBot();
    const rejected = [...canalDossier().claims.values()].find(
      ({ status }) => status === "rejected",
    );
    const reply = await test.write(`check ${rejected?.text}`, { thread }, { mentioned: true });
    expect(reply?.citations).toContain(rejected?.id);
    const day = rejected?.knownFrom?.toString() ?? "2023-12-31";
    const before = await test.write(
      `check ${rejected?.text} as-of:${day}`,
      { thread },
      { mentioned: true },
    );
    expect(before?.citations).toContain(rejected?.id);
    expect((await statedIn(test))?.flat()).not.toContain(rejected?.id);
  });
});
