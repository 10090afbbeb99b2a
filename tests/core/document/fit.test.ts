import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Action,
  type Block,
  claimSentence,
  claimsOf,
  createDocument,
  type Document,
  type Limits,
  named,
  type Page,
  fit as pagesOf,
  plainText,
  say,
  smallestPage,
  stampOf,
  toHtml,
  toMarkdown,
  toText,
} from "#core";
import { anyDocument } from "../../fakes/documents.ts";
import { claim, dossierOf } from "../../fakes/dossier.ts";

/** A platform that counts what a renderer prints, and each block as one. */
function limitsOf(
  characters: number,
  render: (document: Document) => string = toMarkdown,
  parts: Partial<Limits> & { readonly blocks?: number; readonly actions?: number } = {},
): Limits {
  const { blocks = 40, actions = 5, ...rest } = parts;
  return {
    page: { characters, blocks, actions },
    actionLabel: 75,
    actionLine: 100,
    measure: ({ document }) => ({
      characters: render(document).length,
      blocks: document.blocks.length + 3,
      actions: document.blocks.flatMap((each) => (each.type === "actions" ? each.actions : []))
        .length,
    }),
    ...rest,
  };
}

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
    `# Title\n\n*Page 2 of 2*\n\n${words(20, "last")}\n\n- More: \`now\``,
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

/** Everything said besides title and repeated labels, in order. */
const said = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case "paragraph":
        return block.sentences.map(plainText);
      case "heading":
        return [plainText(block.sentence)];
      case "list":
        return block.items.flatMap((item) => [...item.sentences, ...item.details].map(plainText));
      case "table":
        return block.rows.length > 0
          ? block.rows.flat().map(plainText)
          : block.columns.map(plainText);
      case "facts":
        return block.rows.flatMap((row) => row.value.map(plainText));
      case "timeline":
        return block.entries.flatMap((entry) => entry.sentences.map(plainText));
      case "chart":
        return block.alt.map(plainText);
      case "callout":
        return said(block.children);
      default:
        return [];
    }
  });

const platforms = [
  ["markdown", toMarkdown, smallestPage],
  ["text", toText, smallestPage],
  ["html", toHtml, 6 * smallestPage],
] as const;

test.each(platforms)("no page exceeds a limit and nothing is lost: %s", (_, render, floor) => {
  fc.assert(
    fc.property(
      anyDocument,
      fc.integer({ min: floor, max: 3 * floor }),
      fc.integer({ min: 8, max: 60 }),
      fc.integer({ min: 1, max: 25 }),
      (whole, characters, blocks, actions) => {
        const limits = limitsOf(characters, render, { blocks, actions });
        const pages = pagesOf(whole, limits);
        for (const page of pages) {
          const size = limits.measure(page);
          expect(size.characters).toBeLessThanOrEqual(characters);
          expect(size.blocks).toBeLessThanOrEqual(blocks);
          expect(size.actions).toBeLessThanOrEqual(actions);
        }
        expect(pages.map(({ number, of }) => [number, of])).toEqual(
          pages.map((_, index) => [index + 1, pages.length]),
        );
        if (pages.length === 1) return;
        const spelled = (block: Block) => block.type !== "actions";
        const kept = pages.flatMap((page) => said(page.document.blocks));
        const missing = said(whole.blocks.filter(spelled)).filter((each) => !kept.includes(each));
        expect(missing).toEqual([]);
        for (const page of pages) {
          expect(page.document.blocks.at(-1)?.type).not.toBe("heading");
        }
        const listed = pages.flatMap((page) =>
          page.document.sources.flatMap(({ claim, sources }) =>
            sources.map((each) => `${claim} ${each.locator}`),
          ),
        );
        const wanted = whole.sources.flatMap(({ claim, sources }) =>
          sources.map((each) => `${claim} ${each.locator}`),
        );
        expect(new Set(listed)).toEqual(new Set(wanted));
      },
    ),
    { numRuns: 60 },
  );
});

test("said in order, once, on small pages", () => {
  fc.assert(
    fc.property(
      fc.array(fc.lorem({ maxCount: 20 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 300, max: 900 }),
      (texts, characters) => {
        const items = texts.map((text) => ({
          type: "listItem" as const,
          sentences: [name(text)],
          details: [],
        }));
        const whole = document(
          paragraph(...texts),
          { type: "list", ordered: false, items },
          heading("H"),
          paragraph(...texts),
        );
        const pages = pagesOf(whole, limitsOf(characters, toText));
        expect(pages.flatMap((page) => said(page.document.blocks))).toEqual(said(whole.blocks));
      },
    ),
    { numRuns: 60 },
  );
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
