import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText, UserError } from "#core";
import {
  type Grammar,
  type Parsed,
  parse,
  parseOptions,
} from "../../../../src/core/command/grammar/parse.ts";
import { specsOf, table } from "../../../../src/core/command/table.ts";
import { asOf } from "../../../../src/core/dossier/as-of.ts";
import { canalDossier } from "../../../fixtures/dossiers.ts";

const dossier = canalDossier();
const grammar: Grammar = {
  commands: specsOf(table, dossier),
  first: "now",
  commandName: "brief",
  today: Temporal.PlainDate.from("2026-11-22"),
  dossiers: ["canal-tolls", "other"],
  dossier: (values) =>
    typeof values["as-of"] === "string"
      ? asOf(dossier, Temporal.PlainDate.from(values["as-of"]))
      : dossier,
};
const typed = (line: string) => parse(line, "typed", grammar);
const said = (line: string) => parse(line, "said", grammar);
const command = (name: string, values: object = {}): Parsed =>
  ({ type: "command", name, values }) as Parsed;
const question = (text: string): Parsed => ({ type: "question", text });

/** What the person reads, and the lines of the buttons. */
function mistake(line: string, how: "typed" | "said" = "typed") {
  try {
    return { parsed: parse(line, how, grammar) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      said: error.sentences.map(plainText).join(" "),
      lines: error.actions.map((action) => action.line),
    };
  }
}

describe("a typed line", () => {
  it.each<[string, Parsed]>([
    ["", command("now")],
    ["now", command("now")],
    ["NOW Depth:HEADLINE", command("now", { depth: "headline" })],
    [
      "now depth:head as-of:2023-10-01",
      command("now", { depth: "headline", "as-of": "2023-10-01" }),
    ],
    ["now as of march 2024 privately", command("now", { "as-of": "2024-03-31", privately: true })],
    ["now headline", command("now", { depth: "headline" })],
    ["privately full", command("now", { privately: true, depth: "full" })],
    ["as-of:2024-05-01", command("now", { "as-of": "2024-05-01" })],
    ["/brief topic tolls", command("topic", { topic: "tolls" })],
    ["brief topics", command("topic")],
    ["topic barge tax", command("topic", { topic: "tolls" })],
    ["topic “traffic on the canal”", command("topic", { topic: "traffic" })],
    [
      "timeline tolls from 2023 to March 2024",
      command("timeline", { topic: "tolls", from: "2023-01-01", to: "2024-03-31" }),
    ],
    [
      "timeline between 2023-04 and 18 September 2024 page 2",
      command("timeline", { from: "2023-04-01", to: "2024-09-18", page: 2 }),
    ],
    [
      "timeline from 12 April 2023 tolls by edda kwill",
      command("timeline", { from: "2023-04-12", topic: "tolls", actor: "edda-quill" }),
    ],
    [
      "timeline since ۲۰۲۴ in:canal-tolls",
      command("timeline", { from: "2024-01-01", in: "canal-tolls" }),
    ],
    ["who braitwater", command("who", { actor: "brightwater" })],
    ["who quill", command("who", { actor: "edda-quill" })],
    [
      "compare aldermoor, brightwater on tolls",
      command("compare", { subjects: ["aldermoor", "brightwater"], topic: "tolls" }),
    ],
    [
      "compare Brightwater vs. the canal office",
      command("compare", { subjects: ["brightwater", "canal-office"] }),
    ],
    ["disputes is-the-toll-lawful", command("disputes", { dispute: "is-the-toll-lawful" })],
    ["disputes tolls", command("disputes", { dispute: "tolls" })],
    ["changes since last week", command("changes", { since: "2026-11-15" })],
    ["changes two months ago", command("changes", { since: "2026-09-22" })],
    ["define “canal charter”", command("define", { term: "canal-charter" })],
    [
      "ask who mediates from 2023 to now? depth:full",
      command("ask", { question: "who mediates from 2023 to now?", depth: "full" }),
    ],
    [
      "check <b>Brightwater</b> pays: no toll",
      command("check", { assertion: "<b>Brightwater</b> pays: no toll" }),
    ],
    ["help timeline", command("help", { command: "timeline" })],
    ["why", command("why")],
    ["what is the canal charter", question("what is the canal charter")],
    ["who charges the barges", question("who charges the barges")],
    ["now what happens?", question("now what happens?")],
    ["@everyone <!channel> who was Tobias?", question("who was Tobias?")],
    ["\u202ewhy did the\u0000 toll rise\u2066", question("why did the toll rise")],
  ])("%j is understood", (line, parsed) => {
    expect(typed(line)).toEqual(parsed);
  });

  it("says did-you-mean for a subcommand with a slip, and offers the line mended", () => {
    expect(mistake("timelien tolls")).toEqual({
      said: "There is no command “timelien”. Did you mean timeline tolls? help lists what I can do, or simply ask a question.",
      lines: ["timeline tolls"],
    });
  });

  it.each([
    ["topic tols", { parsed: command("topic", { topic: "tolls" }) }],
    [
      "topic railways",
      {
        said: "The record has no topic “railways”. These are in the record.",
        lines: ["topic tolls", "topic traffic"],
      },
    ],
    [
      "timeline topic:canal",
      {
        said: "The record has no topic “canal”. Did you mean one of these?",
        lines: ["timeline traffic"],
      },
    ],
    [
      "now as-of:2023-02-30",
      {
        said: "There is no day “2023-02-30” in the calendar. Write a year, a month or a day, as in 2018, 2023-09, 2023-09-18.",
        lines: [],
      },
    ],
    [
      "timeline from someday",
      {
        said: "I cannot read “someday” as a date. Write a year, a month or a day, as in 2018, 2023-09, 2023-09-18.",
        lines: [],
      },
    ],
    [
      "now as-of:2031",
      {
        said: "“2031” is still to come, so nothing can be known as of then. Write a year, a month or a day, as in as-of:2023-10-01.",
        lines: [],
      },
    ],
    [
      "now as-of:1990",
      {
        said: "“1990” lies before the record begins, on 1 January 2019. Write a year, a month or a day, as in as-of:2023-10-01.",
        lines: [],
      },
    ],
    [
      "timeline from 2024 to 2023",
      {
        said: "The first day, 1 January 2024, is later than the last, 31 December 2023. Write a year, a month or a day, as in from:2018 to:2023.",
        lines: [],
      },
    ],
    [
      "now depth:deep",
      { said: "“deep” is not among the choices. Choose headline, 90s, full.", lines: [] },
    ],
    ["sources page:zero", { said: "“zero” is no page number.", lines: [] }],
    [
      "now colour:red",
      { said: "now has no use for “colour:red”. It takes depth, as-of, in, privately.", lines: [] },
    ],
    [
      "who roderick",
      {
        said: "The record knows no person, state or body called “roderick”. These are in the record.",
        lines: [
          "who aldermoor",
          "who brightwater",
          "who canal-office",
          "who edda-quill",
          "who tobias-marsh",
        ],
      },
    ],
    [
      "help picture",
      {
        said: `“picture” is not among the choices. Choose ${table.map(({ name }) => name).join(", ")}.`,
        lines: [],
      },
    ],
    ["who", { said: "who needs to know more. Try who edda-quill.", lines: [] }],
  ])("%j gets a clear word", (line, answer) => {
    expect(mistake(line)).toEqual(answer);
  });

  it("offers whole comparisons for a name that it does not know", () => {
    expect(mistake("compare brightwater, railways").lines).toEqual([
      "compare brightwater, tolls",
      "compare brightwater, traffic",
      "compare brightwater, aldermoor",
      "compare brightwater, canal-office",
    ]);
  });

  it("refuses ten thousand characters with what to do", () => {
    expect(mistake("tolls ".repeat(1_700))).toEqual({
      said: "That is too long for me: 10199 characters, and I read at most 1000 at a time. Please put it in a sentence or two.",
      lines: [],
    });
  });
});

