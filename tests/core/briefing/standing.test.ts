import { expect, it } from "vitest";
import { type Block, type Document, plainText, type Sentence } from "#core";
import { asOf } from "../../../src/core/dossier/as-of.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { linesOf } from "../../fakes/lines.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

/** What is read together: an item with its details, an entry of a timeline, a paragraph. */
function unitsOf(block: Block): readonly (readonly Sentence[])[] {
  switch (block.type) {
    case "list":
      return block.items.map(({ sentences, details }) => [...sentences, ...details]);
    case "timeline":
      return block.entries.map(({ sentences }) => sentences);
    case "paragraph":
      return [block.sentences];
    case "callout":
      return block.children.flatMap(unitsOf);
    default:
      return [];
  }
}

/** A claim may be spoken of as gone in a sentence of its own or by the claim that replaced it. */
const marks = /Overtaken since|Rejected|Was: |Since then|is wrong|What holds since|The record says/;

function unmarked(document: Document, gone: ReadonlySet<string>): readonly string[] {
  return document.blocks.flatMap(unitsOf).flatMap((unit) => {
    const words = unit.map(plainText).join(" ");
    // A sentence that leads on one claim says that claim; one on many says what they carry together.
    const leads = unit.some(
      (sentence) =>
        sentence.type === "claim" && sentence.claims.length === 1 && gone.has(sentence.claims[0]),
    );
    return leads && !marks.test(words) ? [words] : [];
  });
}

it.each([
  { name: "the tiny dossier", dossier: canalDossier(), days: ["2023-05-10", "2024-08-01"] },
  {
    name: "the dossier of the product",
    dossier: usIranDossier(),
    days: ["2023-10-01", "2024-06-15", "2025-07-01"],
  },
])(
  "on $name nothing replaced or rejected is told as if it held",
  { timeout: 120_000 },
  async ({ dossier, days }) => {
    const { slash } = createTestBot({ flood: "none" }, [dossier]);
    const faults = new Set<string>();
    for (const line of linesOf(dossier, days).filter((each) => !each.startsWith("ask "))) {
      const day = /as-of:(\S+)/.exec(line)?.[1];
      const view = day === undefined ? dossier : asOf(dossier, Temporal.PlainDate.from(day));
      const gone = new Set(
        [...view.claims.values()]
          .filter(({ status }) => status === "superseded" || status === "rejected")
          .map(({ id }) => id),
      );
      for (const fault of unmarked((await slash(line)).document, gone)) {
        faults.add(`${line}: ${fault}`);
      }
    }
    expect([...faults]).toEqual([]);
  },
);
