import { expect, test } from "vitest";
import {
  type Block,
  claimSentence,
  createDocument,
  type Document,
  say,
  stampOf,
  toHtml,
  toMarkdown,
  toText,
} from "#core";
import { claim, dossierOf } from "../../fakes/dossier.ts";

const swap = claim("swap-2023", {
  headline: "Two states free five prisoners each",
  text: "On 18 September 2023 both states freed five prisoners.",
});
const stock = claim("stock-2025", {
  text: "The stock reached 408.6 kg.",
  credibility: 1,
  citations: [
    { source: "agency", locator: "para 12" },
    { source: "wire", locator: "headline" },
  ],
});
const denial = claim("denial", { text: "No talks were held.", status: "rejected", credibility: 5 });
const dossier = dossierOf([swap, stock, denial]);
const now = Temporal.Instant.from("2026-06-20T08:00:00Z");
const name = (value: string) =>
  say("label.name", { name: { type: "record", of: "topic", id: "t", value } });

const blocks: readonly Block[] = [
  { type: "heading", depth: 2, sentence: name("Prisoners") },
  { type: "paragraph", sentences: [claimSentence([swap]), claimSentence([stock, swap])] },
  { type: "heading", depth: 3, sentence: name("Numbers") },
  {
    type: "list",
    ordered: true,
    start: 3,
    items: [
      { type: "listItem", sentences: [claimSentence([stock])], details: [say("label.why")] },
      { type: "listItem", sentences: [say("label.watch")], details: [] },
    ],
  },
  {
    type: "list",
    ordered: false,
    items: [{ type: "listItem", sentences: [say("label.watch")], details: [] }],
  },
  {
    type: "table",
    columns: [name("When"), name("What")],
    rows: [[name("2023"), claimSentence([swap], "Five each.")]],
  },
  {
    type: "facts",
    rows: [{ label: claimSentence([stock], "Stock"), value: [claimSentence([stock])] }],
  },
  {
    type: "timeline",
    entries: [
      {
        when: "2023-09-18",
        date: claimSentence([swap], "18 Sep 2023"),
        sentences: [claimSentence([swap], "Swap.")],
      },
    ],
  },
  {
    type: "chart",
    title: name("Stock"),
    alt: [claimSentence([stock], "It grew.")],
    figure: { type: "series", unit: "kg", points: [], gaps: [], bends: [] },
  },
  {
    type: "callout",
    tone: "correction",
    title: name("Talks"),
    children: [
      { type: "paragraph", sentences: [claimSentence([denial])] },
      {
        type: "list",
        ordered: false,
        items: [{ type: "listItem", sentences: [say("label.watch")], details: [] }],
      },
    ],
  },
  { type: "thematicBreak" },
  {
    type: "actions",
    actions: [
      { type: "action", label: name("More"), line: "topic talks depth:full", emphasis: "primary" },
    ],
  },
];

const everything = createDocument(
  {
    title: name("Talks"),
    lead: claimSentence([swap]),
    blocks,
    stamp: stampOf(dossier, now),
    length: true,
  },
  dossier,
);

test("text: every node", () => {
  expect(toText(everything)).toMatchInlineSnapshot(`
    "Talks
    =====
    As of 20 Jun 2026 · record to 17 Jun 2026, 3 days earlier
    75 words · 20 seconds to read

    On 18 September 2023 both states freed five prisoners.[1]

    Prisoners
    ---------

    On 18 September 2023 both states freed five prisoners.[1] The stock reached 408.6 kg. On 18 September 2023 both states freed five prisoners.[1][2]

    Numbers:

    3. The stock reached 408.6 kg.[2]
       Why it matters
    4. What to watch

    - What to watch

    When  What
    ----  -------------
    2023  Five each.[1]

    Stock: The stock reached 408.6 kg.[2]

    - 18 Sep 2023: Swap.[1]

    Stock
    It grew.[2]

    | Correction: Talks
    | No talks were held.[3]
    | - What to watch

    * * *

    You can also type:
      topic talks depth:full  (More)

    Sources
    -------
    1. Daily Record, Five prisoners fly home, para 1 (B2)
    2. IAEA, GOV/2025/24, para 12 (A1); State Wire, Envoy speaks, headline (D1, state media (Northland))
    3. Daily Record, Five prisoners fly home, para 1 (B5) · rejected"
  `);
});

