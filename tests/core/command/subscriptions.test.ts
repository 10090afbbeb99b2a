import { describe, expect, it } from "vitest";
import { bodyText, type Origin, plainText, type Reply } from "#core";
import { channel, createTestBot } from "../../fakes/bot.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

const us = usIranDossier();
const manager: Partial<Origin> = { mayManage: true };

/** A channel whose manager speaks, on Sunday 22 November 2026, 09:00 UTC. */
function open() {
  const test = createTestBot({ flood: "none" }, [us]);
  const here = () => test.store.subscriptions.ofChannel("test", "w", "general");
  return {
    ...test,
    here,
    say: (line: string, origin: Partial<Origin> = manager) => test.slash(line, origin),
  };
}

const text = ({ document }: Reply) => bodyText(document);
const lines = ({ document }: Reply) =>
  document.blocks.flatMap((block) =>
    block.type === "actions" ? block.actions.map(({ line }) => line) : [],
  );

const order = "subscribe weekdays at 08:00 in Europe/London about nuclear, sanctions depth 90s";

describe("subscribe", () => {
  it("keeps what was agreed, and confirms it to the person alone with times and a preview", async () => {
    const { say, here } = open();
    const reply = await say(order);
    const [kept] = await here();
    expect(kept).toMatchObject({
      destination: { platform: "test", workspace: "w", channel: "general" },
      dossier: "us-iran",
      schedule: {
        zone: "Europe/London",
        times: ["08:00"],
        days: { type: "week", days: [1, 2, 3, 4, 5] },
      },
      filter: { topics: ["nuclear", "sanctions"], actors: [] },
      depth: "90s",
      state: { type: "active" },
      nextRunAt: "2026-11-23T08:00:00Z",
      owner: "ann",
      changes: [{ person: "ann", what: "subscribed: weekdays at 08:00 in Europe/London" }],
    });
    expect(reply.visibility).toBe("private");
    expect(text(reply)).toContain("Agreed: a digest here, weekdays at 08:00 in Europe/London.");
    expect(text(reply)).toContain("Monday 23 Nov 2026, 08:00 London time (08:00 UTC)");
    expect(text(reply)).toContain("Wednesday 25 Nov 2026, 08:00 London time (08:00 UTC)");
    expect(text(reply)).toContain("US and Iranian presidents sign the Islamabad Memorandum");
    expect(text(reply)).not.toContain("cannot post here");
    expect(lines(reply)).toEqual([
      `preview ${kept?.id}`,
      "subscriptions",
      `unsubscribe ${kept?.id}`,
    ]);
  });

  it("shows times in UTC too, with the day where it is another one", async () => {
    const { say } = open();
    expect(text(await say("subscribe daily 02:30 Tehran time"))).toContain(
      "Monday 23 Nov 2026, 02:30 Tehran time (22 Nov 2026, 23:00 UTC)",
    );
  });

  it("says what could go wrong: no permission to post, a record that has ended", async () => {
    const { say } = open();
    const reply = await say("subscribe daily in UTC", { ...manager, canPost: false });
    expect(text(reply)).toContain("I cannot post here yet.");
    expect(text(reply)).toContain("The record has not been brought up to date for a while.");
  });

  it("is for those who may manage the channel, and for anybody in a direct message", async () => {
    const { say, here, store } = open();
    const refused = await say(order, {});
    expect(text(refused)).toContain("Only those who manage this channel");
    expect(await here()).toEqual([]);
    await say(order, { direct: true, channel: "dm-ann" });
    expect(await store.subscriptions.ofChannel("test", "w", "dm-ann")).toHaveLength(1);
  });

  it("asks for the time zone where nothing names one, then keeps to the last one used", async () => {
    const { say, here } = open();
    const asked = await say("subscribe daily at 7");
    expect(text(asked)).toContain("Which time zone do you mean?");
    expect(lines(asked)[0]).toBe("subscribe daily at 7 zone:Europe/London");
    await say(lines(asked)[2] ?? "");
    await say("subscribe mondays at 9");
    expect((await here()).map(({ schedule }) => schedule.zone)).toEqual([
      "Asia/Tehran",
      "Asia/Tehran",
    ]);
    const elsewhere = await say("subscribe daily", {
      ...manager,
      channel: "b",
      zone: "Asia/Dubai",
    });
    expect(text(elsewhere)).toContain("08:00 Dubai time (04:00 UTC)");
  });

  it("takes typed options", async () => {
    const { bot, here } = open();
    const reply = await bot.command({
      key: "typed",
      origin: { ...channel, ...manager },
      input: {
        type: "options",
        name: "subscribe",
        options: {
          when: "mondays and thursdays 9am",
          zone: "geneva",
          about: "energy, abbas-araghchi",
          depth: "full",
          "quiet-hours": "22:00-07:00",
          "quiet-days": "skip",
          place: "thread",
        },
      },
    });
    expect(text(reply)).toContain("Mondays and Thursdays at 09:00 in Europe/Zurich");
    expect((await here())[0]).toMatchObject({
      filter: { topics: ["energy"], actors: ["abbas-araghchi"] },
      depth: "full",
      quietHours: { from: "22:00", until: "07:00" },
      quietDays: "skip",
      placement: "thread",
    });
  });

  it("changes the one there is when only the rest differs, and refuses an eleventh", async () => {
    const { say, here } = open();
    await say("subscribe daily at 8 in UTC");
    await say("subscribe daily at 8 in UTC, headlines, skip quiet days");
    expect(await here()).toMatchObject([{ depth: "headline", quietDays: "skip" }]);
    for (let hour = 9; hour < 18; hour += 1) await say(`subscribe daily at ${hour} in UTC`);
    expect(text(await say("subscribe daily at 20 in UTC"))).toContain("10 digests here already");
    expect(await here()).toHaveLength(10);
  });

  it("without words shows what can be said", async () => {
    const reply = await open().say("subscribe", { ...manager, zone: "Europe/Paris" });
    expect(lines(reply)).toContain("subscribe weekdays at 08:00 in Europe/Paris");
  });
});

