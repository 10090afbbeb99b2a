import { describe, expect, it } from "vitest";
import { bodyText, type Dossier, type Reply, toText } from "#core";
import { channel, createTestBot } from "../fakes/bot.ts";
import { canalDossier } from "../fixtures/dossiers.ts";

const text = (reply: Reply | undefined) => (reply ? bodyText(reply.document) : undefined);
const receipt = (thread: string) => ({ message: "1", at: "2026-11-22T09:00:00Z", thread });

/** A second record, so that there is something to choose. */
const other: Dossier = canalDossier({
  "dossier.yaml": (yaml) => yaml.replace("id: canal-tolls", "id: other-tolls"),
});

describe("a slash command", () => {
  it("without words tells where things stand, to the whole channel", async () => {
    const { slash } = createTestBot();
    const reply = await slash("");
    expect(reply).toMatchObject({ visibility: "public", answered: true, line: "now" });
    expect(reply.citations.length).toBeGreaterThan(0);
    expect(text(reply)).toContain("Aldermoor's toll set the two towns against each other.");
  });

  it("gives the same reply when the platform delivers the call twice", async () => {
    const { bot } = createTestBot();
    const call = { key: "k", origin: channel, input: { type: "line", line: "now" } } as const;
    const [first, second] = await Promise.all([bot.command(call), bot.command(call)]);
    expect(second).toBe(first);
  });

  it("says so when the repetition comes after a restart", async () => {
    const { bot, store } = createTestBot();
    const again = createTestBot({ store });
    const call = { key: "k", origin: channel, input: { type: "line", line: "now" } } as const;
    await bot.command(call);
    expect(text(await again.bot.command(call))).toContain("This was answered already.");
  });

  it("can be kept to the person, with a button that shows it to all", async () => {
    const { slash } = createTestBot();
    const reply = await slash("topic tolls privately");
    expect(reply.visibility).toBe("private");
    const buttons = reply.document.blocks.at(-1);
    expect(buttons?.type === "actions" && buttons.actions.at(-1)?.line).toBe("topic tolls");
    expect((await slash("topic tolls")).visibility).toBe("public");
  });

  it("shows check, define, sources and why to the person, until they share it", async () => {
    const { slash } = createTestBot();
    const reply = await slash("define canal charter");
    expect(reply.visibility).toBe("private");
    const buttons = reply.document.blocks.at(-1);
    const share = buttons?.type === "actions" ? buttons.actions.at(-1)?.line : undefined;
    expect(share).toBe("define canal-charter publicly:yes");
    expect(await slash(share ?? "")).toMatchObject({ visibility: "public" });
  });

  it("answers the person where the bot cannot post, and says what to do", async () => {
    const { slash } = createTestBot();
    const reply = await slash("now", { canPost: false });
    expect(reply.visibility).toBe("private");
    expect(text(reply)).toContain("I cannot post here, so only you see this.");
  });

  it("answers a question as well", async () => {
    const { slash } = createTestBot();
    const reply = await slash("what is the canal charter");
    expect(reply).toMatchObject({ answered: true, line: "ask what is the canal charter" });
  });

  it("tells a mistake to the person alone", async () => {
    const { slash } = createTestBot();
    const reply = await slash("topic railways");
    expect(reply).toMatchObject({ visibility: "private", answered: false, citations: [] });
    expect(text(reply)).toBe("The record has no topic “railways”.\n\nThese are in the record.");
  });

  it("tells a defect calmly, with a reference that the log has too, and no word of the person", async () => {
    const { slash, logged } = createTestBot({
      answerer: {
        answer: () => {
          throw new Error("secret question about Edda");
        },
        check: () => ({ type: "not-covered", claims: [], nearest: [] }),
        explain: () => [],
        workings: () => {
          throw new Error("not asked for");
        },
      },
    });
    const reply = await slash("ask about Edda");
    expect(reply.visibility).toBe("private");
    expect(text(reply)).toContain("it is not your doing");
    const [{ event, fields }] = logged as [{ event: string; fields: { reference: string } }];
    expect(event).toBe("defect");
    expect(text(reply)).toContain(fields.reference);
    expect(JSON.stringify(fields)).not.toContain("Edda");
  });
});

