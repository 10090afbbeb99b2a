import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Block,
  named,
  fit as pagesOf,
  plainText,
  say,
  smallestPage,
  toHtml,
  toMarkdown,
  toText,
} from "#core";
import { anyDocument } from "../../fakes/documents.ts";
import { limitsOf } from "../../fakes/limits.ts";

const paragraph = (...values: readonly string[]): Block => ({
  type: "paragraph",
  sentences: values.map(name),
});
const name = (value: string) => say("label.name", { name: named("topic", "t", value) });

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

test.each(platforms)(
  "no page exceeds a limit and nothing is lost: %s",
  (_, render, floor) => {
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
      { numRuns: 50, interruptAfterTimeLimit: 20_000 },
    );
  },
  60_000,
);

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
        const blocks: readonly Block[] = [
          paragraph(...texts),
          { type: "list", ordered: false, items },
          { type: "heading", depth: 2, sentence: name("H") },
          paragraph(...texts),
        ];
        const whole = { title: name("Title"), blocks, sources: [] };
        const pages = pagesOf(whole, limitsOf(characters, toText));
        expect(pages.flatMap((page) => said(page.document.blocks))).toEqual(said(whole.blocks));
      },
    ),
    { numRuns: 50, interruptAfterTimeLimit: 20_000 },
  );
}, 60_000);