describe("what is subscribed", () => {
  it("is listed with its next run, and one of them with who changed what", async () => {
    const { say, here } = open();
    expect(text(await say("subscriptions"))).toContain("There is no digest here yet.");
    await say(order);
    const [kept] = await here();
    expect(text(await say("subscriptions", {}))).toContain(
      "Next: Monday 23 Nov 2026, 08:00 London time (08:00 UTC)",
    );
    await say("less sanctions", { ...manager, person: "bob" });
    const one = text(await say(`subscriptions ${kept?.id}`));
    expect(one).toContain("22 Nov 2026: less sanctions (“bob”)");
    expect(one).toContain("22 Nov 2026: subscribed: weekdays at 08:00 in Europe/London (“ann”)");
  });

  it("is paused for a week by the button under a digest, and runs on by itself", async () => {
    const { say, here } = open();
    await say(order);
    const [kept] = await here();
    const reply = await say(`pause ${kept?.id} days:7`);
    expect(text(reply)).toContain("Paused up to and including 28 Nov 2026");
    expect(await here()).toMatchObject([
      {
        state: { type: "paused", until: "2026-11-29T00:00:00Z" },
        nextRunAt: "2026-11-30T08:00:00Z",
      },
    ]);
    await say("resume");
    expect(await here()).toMatchObject([
      { state: { type: "active" }, nextRunAt: "2026-11-23T08:00:00Z" },
    ]);
  });

  it("is paused until a day, or until resumed; an unclear length is said to be so", async () => {
    const { say, here } = open();
    await say(order);
    await say("pause until 2027-01-04");
    expect((await here())[0]?.nextRunAt).toBe("2027-01-04T08:00:00Z");
    await say("pause");
    expect((await here())[0]?.nextRunAt).toBeUndefined();
    expect(text(await say("pause for a little while"))).toContain("as a length of time");
  });

  it("leaves out a topic, and takes it back", async () => {
    const { say, here } = open();
    await say("subscribe daily in UTC");
    const offered = await say("less like this");
    expect(lines(offered)).toHaveLength(5);
    await say(lines(offered)[0] ?? "");
    expect((await here())[0]?.filter.less).toEqual(["nuclear"]);
    await say("less nothing");
    expect((await here())[0]?.filter.less).toBeUndefined();
  });

  it("ends, keeps who ended it, and comes back by undo", async () => {
    const { say, here } = open();
    await say(order);
    const ended = await say("unsubscribe");
    const [kept] = await here();
    expect(kept).toMatchObject({ state: { type: "off", code: "unsubscribed" } });
    expect(kept?.nextRunAt).toBeUndefined();
    expect(kept?.changes.at(-1)).toMatchObject({ person: "ann", what: "unsubscribed" });
    expect(text(await say("subscriptions"))).toContain("There is no digest here yet.");
    await say(lines(ended)[0] ?? "");
    expect(await here()).toMatchObject([{ state: { type: "active" } }]);
  });

  it("is asked for by name where there are several, and never found from another channel", async () => {
    const { say, here } = open();
    await say(order);
    await say("subscribe daily at 20 in UTC");
    const [first] = await here();
    const which = await say("unsubscribe");
    expect(text(which)).toContain("Which one do you mean?");
    expect(lines(which)).toContain(`unsubscribe ${first?.id}`);
    const foreign = await say(`unsubscribe ${first?.id}`, { ...manager, channel: "other" });
    expect(text(foreign)).toContain("There is no digest here.");
    await say("unsubscribe all");
    expect((await here()).map(({ state }) => state.type)).toEqual(["off", "off"]);
  });

  it.each(["unsubscribe", "pause", "resume", "less nuclear"])(
    "%s is refused to those who may not manage the channel",
    async (line) => {
      const { say, here } = open();
      await say(order);
      const before = await here();
      expect(text(await say(line, {}))).toContain("Only those who manage this channel");
      expect(await here()).toEqual(before);
    },
  );

  it("is forgotten with the channel when the bot is removed", async () => {
    const { say, here, bot } = open();
    await say(order);
    await bot.removed("test:w:general:");
    expect(await here()).toEqual([]);
  });
});

