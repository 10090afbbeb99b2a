/** What stands in a sentence, whatever it is, in each format: markup of its own, and never of the reader's. */
import { expect, test } from "vitest";
import { type Document, derived, say, toHtml, toMarkdown, toText } from "#core";

const name = (value: string) =>
  say("label.name", { name: { type: "record", of: "topic", id: "t", value } });

test("every inline, in each format", () => {
  const sentence = say("label.name", {
    name: {
      type: "strong",
      children: [
        { type: "text", value: "a & <b> *c* " },
        { type: "emphasis", children: [{ type: "text", value: "_d_" }] },
        { type: "inlineCode", value: "topic `x` | <y>" },
        {
          type: "link",
          url: "https://e.example/a b(c)",
          children: [{ type: "text", value: "[link]" }],
        },
        { type: "time", instant: "2026-06-20T08:00:00Z", zone: "UTC", value: "20 Jun" },
        derived(12, { type: "record" }),
        { type: "asked", value: "@everyone <!channel> <script>" },
      ],
    },
  });
  const document: Document = { title: sentence, blocks: [], sources: [] };
  expect(toText(document)).toMatchInlineSnapshot(`
    "a & <b> *c* _d_topic \`x\` | <y>[link]20 Jun12“@everyone <!channel> <script>”
    ==========================================================================="
  `);
  expect(toMarkdown(document)).toMatchInlineSnapshot(
    `"# **a \\& \\<b\\> \\*c\\* *\\_d\\_*\`\`topic \`x\` | <y>\`\`[\\[link\\]](https://e.example/a%20b%28c%29)20 Jun12“@everyone \\<\\!channel\\> \\<script\\>”**"`,
  );
  expect(toHtml(document)).toMatchInlineSnapshot(`
    "<article>
    <header>
    <h1><strong>a &amp; &lt;b&gt; *c* <em>_d_</em><code>topic \`x\` | &lt;y&gt;</code><a href="https://e.example/a b(c)" rel="noreferrer">[link]</a><time datetime="2026-06-20T08:00:00Z">20 Jun</time>12<q>@everyone &lt;!channel&gt; &lt;script&gt;</q></strong></h1>
    </header>
    </article>"
  `);
});

test("blanks at the ends of strong words stand outside the marks, where Markdown reads them", () => {
  const strong = (value: string) =>
    ({ type: "strong", children: [{ type: "text", value }] }) as const;
  const document: Document = {
    title: say("label.name", { name: strong(" $& now ") }),
    blocks: [{ type: "paragraph", sentences: [say("label.name", { name: strong(" ") })] }],
    sources: [],
  };
  expect(toMarkdown(document)).toBe("#  **$\\& now** \n\n ");
});

test("suggestions say what a line gives only where the line does not, and nothing hidden", () => {
  const document: Document = {
    title: name("Next"),
    blocks: [
      {
        type: "actions",
        actions: [
          { type: "action", label: say("action.watch"), line: "watch" },
          { type: "action", label: name("now"), line: "now" },
          { type: "action", label: name("odd"), line: "ask \u001b[31m\u202ea\nb" },
        ],
      },
    ],
    sources: [],
  };
  expect(toText(document)).toMatchInlineSnapshot(`
    "Next
    ====

    You can also type:
      watch  (What to watch)
      now
      ask [31ma b  (odd)"
  `);
  expect(toMarkdown(document)).toMatchInlineSnapshot(`
    "# Next

    You can also type:

    - \`watch\` (What to watch)
    - \`now\`
    - \`ask [31ma b\` (odd)"
  `);
});

test("text that looks like markup stays text", () => {
  const lines = ["1. one", "- two", "# three", "+ four", "=== five", "> six", "| seven"].map(
    (value) => name(value),
  );
  const document: Document = {
    title: name("# x"),
    blocks: lines.map((sentence) => ({ type: "paragraph", sentences: [sentence] })),
    sources: [],
  };
  expect(toMarkdown(document)).toBe(
    [
      "# \\# x",
      "1\\. one",
      "\\- two",
      "\\# three",
      "\\+ four",
      "\\=== five",
      "\\> six",
      "\\| seven",
    ].join("\n\n"),
  );
});

test("line breaks, control and bidi characters cannot leave a sentence", () => {
  const document: Document = {
    title: name("a\r\n\n# b\u0007\u001b[31mc\u202ed\u2066e\u200b f \u0645\u06cc\u200c\u062e\u0648"),
    blocks: [],
    sources: [],
  };
  const clean = "a # b[31mcde f \u0645\u06cc\u200c\u062e\u0648";
  expect(toText(document).split("\n")[0]).toBe(clean);
  expect(toHtml(document)).toContain(`<h1>${clean}</h1>`);
});
