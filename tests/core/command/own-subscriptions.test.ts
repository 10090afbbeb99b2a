import { describe, expect, it } from "vitest";
import { bodyText, type Origin } from "#core";
import { createTestBot } from "../../fakes/bot.ts";

const direct: Partial<Origin> = { direct: true, channel: "dm-ann" };

function open() {
  const { slash, store } = createTestBot({ flood: "none" });
  const at = (channel: string, more: Partial<Origin> = {}) => ({
    channel,
    mayManage: true,
    ...more,
  });
  const list = async (origin: Partial<Origin>) =>
    bodyText((await slash("subscriptions", origin)).document);
  return { slash, store, at, list };
}

describe("somebody's own digests, asked for in a direct message", () => {
  it("are those there and those they began in channels, each with its channel", async () => {
    const { slash, at, list } = open();
    await slash("subscribe weekdays at 08:00 in Europe/London", direct);
    await slash("subscribe mondays at 09:00 in UTC about tolls", at("harbour"));
    const text = await list(direct);
    expect(text).toContain("Running or paused here: 1.");
    expect(text).toContain("In channels, by you");
    expect(text).toMatch(
      /- #harbour, [0-9a-f]{6}: Mondays at 09:00 in UTC\.\n {2}Tolls\n {2}Next: /,
    );
    expect(text).toContain("To change one, write /brief subscriptions in its channel.");
  });

  it("are not other people's, not ended ones, and are not told in a channel", async () => {
    const { slash, at, list } = open();
    await slash("subscribe mondays at 09:00 in UTC", at("harbour", { person: "bob" }));
    await slash("subscribe mondays at 09:00 in UTC", at("lock"));
    await slash("unsubscribe", at("lock"));
    await slash("subscribe mondays at 09:00 in UTC", at("elsewhere", { workspace: "w2" }));
    await slash("subscribe mondays at 09:00 in UTC", at("bridge"));
    const text = await list(direct);
    expect(text.match(/#[a-z]+/g)).toEqual(["#bridge"]);
    expect(text).toContain("None comes to you directly.");
    expect(text).toContain("Next: Monday 23 Nov 2026, 09:00 UTC\n");
    expect(await list(at("general"))).not.toContain("#");
  });

  it("are counted where they are more than one reads", async () => {
    const { slash, at, list } = open();
    for (let number = 10; number < 22; number += 1) {
      await slash("subscribe mondays at 09:00 in UTC", at(`c${number}`));
    }
    const text = await list(direct);
    expect(text.match(/#c\d+/g)).toHaveLength(10);
    expect(text).toContain("And more of them: 2.");
  });
});
