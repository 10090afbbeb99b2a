/** Trees in, exact blocks out. */
import { expect, test } from "vitest";
import {
  asked,
  type Block,
  claimSentence,
  createDocument,
  type Document,
  derived,
  named,
  type Page,
  say,
} from "#core";
import { type Message, render } from "../../../adapters/slack/render.ts";
import { evidenceBlocks } from "../../../adapters/slack/sources.ts";
import { claim, dossierOf } from "../../fakes/dossier.ts";

const talks = claim("talks", { text: "Talks & <talks> went on.", headline: "Talks go on" });
const dossier = dossierOf([talks]);
const name = (value: string) => say("label.name", { name: named("topic", "t", value) });

function message(blocks: readonly Block[], more: Partial<Document> = {}, native = true): Message {
  const document = { ...createDocument({ title: name("Title"), blocks }, dossier), ...more };
  const page: Page = { document, number: 1, of: 1, notification: "News & <more>" };
  return render(page, { native });
}
/** Texts of the blocks below the title. */
const texts = (blocks: readonly Block[], native = true) =>
  message(
    blocks,
    { sources: createDocument({ title: name("Title"), blocks }, dossier).sources },
    native,
  )
    .blocks.slice(1)
    .flatMap((block) => ("text" in block ? [(block.text as { text: string }).text] : [block.type]));

test("the notification is escaped, and the title is a header", () => {
  expect(message([])).toEqual({
    text: "News &amp; &lt;more&gt;",
    blocks: [{ type: "header", text: { type: "plain_text", text: "Title" } }],
  });
});

test("a sentence ends with the numbers of its claims, and the sources follow in small print", () => {
  const { blocks } = message([{ type: "paragraph", sentences: [claimSentence([talks])] }]);
  expect(blocks.slice(1)).toEqual([
    {
      type: "section",
      text: { type: "mrkdwn", text: "Talks &amp; &lt;talks&gt; went on.[1]", verbatim: true },
      expand: true,
    },
    {
      type: "context",
      elements: [
        {
          type: "mrkdwn",
          text: "*Sources:* [1] <https://record.example/a_b(1)|Daily Record>, para 1 B2",
          verbatim: true,
        },
      ],
    },
  ]);
});

test("inlines", () => {
  const sentence = claimSentence(
    [talks],
    { type: "strong", children: [{ type: "text", value: "If " }] },
    "it *rains*, ",
    { type: "emphasis", children: [{ type: "text", value: "then" }] },
    " see ",
    {
      type: "link",
      url: "https://a.example/?x=1&y=<2>|3",
      children: [{ type: "text", value: "a|b" }],
    },
    " at ",
    {
      type: "time",
      instant: "2026-06-17T10:00:00Z",
      zone: "UTC",
      value: "10:00 | UTC",
    },
    " ",
    { type: "inlineCode", value: "topic `x`" },
    " ",
    asked("<!channel> _you_"),
    derived(3, { type: "clock" }),
  );
  expect(texts([{ type: "paragraph", sentences: [sentence] }])[0]).toBe(
    [
      "*If* it *\u200brains*\u200b, _then_ see <https://a.example/?x=1&amp;y=%3C2%3E%7C3|a¦b> at ",
      "<!date^1781690400^{date_short_pretty} {time}|10:00 ¦ UTC> `topic 'x'` ",
      "“&lt;!channel&gt; _\u200byou_\u200b”3[1]",
    ].join(""),
  );
});

test("blocks", () => {
  const plain = name("plain");
  expect(
    texts([
      { type: "heading", depth: 2, sentence: name("Heading") },
      {
        type: "list",
        ordered: true,
        start: 3,
        items: [{ type: "listItem", sentences: [plain], details: [name("detail")] }],
      },
      { type: "facts", rows: [{ label: name("Born"), value: [name("1958")] }] },
      {
        type: "timeline",
        entries: [
          { when: "2023", date: name("2023"), sentences: [plain] },
          { when: "2024", date: name("2024"), sentences: [plain] },
        ],
      },
      { type: "thematicBreak" },
      {
        type: "callout",
        tone: "correction",
        title: name("What changed"),
        children: [{ type: "paragraph", sentences: [plain] }],
      },
    ]),
  ).toEqual([
    "*Heading*",
    "3. plain\n      detail",
    "*Born:* 1958",
    "_2023_\nplain\n\n_2024_\nplain",
    "divider",
    "> ✏️ *Correction: What changed*\n> plain",
  ]);
});

test("a table is native, and lines where it cannot be", () => {
  const table: Block = {
    type: "table",
    columns: [name("Who"), name("What")],
    rows: [[name("<!here>"), claimSentence([talks], "Talks")]],
  };
  const [, native] = message([table]).blocks;
  const cell = (text: string, more = {}) => ({
    type: "rich_text",
    elements: [{ type: "rich_text_section", elements: [{ type: "text", text, ...more }] }],
  });
  expect(native).toMatchObject({
    type: "table",
    rows: [
      [cell("Who", { style: { bold: true } }), cell("What", { style: { bold: true } })],
      [
        cell("<\u200b!here>"),
        {
          elements: [
            {
              elements: [
                { type: "text", text: "Talks" },
                { type: "text", text: "[1]" },
              ],
            },
          ],
        },
      ],
    ],
  });
  expect(texts([table], false)[0]).toBe("*Who*: &lt;!here&gt; · *What*: Talks[1]");
});

test("a second table on one message is lines", () => {
  const table: Block = { type: "table", columns: [name("A")], rows: [[name("b")]] };
  const types = message([table, table]).blocks.map(({ type }) => type);
  expect(types).toEqual(["header", "table", "section"]);
});

test("a chart is drawn beside its words; without them it is not there", () => {
  const points = Array.from({ length: 40 }, (_, index) => ({
    at: Temporal.PlainDate.from("2023-01-01").add({ months: index }).toString(),
    value: index === 17 ? 999 : index,
    kind: "measured" as const,
    claim: "talks",
  }));
  const chart: Block = {
    type: "chart",
    title: name("Stock"),
    alt: [name("It grew.")],
    figure: { type: "series", unit: "kg", points, gaps: [], bends: [] },
  };
  const [, drawn, words] = message([chart]).blocks as readonly Drawn[];
  const labels = drawn?.chart?.axis_config.categories ?? [];
  expect(drawn?.type).toBe("data_visualization");
  expect(labels).toHaveLength(19);
  expect(labels).toEqual(expect.arrayContaining(["1 Jan 2023", "1 Jun 2024", "1 Apr 2026"]));
  expect(words).toMatchObject({ type: "section", text: { text: "*Stock*\nIt grew." } });
  expect(texts([chart], false)).toEqual(["*Stock*\nIt grew."]);
});
interface Drawn {
  readonly type: string;
  readonly chart?: { readonly axis_config: { readonly categories: readonly string[] } };
}

test("evidence says each claim in full, its sources and what their letters mean", () => {
  const { sources } = createDocument(
    { title: name("T"), blocks: [{ type: "paragraph", sentences: [claimSentence([talks])] }] },
    dossier,
  );
  expect(evidenceBlocks(sources)).toMatchObject([
    {
      text: {
        text: "*[1]* Talks &amp; &lt;talks&gt; went on.\n• Daily Record: <https://record.example/a_b(1)|Five prisoners fly home>, 2023-09-19, para 1 (B2): _usually reliable; probably true_",
      },
    },
  ]);
});