test("markdown: every node", () => {
  expect(toMarkdown(everything)).toMatchInlineSnapshot(`
    "# Talks

    *As of 20 Jun 2026 · record to 17 Jun 2026, 3 days earlier*

    *75 words · 20 seconds to read*

    **On 18 September 2023 both states freed five prisoners.[1]**

    ## Prisoners

    On 18 September 2023 both states freed five prisoners.[1] The stock reached 408.6 kg. On 18 September 2023 both states freed five prisoners.[1][2]

    ### Numbers

    3. The stock reached 408.6 kg.[2]  
       Why it matters
    4. What to watch

    - What to watch

    | When | What |
    | --- | --- |
    | 2023 | Five each.[1] |

    - **Stock:** The stock reached 408.6 kg.[2]

    - **18 Sep 2023:** Swap.[1]

    **Stock**

    It grew.[2]

    > **Correction: Talks**
    >
    > No talks were held.[3]
    >
    > - What to watch

    ---

    You can also type:

    - \`topic talks depth:full\` (More)

    ## Sources

    1. Daily Record, [Five prisoners fly home](https://record.example/a_b%281%29), para 1 (B2)
    2. IAEA, GOV/2025/24, para 12 (A1); State Wire, Envoy speaks, headline (D1, state media (Northland))
    3. Daily Record, [Five prisoners fly home](https://record.example/a_b%281%29), para 1 (B5) · **rejected**"
  `);
});

test("html: every node", () => {
  expect(toHtml(everything, "d1-")).toMatchInlineSnapshot(`
    "<article>
    <header>
    <h1>Talks</h1>
    <p class="stamp">As of 20 Jun 2026 · record to 17 Jun 2026, 3 days earlier</p>
    <p class="layout">75 words · 20 seconds to read</p>
    </header>
    <p class="lead">On 18 September 2023 both states freed five prisoners.<a class="cite" href="#d1-source-1" data-claim="swap-2023">[1]</a></p>
    <h2>Prisoners</h2>
    <p>On 18 September 2023 both states freed five prisoners.<a class="cite" href="#d1-source-1" data-claim="swap-2023">[1]</a> The stock reached 408.6 kg. On 18 September 2023 both states freed five prisoners.<a class="cite" href="#d1-source-1" data-claim="swap-2023">[1]</a><a class="cite" href="#d1-source-2" data-claim="stock-2025">[2]</a></p>
    <h3>Numbers</h3>
    <ol start="3"><li><p>The stock reached 408.6 kg.<a class="cite" href="#d1-source-2" data-claim="stock-2025">[2]</a></p><p class="detail">Why it matters</p></li><li><p>What to watch</p></li></ol>
    <ul><li><p>What to watch</p></li></ul>
    <div class="table" role="group" tabindex="0"><table><thead><tr><th scope="col">When</th><th scope="col">What</th></tr></thead><tbody><tr><td>2023</td><td>Five each.<a class="cite" href="#d1-source-1" data-claim="swap-2023">[1]</a></td></tr></tbody></table></div>
    <dl><div><dt>Stock</dt><dd>The stock reached 408.6 kg.<a class="cite" href="#d1-source-2" data-claim="stock-2025">[2]</a></dd></div></dl>
    <ol class="timeline"><li data-when="2023-09-18"><span class="date">18 Sep 2023</span> <p>Swap.<a class="cite" href="#d1-source-1" data-claim="swap-2023">[1]</a></p></li></ol>
    <figure class="chart"><figcaption>Stock</figcaption><p>It grew.<a class="cite" href="#d1-source-2" data-claim="stock-2025">[2]</a></p></figure>
    <aside class="callout correction"><p class="title">Correction: Talks</p><p>No talks were held.<a class="cite" href="#d1-source-3" data-claim="denial">[3]</a></p><ul><li><p>What to watch</p></li></ul></aside>
    <hr>
    <div class="actions"><button type="button" class="primary" data-line="topic talks depth:full">More</button></div>
    <footer><h2>Sources</h2><ol class="sources"><li id="d1-source-1" value="1">Daily Record, <a href="https://record.example/a_b(1)" rel="noreferrer">Five prisoners fly home</a>, para 1 (B2)</li><li id="d1-source-2" value="2">IAEA, GOV/2025/24, para 12 (A1); State Wire, Envoy speaks, headline (D1, state media (Northland))</li><li id="d1-source-3" value="3">Daily Record, <a href="https://record.example/a_b(1)" rel="noreferrer">Five prisoners fly home</a>, para 1 (B5) · <strong>rejected</strong></li></ol></footer>
    </article>"
  `);
});

test("an unknown node, an unknown claim and a script link throw", () => {
  const odd = { type: "marquee" } as unknown as Block;
  const uncited: Document = { title: claimSentence([swap]), blocks: [], sources: [] };
  const script = say("label.name", {
    name: { type: "link", url: "javascript:alert(1)", children: [] },
  });
  for (const render of [toText, toMarkdown, toHtml]) {
    expect(() => render({ title: name("x"), blocks: [odd], sources: [] })).toThrow(
      'cannot render a "marquee"',
    );
    expect(() => render(uncited)).toThrow('"swap-2023" is cited and is not among the sources');
  }
  for (const render of [toMarkdown, toHtml]) {
    expect(() => render({ title: script, blocks: [], sources: [] })).toThrow("is no web address");
  }
});