describe("a conversation", () => {
  it("begins in the thread below a posted answer and keeps its day, depth and dossier", async () => {
    const { bot, slash, write, store } = createTestBot({}, [canalDossier(), other]);
    const reply = await slash("now as-of:2024-02-01 depth:headline in:other-tolls");
    expect(await bot.owns("test:w:general:9")).toBe(false);
    await bot.posted(reply.id, receipt("test:w:general:9"));
    expect(await bot.owns("test:w:general:9")).toBe(true);
    const followUp = await write("topic tolls", { thread: "test:w:general:9" });
    expect(followUp?.document.stamp).toBeUndefined();
    expect(followUp?.line).toBe("topic tolls");
    expect(await store.conversations.get("test:w:general:9")).toMatchObject({
      dossier: "other-tolls",
      asOf: "2024-02-01",
      depth: "headline",
      turns: [{ person: "#ann", answered: true }, { question: "topic tolls" }],
    });
  });

  it("shows the stamp again when the day changes, and as-of today goes back to now", async () => {
    const { write, store } = createTestBot();
    const thread = { thread: "test:w:general:9" };
    const first = await write("now", thread, { mentioned: true });
    expect(first?.document.stamp?.chosen).toBe(false);
    expect((await write("now as-of:2024-02-01", thread))?.document.stamp?.chosen).toBe(true);
    expect((await write("now", thread))?.document.stamp).toBeUndefined();
    expect((await write("now as-of:today", thread))?.document.stamp?.chosen).toBe(false);
    expect(await store.conversations.get("test:w:general:9")).not.toHaveProperty("asOf");
  });

  it("is not joined by messages that are not for the bot", async () => {
    const { write } = createTestBot();
    expect(await write("who has the minutes?")).toBeUndefined();
    expect(await write("who has the minutes?", { thread: "test:w:general:3" })).toBeUndefined();
    expect(await write("now", {}, { mentioned: true })).toMatchObject({ visibility: "public" });
  });

  it("answers a message once, however often it is delivered", async () => {
    const { bot } = createTestBot();
    const message = {
      key: "m",
      origin: { ...channel, direct: true },
      text: "now",
      mentioned: false,
    };
    const replies = await Promise.all([bot.message(message), bot.message(message)]);
    expect(replies.filter((reply) => reply !== undefined)).toHaveLength(1);
  });

  it("in a direct message begins anew at a subcommand, and after six hours", async () => {
    const { write, store, clock } = createTestBot();
    const turns = async () =>
      (await store.conversations.get("test:w:general:direct"))?.turns.map(
        ({ question }) => question,
      );
    await write("topic tolls", { direct: true });
    await write("what is the canal charter?", { direct: true });
    expect(await turns()).toEqual(["topic tolls", "what is the canal charter?"]);
    await write("topic traffic", { direct: true });
    expect(await turns()).toEqual(["topic traffic"]);
    clock.move({ hours: 7 });
    await write("what is the canal charter?", { direct: true });
    expect(await turns()).toEqual(["what is the canal charter?"]);
  });

  it("shows why: the claims behind the last answer, with source, place and rating", async () => {
    const { slash, write } = createTestBot();
    expect(text(await slash("why"))).toContain("There is no answer here yet");
    await slash("define canal charter");
    expect(text(await slash("why"))).toBe(
      [
        "You asked: “define canal-charter”",
        "Claims it stands on\n-------------------",
        "1. Canal charter: the paper of 1901 that names the rights of the towns along the Fenwick Canal.\n   Brightwater Town Council, Open letter on the canal, 1 July 2024, second paragraph. Rated B2 (source usually reliable, information probably true).",
      ].join("\n\n"),
    );
    const thread = { thread: "test:w:general:9" };
    await write("topic tolls depth:headline", thread, { mentioned: true });
    const why = await slash("why", thread);
    expect(why.visibility).toBe("private");
    expect(text(why)).toContain("Rated");
  });

  it("keeps turns in order when messages come at once", async () => {
    const { write, store } = createTestBot();
    const thread = { thread: "test:w:general:9" };
    const lines = ["topic tolls", "topic traffic", "watch", "changes"];
    await Promise.all(lines.map((line) => write(line, thread, { mentioned: true })));
    const kept = await store.conversations.get("test:w:general:9");
    expect(kept?.turns.map(({ question }) => question)).toEqual(lines);
  });

  it("forgets a deleted question, a person, and a workspace", async () => {
    const { bot, write, store } = createTestBot();
    const thread = { thread: "test:w:general:9" };
    const turns = async () =>
      (await store.conversations.get("test:w:general:9"))?.turns.map(({ person }) => person);
    await write("topic tolls", thread, { mentioned: true, message: "m1" });
    await write("watch", thread, { message: "m2" });
    await write("changes", { ...thread, person: "bob" });
    await bot.deleted("test:w:general:9", "m2");
    expect(await turns()).toEqual(["#ann", "#bob"]);
    const reply = await write("forget me", thread);
    expect(text(reply)).toContain("Your questions are gone from my memory: 1.");
    expect(await turns()).toEqual(["#bob"]);
    await bot.removed("test:w:");
    expect(await turns()).toBeUndefined();
  });

  it("keeps what the record could not answer, without who asked", async () => {
    const { write, store } = createTestBot();
    const reply = await write("What does Roderick Vane say about the toll?", { direct: true });
    expect(reply?.answered).toBe(false);
    const kept = await store.unanswered.list("canal-tolls");
    expect(kept.map(({ question }) => question)).toEqual([
      "What does Roderick Vane say about the toll?",
    ]);
    expect(JSON.stringify(kept)).not.toContain("ann");
  });
});

