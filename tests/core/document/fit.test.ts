import { expect, test } from "vitest";
import {
  type Action,
  type Block,
  claimSentence,
  claimsOf,
  createDocument,
  type Document,
  named,
  type Page,
  fit as pagesOf,
  say,
  stampOf,
  toMarkdown,
  toText,
} from "#core";
import { claim, dossierOf } from "../../fakes/dossier.ts";
import { limitsOf } from "../../fakes/limits.ts";

const words = (count: number, word = "word") =>
  Array.from({ length: count }, (_, n) => `${word}${n}`).join(" ");
const name = (value: string) => say("label.name", { name: named("topic", "t", value) });
const heading = (value: string): Block => ({ type: "heading", depth: 2, sentence: name(value) });
const paragraph = (...values: readonly string[]): Block => ({
  type: "paragraph",
  sentences: values.map(name),
});
const action = (label: string, line = "now"): Action => ({
  type: "action",
  label: name(label),
  line,
});
const document = (...blocks: readonly Block[]): Document => ({
  title: name("Title"),
  blocks,
  sources: [],
});
const bodies = (pages: readonly Page[]) => pages.map((page) => toMarkdown(page.document));

test("what fits stays one page, as it is", () => {
  const short = document(
    heading("A"),
    paragraph("One."),
    { type: "actions", actions: [action("More")] },
    paragraph("Two."),
  );
  expect(pagesOf(short, limitsOf(4_000))).toEqual([
    { document: short, number: 1, of: 1, notification: "Title" },
  ]);
});

test("pages break at block borders, and a heading goes with what it heads", () => {
  const long = document(
    paragraph(words(30)),
    heading("Second"),
    paragraph(words(25)),
    paragraph("End."),
  );
  expect(bodies(pagesOf(long, limitsOf(300)))).toEqual([
    `# Title\n\n*Page 1 of 2*\n\n${words(30)}`,
    `# Title\n\n*Page 2 of 2*\n\n## Second\n\n${words(25)}\n\nEnd.`,
  ]);
});

test("a list too long for a page breaks between items and keeps its numbers", () => {
  const items = Array.from({ length: 5 }, (_, index) => ({
    type: "listItem" as const,
    sentences: [name(words(8, `w${index}-`))],
    details: [],
  }));
  expect(bodies(pagesOf(document({ type: "list", ordered: true, items }), limitsOf(150)))).toEqual([
    `# Title\n\n*Page 1 of 3*\n\n1. ${words(8, "w0-")}\n2. ${words(8, "w1-")}`,
    `# Title\n\n*Page 2 of 3*\n\n3. ${words(8, "w2-")}\n4. ${words(8, "w3-")}`,
    `# Title\n\n*Page 3 of 3*\n\n5. ${words(8, "w4-")}`,
  ]);
});

test("a short list stays whole on the next page, unless this one would stay half empty", () => {
  const items = ["a", "b", "c"].map((word) => ({
    type: "listItem" as const,
    sentences: [name(words(8, word))],
    details: [],
  }));
  const list: Block = { type: "list", ordered: false, items };
  const [a, b, c] = ["a", "b", "c"].map((word) => `- ${words(8, word)}`);
  expect(bodies(pagesOf(document(paragraph(words(10, "full")), list), limitsOf(120)))).toEqual([
    `# Title\n\n*Page 1 of 2*\n\n${words(10, "full")}`,
    `# Title\n\n*Page 2 of 2*\n\n${a}\n${b}\n${c}`,
  ]);
  expect(bodies(pagesOf(document(paragraph("Short."), list), limitsOf(90)))).toEqual([
    `# Title\n\n*Page 1 of 2*\n\nShort.\n\n${a}\n${b}`,
    `# Title\n\n*Page 2 of 2*\n\n${c}`,
  ]);
});

