import { describe, expect, it } from "vitest";
import { type Inline, plainText, type Reply, type Sentence } from "#core";
import { wordsOf } from "../../../src/core/document/length.ts";
import { saidIn } from "../../../src/core/document/walk.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

const us = usIranDossier();
const canal = canalDossier();

function linesFor(dossier: typeof us): readonly string[] {
  const topics = [...dossier.topics.keys()];
  const actors = [...dossier.actors.keys()];
  return [
    "now",
    "watch",
    "disputes",
    "changes",
    "timeline",
    ...topics.flatMap((id) => [`topic ${id}`, `timeline ${id}`, `watch ${id}`, `disputes ${id}`]),
    ...actors.map((id) => `who ${id}`),
    ...[...dossier.disputes.keys()].map((id) => `disputes ${id}`),
    `compare ${actors.slice(0, 2).join(", ")}`,
    ...topics.map((id) => `compare ${actors.slice(0, 2).join(", ")} on ${id}`),
  ];
}

/** What is said about the world: claims, and words without what was worked out from them. */
function claimsSaid({ document }: Reply): readonly { claims: readonly string[]; words: string }[] {
  return saidIn(document).flatMap(({ sentence, role }) =>
    sentence.type === "claim" && role !== "button"
      ? [{ claims: sentence.claims, words: plainText(withoutDerived(sentence)) }]
      : [],
  );
}

function withoutDerived<Said extends Sentence>(sentence: Said): Said {
  const keep = (children: readonly Inline[]): readonly Inline[] =>
    children
      .filter(({ type }) => type !== "derived")
      .map((node) => ("children" in node ? { ...node, children: keep(node.children) } : node));
  const children = keep(sentence.children);
  return { ...sentence, children };
}

describe.each([
  { name: "the tiny dossier", dossier: canal },
  { name: "the dossier of the product", dossier: us },
])("on $name", ({ dossier }) => {
  it("each depth says only what the next one says too, on the same claims", {
    timeout: 60_000,
  }, async () => {
    const { slash } = createTestBot({ flood: "none" }, [dossier]);
    const missing: string[] = [];
    for (const line of linesFor(dossier)) {
      const [headline, ninety, full] = await Promise.all([
        slash(`${line} depth:headline`),
        slash(`${line} depth:90s`),
        slash(`${line} depth:full`),
      ]);
      for (const [shallow, deep] of [
        [headline, ninety],
        [ninety, full],
      ] as const) {
        const said = claimsSaid(deep);
        for (const { claims, words } of claimsSaid(shallow)) {
          const core = words.replace(/ \(\)$/, "");
          const found = said.some(
            (other) =>
              other.words.includes(core) && claims.every((id) => other.claims.includes(id)),
          );
          if (!found) missing.push(`${deep.line}: ${words}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });
});

it("the middle depth is read in about ninety seconds, the headline in half of that", async () => {
  const { slash } = createTestBot({ flood: "none" }, [us]);
  const long: string[] = [];
  const lines = [
    "now",
    ...[...us.topics.keys()].map((id) => `topic ${id}`),
    "who iran",
    "who abbas-araghchi",
  ];
  for (const line of lines) {
    const words = async (depth: string) =>
      wordsOf((await slash(`${line} depth:${depth}`)).document);
    const [headline, ninety] = [await words("headline"), await words("90s")];
    // At 238 words a minute, with a tenth to spare for cautions, which are never left out.
    if (headline > 180 || ninety > 410) long.push(`${line}: ${headline} and ${ninety} words`);
  }
  expect(long).toEqual([]);
});
