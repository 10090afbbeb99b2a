/** Pictures as people get them without eyes on them: the plot in plain text, and the words below it. */
import { describe, expect, it } from "vitest";
import { type Block, plainText, toText } from "#core";
import { createTestBot } from "../../fakes/bot.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

const { slash } = createTestBot({ flood: "none" });

async function body(line: string): Promise<string> {
  const { document } = await slash(line);
  const blocks = document.blocks.filter(({ type }) => type !== "actions");
  const { stamp: _stamp, layout: _layout, ...bare } = document;
  return toText({ ...bare, blocks, sources: document.sources });
}

describe("chart", () => {
  it("draws a measurement with what its curve does", async () => {
    expect(await body("chart barges")).toMatchInlineSnapshot(`
      "Barges a year
      =============

      2023  ████████████████████████████████████  520 items
      2024  █████████████████████▌                310 items

      From 520 items (2023) to 310 items (2024).[1][2] The Fenwick Canal Office counted 310 barges in 2024.[2] Before that: The Fenwick Canal Office counted 520 barges in 2023.[1]

      Sources
      -------
      1. Fenwick Canal Office, Yearly count of barges, table 1 (A2)
      2. Fenwick Canal Office, Yearly count of barges, table 1 (A2)"
    `);
  });

  it("draws events by track, all of them or those of a topic", async () => {
    expect(await body("chart timeline")).toMatchInlineSnapshot(`
      "Events by track: The Fenwick Canal tolls
      ========================================

      diplomacy  ···························  0
      nuclear    ···························  0
      pressure   ···█·······················  2
      conflict   ···························  0
                 2023                   2025
                 each sign a month; the highest stands for 2

      2 events on record, 3 April 2023 to 12 April 2023: pressure 2. The busiest year is 2023, with 2. The weightiest of them: The council of Aldermoor votes for the toll in the open. (3 April 2023)[1] Aldermoor starts to charge barges and Brightwater protests. (12 April 2023)[2]

      Sources
      -------
      1. Aldermoor Town Council, Minutes of the council, item 7 (A2, party to the dispute (Aldermoor))
      2. Fenwick Gazette, Aldermoor puts a toll on barges, front page (B1); County Courier, Barges to pay at Aldermoor, page 2 (B1)"
    `);
  });

  it("counts cooperation and conflict, and says how", async () => {
    expect(await body("chart balance from 2022")).toMatchInlineSnapshot(`
      "Cooperation and conflict by quarter: The Fenwick Canal tolls
      ============================================================

                                  conflict │ cooperation
      2022 Q1                            0 │ 0
      2022 Q2                            0 │ 0
      2022 Q3                            0 │ 0
      2022 Q4                            0 │ 0
      2023 Q1                            0 │ 0
      2023 Q2  ████████████████████████  1 │ 1  ████████████████████████

      Conflict outweighs cooperation in 0 of 6 quarters, cooperation outweighs conflict in 0. In 2023 Q2, the latest: 1 of cooperation, 1 of conflict.

      How it is counted: each event that has a type (consult, agree, threaten, sanction, assault and the like) counts once, unweighted, in the quarter of its first day. Replaced and refuted ones do not count. It counts what the record took in, so that a busy quarter may also be a well-reported one."
    `);
  });

  it("shows what is due and what passed", async () => {
    expect(await body("chart agenda")).toMatchInlineSnapshot(`
      "What is due, and what was: The Fenwick Canal tolls
      ==================================================

      ■  1 Dec 2024  Yearly count of barges
      ── the record ends, 31 Mar 2025
      △ 12 May 2025  County hearing on the canal charter
      ── today, 22 Nov 2026
      ■ settled   △ past, outcome not on record

      Still to come: 0. Past their day without an outcome on record: 1. Settled: 1. Was due 12 May 2025: The county is due to hear both towns by the middle of 2025, as the canal office expects.[1]

      Sources
      -------
      1. Fenwick Canal Office, Yearly count of barges, outlook (A2)"
    `);
  });

  it("says so where the record has nothing to draw", async () => {
    expect(await body("chart mediators")).toMatchInlineSnapshot(`
      "Who mediates between whom: The Fenwick Canal tolls
      ==================================================

      The record holds nothing that this picture could show."
    `);
  });

  it("offers what can be drawn for a name that it does not know", async () => {
    const { document } = await slash("chart unicorns");
    const lines = document.blocks.flatMap((block: Block) =>
      block.type === "actions" ? block.actions.map(({ line }) => line) : [],
    );
    expect(plainText(document.lead ?? document.title)).toContain("unicorns");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect((await slash(line)).document.blocks[0]?.type).not.toBe("list");
  });

  it("knows on an earlier day only what could be known", async () => {
    const bot = createTestBot({ flood: "none" }, [usIranDossier()]);
    const { document } = await bot.slash("chart uranium-60-stock as-of:2023-12-01");
    const [chart] = document.blocks;
    if (chart?.type !== "chart" || chart.figure.type !== "series") throw new Error("no series");
    expect(chart.figure.points.every(({ at }) => at < "2023-12-01")).toBe(true);
    expect(chart.figure.bends.every(({ at }) => at < "2023-12-01")).toBe(true);
  });

  it("completes measurements and topics by name", async () => {
    const { bot } = createTestBot({}, [canalDossier()]);
    const offered = (await bot.complete("chart", "of", "")).map(({ value }) => value);
    expect(offered).toEqual(
      expect.arrayContaining([...canalDossier().series.keys(), ...canalDossier().topics.keys()]),
    );
  });
});
