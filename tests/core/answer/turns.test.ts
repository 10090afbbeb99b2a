/** Turns that say little themselves: how a thing ended, who answered it, what came next, the other side. */
import { describe, expect, it } from "vitest";
import { createAnswerer } from "../../../src/core/answer/answerer.ts";
import { createThread } from "../../fakes/thread.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

const dossier = usIranDossier();
const answerer = createAnswerer();

/** The claim that leads the answer to the last of the turns. */
function lead(...turns: readonly string[]): string | undefined {
  const thread = createThread(answerer, dossier);
  for (const turn of turns) thread.ask(turn);
  return thread.last().citations[0];
}

describe("a turn that leans on the last answer", () => {
  it.each([
    [
      "asks how it turned out",
      ["when did the vienna talks begin", "did they lead anywhere"],
      "vienna-pause-2022",
    ],
    [
      "asks for the next in the row, and the one before",
      ["when was the first round of the 2025 talks", "and the next one"],
      "round2-2025",
    ],
    [
      "asks what somebody did about it, where the same claim says so",
      ["when did iran shoot down a us drone", "how did trump respond"],
      "drone-shootdown-2019",
    ],
    [
      "counts days from it",
      ["outcome of the geneva talks of 17 february 2026", "and nine days later"],
      "geneva-feb26-2026",
    ],
  ])("%s", (_, turns, claim) => {
    expect(lead(...turns)).toBe(claim);
  });

  it("asks for the latest of a measurement", () => {
    const thread = createThread(answerer, dossier);
    thread.ask("how much 60% uranium did iran have in may 2025");
    expect(thread.ask("ok and the last known figure").text).toMatch(/^[^.]*\b440\.9 kg/);
  });

  it("goes over to the like topic of another country", () => {
    const thread = createThread(answerer, dossier);
    thread.ask("whats holding back the us side politically");
    const { citations } = thread.ask("and irans?");
    expect(dossier.claims.get(citations[0] ?? "")?.topics).toEqual(
      expect.arrayContaining(["domestic-iran"]),
    );
  });

  it("keeps a slip of the pen out of what it carries on", () => {
    const thread = createThread(answerer, dossier);
    thread.ask("head of the us delegation at the islamabd talks?");
    expect(thread.ask("iran's?").text).toMatch(/Ghalibaf/);
  });
});

describe("a question that no words of a claim answer", () => {
  it.each([
    ["who leads iran now", "mojtaba-khamenei-supreme-leader"],
    ["who was in charge of iran in 2025", "ali-khamenei-supreme-leader"],
    ["who runs the iaea", "rafael-grossi-director-general"],
    ["how much 60% uranium does iran have", "uranium-60-stock-2025-06-13"],
    ["date of the US exit from the jcpoa", "us-exit-2018"],
    ["city where the nuclear deal was reached", "jcpoa-2015"],
  ])("%s", (question, claim) => {
    expect(lead(question)).toBe(claim);
  });

  it("says that today is not on record, and how it stood last", () => {
    const { text, answered } = createThread(answerer, dossier).ask(
      "how much 60% uranium does iran have today",
    );
    expect(answered).toBe(true);
    expect(text).toMatch(/today is not on record.*17 June 2026[\s\S]*440\.9 kg/);
  });

  it("says that it holds no full texts", () => {
    expect(
      createThread(answerer, dossier).ask("full text of the islamabad memorandum please").text,
    ).toMatch(/^The record holds no full texts/);
  });

  it.each(["cheers, bye", "my bank blocked my card, can you call them"])(
    "is met for what it is: %s",
    (turn) => {
      const { answered, citations } = createThread(answerer, dossier).ask(turn);
      expect({ answered, citations }).toEqual({ answered: false, citations: [] });
    },
  );
});