test("a table says its columns again, a callout its title", () => {
  const rows = [0, 1, 2].map((row) => [name(`r${row}`), name(words(12, `c${row}-`))]);
  const table: Block = { type: "table", columns: [name("Row"), name("Cell")], rows };
  const head = "| Row | Cell |\n| --- | --- |\n";
  expect(bodies(pagesOf(document(table), limitsOf(160)))).toEqual(
    [0, 1, 2].map(
      (row) => `# Title\n\n*Page ${row + 1} of 3*\n\n${head}| r${row} | ${words(12, `c${row}-`)} |`,
    ),
  );
  const callout: Block = {
    type: "callout",
    tone: "dispute",
    title: name("Who"),
    children: [{ type: "paragraph", sentences: [name(words(15, "a")), name(words(15, "b"))] }],
  };
  expect(bodies(pagesOf(document(callout), limitsOf(115)))).toEqual(
    ["a", "b"].map(
      (word, page) =>
        `# Title\n\n*Page ${page + 1} of 2*\n\n> **Disputed: Who**\n>\n> ${words(15, word)}`,
    ),
  );
});

test("buttons stay with the last words, and long ones are spelled out", () => {
  const actions: Block = {
    type: "actions",
    actions: [action("More"), action(words(20, "long"), "ask why")],
  };
  const pages = pagesOf(
    document(actions, paragraph(words(20)), paragraph(words(20, "last"))),
    limitsOf(440),
  );
  expect(bodies(pages)).toEqual([
    `# Title\n\n*Page 1 of 2*\n\nYou can also type:\n\n- **${words(20, "long")}**: \`ask why\`\n\n${words(20)}`,
    `# Title\n\n*Page 2 of 2*\n\n${words(20, "last")}\n\nYou can also type:\n\n- \`now\` (More)`,
  ]);
});

test("each page lists the sources that it cites, with their numbers", () => {
  const dossier = dossierOf([claim("one"), claim("two")]);
  const stamp = stampOf(dossier, Temporal.Instant.from("2026-11-22T12:00:00Z"));
  const [first, second] = [claim("one"), claim("two")];
  const cites = createDocument(
    {
      title: name("Title"),
      lead: claimSentence([first], "Bottom line."),
      blocks: [
        { type: "paragraph", sentences: [claimSentence([second], `${words(15)}.`)] },
        { type: "paragraph", sentences: [claimSentence([first, second], `${words(15, "last")}.`)] },
      ],
      stamp,
    },
    dossier,
  );
  const line = (number: number) => `${number}. Daily Record, Five prisoners fly home, para 1 (B2)`;
  const pages = pagesOf(cites, limitsOf(400, toText));
  expect(pages.map((page) => toText(page.document))).toEqual([
    [
      "Title\n=====",
      "Caution: the record ends on 17 Jun 2026, 158 days before 22 Nov 2026. Nothing later is in it.",
      "Page 1 of 2\n",
      "Bottom line.[1]\n",
      `${words(15)}.[2]\n`,
      `Sources\n-------\n${line(1)}\n${line(2)}`,
    ].join("\n"),
    `Title\n=====\nPage 2 of 2\n\n${words(15, "last")}.[1][2]\n\nSources\n-------\n${line(1)}\n${line(2)}`,
  ]);
  expect(pages.map((page) => page.notification)).toEqual([
    "Bottom line. (record to 17 Jun 2026)",
    "Title · Page 2 of 2",
  ]);
});

test("a sentence longer than the builders allow is refused before it can break a page", () => {
  expect(() => name("x".repeat(1_001))).toThrow(
    "a sentence has 1001 characters; at most 1000 may be",
  );
  const many = Array.from({ length: 61 }, (_, index) => claim(`c${index}`));
  expect(() => claimSentence(many, "x")).toThrow(
    "a sentence stands on 61 claims; at most 60 may be",
  );
  expect(() => createDocument({ title: name("x".repeat(251)), blocks: [] }, dossierOf([]))).toThrow(
    "a label has 251 characters; at most 250 may be",
  );
});

test("a page below the floor is refused, never overfilled", () => {
  expect(() => pagesOf(document(paragraph("x".repeat(900))), limitsOf(500))).toThrow(
    "the page's limit is too low",
  );
  expect(claimsOf(name("x"))).toEqual([]);
});
