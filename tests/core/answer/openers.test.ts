/** What people say first, what they ask of a day, and what they ask twice. */
import { describe, expect, it } from "vitest";
import { plainText } from "#core";
import { createAnswerer } from "../../../src/core/answer/answerer.ts";
import { table } from "../../../src/core/command/table.ts";
import { typedLine } from "../../../src/core/document/typed-line.ts";
import { createThread } from "../../fakes/thread.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

const dossier = usIranDossier();
const answerer = createAnswerer();
const thread = () => createThread(answerer, dossier);

describe("asked for all of it", () => {
  it.each([
    "what's the latest",
    "What is happening right now?",
    "catch me up please",
    "brief me",
    "tl;dr",
    "where do things stand?",
  ])("%s: the newest that stands comes first", (line) => {
    const { answered, citations, text } = thread().ask(line);
    expect(answered).toBe(true);
    expect(citations[0]).toBe("islamabad-memorandum");
    expect(text).not.toMatch(/does not answer this directly|nothing on/);
  });

  it("how did we get here: oldest first, and said to be a part", () => {
    expect(thread().ask("how did we get here?").text).toMatch(/^Shown: \d+ of \d+ entries/);
  });
});

describe("asked for a day or a month", () => {
  it.each([
    ["what happened on 28 February 2026", /US and Israel attack Iran/],
    ["feb 28 2026?", /US and Israel attack Iran/],
    ["did anything happen on 7 june 2026", /Beirut/],
    ["what happened in january 2016", /^On 16 January 2016/],
  ])("%s", (question, expected) => {
    expect(thread().ask(question).text).toMatch(expected);
  });

  it("a length is no date", () => {
    expect(thread().ask("Did the twelve-day war last twelve days?").text).not.toMatch(
      /record ends/,
    );
  });
});

describe("asked for two sides", () => {
  it("things of the glossary stand side by side, what they are first", () => {
    const { text, citations } = thread().ask("compare the JCPOA and the islamabad memorandum");
    expect(text).toMatch(/JCPOA:[\s\S]*Islamabad Memorandum:/);
    expect(citations).toEqual(
      expect.arrayContaining(["term-jcpoa", "term-islamabad-memorandum-term"]),
    );
  });

  it("a side of a dispute has the other next to it", () => {
    const { citations } = thread().ask("what does the memorandum say about uranium?");
    expect(citations.slice(0, 2)).toEqual(["memorandum-uranium-us", "memorandum-uranium-iran"]);
  });
});

describe("asked whether a disputed thing is so", () => {
  it.each([
    ["is hormuz open", ["hormuz-terms-us-april2026", "memorandum-hormuz-iran"]],
    [
      "was the uranium moved out of fordow before the strikes?",
      ["uranium-not-moved-trump-2025", "uranium-moved-2025"],
    ],
    [
      "are UN sanctions on Iran in force?",
      ["un-sanctions-in-force-2025", "un-sanctions-void-2025"],
    ],
  ])("%s: both sides, next to one another", (question, sides) => {
    expect(thread().ask(question).citations.slice(0, 2)).toEqual(sides);
  });
});

describe("asked about the answer itself", () => {
  it.each(["source?", "sources", "what's your source?", "who reported that?"])(
    "%s: the claims of the last answer, no others",
    (question) => {
      const talk = thread();
      const first = talk.ask("who is the foreign minister of iran");
      expect(talk.ask(question).citations).toEqual(first.citations);
    },
  );

  it("the same question again has the same answer", () => {
    const talk = thread();
    const first = talk.ask("is hormuz open");
    expect(talk.ask("is hormuz open").text).toBe(first.text);
  });

  it("is titled by whom it is about, where it has no topic", () => {
    const { title } = thread().ask("who is the foreign minister of oman").draft.document;
    expect(plainText(title)).toBe("Badr Albusaidi");
  });

  it("says how to type what would be read as a question", () => {
    const asked = table.filter((command) => command.asked).map(({ name }) => name);
    expect(asked.map(typedLine)).toEqual(asked.map((name) => `/${name}`));
  });
});