describe("preview and status", () => {
  it("preview shows the next digest, or one of the words given", async () => {
    const { say } = open();
    await say(order);
    const reply = await say("preview");
    expect(reply).toMatchObject({ visibility: "private", answered: true });
    expect(plainText(reply.document.title)).toContain("Monday 23 November 2026");
    expect(lines(reply)).toEqual([]);
    expect(text(await say("preview about prisoners headline", { channel: "b" }))).toContain(
      "Key points",
    );
  });

  it("status names the record, the digests here and what did not arrive", async () => {
    const { say, store, here } = open();
    await say(order);
    const [kept] = await here();
    await store.ledger.plan(
      [
        {
          ...{ id: "d1", kind: "digest", subscription: kept?.id ?? "", edition: "e" },
          destination: { platform: "test", workspace: "w", channel: "general" },
          ...{ scheduled: "2026-11-20T08:00:00Z", late: false, state: "failed", attempts: 9 },
          ...{ notBefore: "2026-11-20T08:00:00Z", updated: "2026-11-20T09:00:00Z", pages: [] },
          code: "channel_not_found",
        },
      ],
      [],
    );
    const reply = text(await say("status", {}));
    expect(reply).toContain("I answer from US–Iran diplomacy, version");
    expect(reply).toContain("weekdays at 08:00 in Europe/London");
    expect(reply).toContain(`20 Nov 2026, ${kept?.id}: channel_not_found`);
  });
});