describe("running text", () => {
  it.each<[string, Parsed]>([
    ["topic tolls", command("topic", { topic: "tolls" })],
    ["Timeline tolls from 2023", command("timeline", { topic: "tolls", from: "2023-01-01" })],
    ["who is Edda Quill?", question("who is Edda Quill?")],
    ["who mediates between the two towns", question("who mediates between the two towns")],
    ["why?", question("why?")],
    ["why", question("why")],
    ["sources for that", question("sources for that")],
    ["watch out for the county, they say", question("watch out for the county, they say")],
    ["timelien of the tolls", question("timelien of the tolls")],
    ["🙂", question("🙂")],
    ["who won", question("who won")],
    ["define it", question("define it")],
    ["timeline of it", question("timeline of it")],
    ["compare them", question("compare them")],
    ["help me understand", question("help me understand")],
    ["", question("")],
  ])("%j is a subcommand only when it is one whole", (line, parsed) => {
    expect(said(line)).toEqual(parsed);
  });

  it("still says what is wrong with a short line that means a subcommand", () => {
    expect(mistake("timelien tolls", "said").lines).toEqual(["timeline tolls"]);
    expect(mistake("topic railways", "said").lines).toEqual(["topic tolls", "topic traffic"]);
    expect(mistake("\u202e\u0000", "said")).toEqual({
      said: "I could not read any words in that.",
      lines: [],
    });
  });

  it("never fails in another way than a clear word, whatever is typed", () => {
    const word = fc.oneof(
      fc.constantFrom(...table.map(({ name }) => name), "from", "to", "as", "of", "between", "and"),
      fc.constantFrom("2023", "2023-02-30", "depth:", "as-of:2023", '"', "tolls", "page", "in:x"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(
        fc.array(word),
        fc.constantFrom("typed" as const, "said" as const),
        (words, how) => {
          const answer = mistake(words.join(" "), how);
          expect(answer.parsed ?? answer.said).toBeTruthy();
        },
      ),
    );
  });
});

describe("typed options", () => {
  it("are read as in a line, with names and dates looked up", () => {
    expect(parseOptions("timeline", { topic: "fees", from: "2023", page: 2 }, grammar)).toEqual(
      command("timeline", { topic: "tolls", from: "2023-01-01", page: 2 }),
    );
    expect(parseOptions("now", { privately: true, asof: "2024" }, grammar)).toEqual(
      command("now", { privately: true, "as-of": "2024-12-31" }),
    );
    expect(() => parseOptions("who", {}, grammar)).toThrow(UserError);
  });
});
