/** Arbitrary documents for property tests: every node, hostile words, any claims. */
import fc from "fast-check";
import {
  type Block,
  type Claim,
  claimSentence,
  createDocument,
  type Document,
  type ListItem,
  longestLabel,
  longestSentence,
  mostClaims,
  named,
  type Sentence,
  say,
  stampOf,
} from "#core";
import { claim, dossierOf } from "./dossier.ts";

const hostile = [
  "@everyone",
  "<!channel>",
  "<@U123>",
  "<script>alert(1)</script>",
  "*_~`|>#",
  "](javascript:alert(1))",
  "&amp;",
  "\u202e\u2066",
  "\u0000\u001b[31m",
  "سلام",
  "👩‍👩‍👧‍👦",
  "1. ",
  "\n\n# ",
] as const;

/** Words of up to `most` characters, among them what platforms read as markup. */
function words(most: number): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...hostile), fc.lorem({ maxCount: 12 }), fc.string()), {
      minLength: 1,
      maxLength: 12,
    })
    .map((pieces) => pieces.join(" ").slice(0, most).trim() || "word");
}

const ids = Array.from({ length: 90 }, (_, index) => `claim-${index}`);
const longTitle = "A long title & <of> a *source* ".repeat(8).slice(0, 200);
const claims: readonly Claim[] = ids.map((id, index) =>
  claim(id, {
    citations: Array.from({ length: 1 + (index % 4) }, () => ({
      source: index % 7 === 0 ? "long" : "press",
      locator: index % 5 === 0 ? longTitle : `para ${index}`,
    })),
  }),
);
const dossier = dossierOf(claims, {
  more: [{ id: "long", publisher: longTitle, title: longTitle, reliability: "C" }],
});

const cited: fc.Arbitrary<readonly Claim[]> = fc.oneof(
  { weight: 12, arbitrary: fc.subarray([...claims], { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.subarray([...claims], { minLength: 1, maxLength: mostClaims }) },
);

function sentences(most: number): fc.Arbitrary<Sentence> {
  return fc.oneof(
    fc.tuple(cited, words(most)).map(([on, text]): Sentence => claimSentence(on, text)),
    words(most).map((text): Sentence => say("label.name", { name: named("topic", "t", text) })),
    words(120).map((text): Sentence => say("label.name", { name: { type: "asked", value: text } })),
  );
}

const label = sentences(longestLabel);
const sentence = fc.oneof(
  { weight: 5, arbitrary: sentences(200) },
  { weight: 1, arbitrary: sentences(longestSentence) },
);
const several = fc.array(sentence, { minLength: 1, maxLength: 6 });
const item: fc.Arbitrary<ListItem> = fc.record({
  type: fc.constant("listItem"),
  sentences: several,
  details: fc.array(sentence, { maxLength: 2 }),
});
const paragraph = fc.record({ type: fc.constant("paragraph" as const), sentences: several });
const list = fc.record({
  type: fc.constant("list" as const),
  ordered: fc.boolean(),
  items: fc.array(item, { minLength: 1, maxLength: 12 }),
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant("heading" as const),
    depth: fc.constantFrom(2 as const, 3 as const),
    sentence: label,
  }),
  paragraph,
  list,
  fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.record({
      type: fc.constant("table" as const),
      columns: fc.array(label, { minLength: width, maxLength: width }),
      rows: fc.array(fc.array(sentence, { minLength: width, maxLength: width }), { maxLength: 8 }),
    }),
  ),
  fc.record({
    type: fc.constant("facts" as const),
    rows: fc.array(fc.record({ label, value: several }), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    type: fc.constant("timeline" as const),
    entries: fc.array(
      fc.record({ when: fc.constant("2023-09-18"), date: label, sentences: several }),
      { minLength: 1, maxLength: 12 },
    ),
  }),
  fc.record({
    type: fc.constant("chart" as const),
    title: label,
    alt: several,
    figure: fc.constant({ type: "series" as const, unit: "kg", points: [], gaps: [], bends: [] }),
  }),
  fc.record({
    type: fc.constant("callout" as const),
    tone: fc.constantFrom(
      "note" as const,
      "caution" as const,
      "dispute" as const,
      "correction" as const,
    ),
    title: label,
    children: fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant("actions" as const),
    actions: fc.array(
      fc.record({ type: fc.constant("action" as const), label, line: words(150) }),
      { minLength: 1, maxLength: 6 },
    ),
  }),
  fc.constant({ type: "thematicBreak" as const }),
);

const now = Temporal.Instant.from("2026-11-22T12:00:00Z");

/** Documents as the builders make them, up to the builders' own bounds. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .record({
    title: label,
    lead: fc.option(sentence, { nil: undefined }),
    blocks: fc.array(block, { maxLength: 12 }),
    stamp: fc.constantFrom(undefined, stampOf(dossier, now)),
    length: fc.boolean(),
  })
  .map((parts) => createDocument(parts, dossier));