describe("a flood", () => {
  it("is met with a friendly notice once, and with answers again after the pause", async () => {
    const { write, clock } = createTestBot({
      flood: { person: 2, channel: 10, window: Temporal.Duration.from({ minutes: 1 }) },
    });
    const ask = async () => text(await write("topic tolls", { direct: true }));
    expect(await ask()).toContain("Aldermoor");
    expect(await ask()).toContain("Aldermoor");
    expect(await ask()).toContain("Please try again in 60 seconds.");
    expect(await ask()).toBeUndefined();
    clock.move({ seconds: 61 });
    expect(await ask()).toContain("Aldermoor");
  });

  it("counts a channel's people together, and each slash command is answered", async () => {
    const { slash } = createTestBot({
      flood: { person: 10, channel: 2, window: Temporal.Duration.from({ minutes: 1 }) },
    });
    await slash("now", { person: "a" });
    await slash("now", { person: "b" });
    for (const person of ["c", "d"]) {
      expect(text(await slash("now", { person }))).toContain("Please try again in");
    }
    expect((await slash("now", { channel: "elsewhere", person: "c" })).answered).toBe(true);
  });
});

describe("completion", () => {
  it("offers names, days and choices as they are typed", async () => {
    const { bot } = createTestBot();
    const values = async (command: string, option: string, typed: string) =>
      (await bot.complete(command, option, typed)).map(({ value }) => value);
    expect(await values("topic", "topic", "")).toEqual(["tolls", "traffic"]);
    expect(await values("who", "actor", "bra")).toEqual(["brightwater"]);
    expect(await values("compare", "subjects", "aldermoor, edda")).toEqual([
      "aldermoor, edda-quill",
    ]);
    expect(await values("now", "depth", "h")).toEqual(["headline"]);
    expect(await values("now", "as-of", "april 2024")).toEqual(["2024-04-01"]);
    expect(await values("now", "as-of", "")).toEqual(["2025-03-31", "2023-01-01", "2019-01-01"]);
    expect(await values("define", "term", "ch")).toEqual(["canal-charter"]);
    expect(await values("help", "command", "t")).toEqual(["topic", "timeline"]);
    expect(await values("nothing", "topic", "")).toEqual([]);
  });
});

describe("help", () => {
  it("lists every subcommand with a line that works on this record", async () => {
    const { bot, slash } = createTestBot({ commandName: "canal", flood: "none" });
    const help = toText((await slash("help")).document);
    for (const { name, summary, examples } of bot.commands) {
      expect(help).toContain(summary);
      expect(summary.length).toBeLessThanOrEqual(100);
      expect(help).toContain(`/canal ${name}`);
      for (const example of examples) {
        expect((await slash(example)).document.title.type === "service" && example).toBe(example);
      }
    }
    expect(toText((await slash("help timeline")).document)).toContain("/canal timeline tolls");
  });
});
