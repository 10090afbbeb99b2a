/**
 * The product's promise as a check: every number, date and proper name of a claim sentence occurs in
 * its claims or is worked out from them, every citation resolves, and what is not about the subject
 * holds no figure, date or name of its own.
 */
import { describe, expect, it } from "vitest";
import { saidIn } from "../../src/core/document/walk.ts";
import { asOf } from "../../src/core/dossier/as-of.ts";
import { texts } from "../../src/core/texts/index.ts";
import { createTestBot } from "../fakes/bot.ts";
import { faultsOf } from "../fakes/grounding.ts";
import { linesOf } from "../fakes/lines.ts";
import { canalDossier, usIranDossier } from "../fixtures/dossiers.ts";

describe.each([
  { name: "the tiny dossier", dossier: canalDossier(), days: ["2023-05-01", "2024-08-01"] },
  {
    name: "the dossier of the product",
    dossier: usIranDossier(),
    days: ["2016-02-01", "2023-10-01", "2024-06-15", "2025-06-20", "2026-03-01"],
  },
])("on $name", ({ dossier, days }) => {
  it("every sentence of every subcommand stands on its claims", { timeout: 120_000 }, async () => {
    const { slash } = createTestBot({ flood: "none" }, [dossier]);
    const faults = new Set<string>();
    let sentences = 0;
    for (const line of linesOf(dossier, days)) {
      const { document } = await slash(line);
      const day = /as-of:(\S+)/.exec(line)?.[1];
      const view = day === undefined ? dossier : asOf(dossier, Temporal.PlainDate.from(day));
      for (const fault of faultsOf(document, view)) faults.add(fault);
      sentences += saidIn(document).length;
      if (document.title.type === "service" && document.title.text === "title.defect")
        faults.add(`defect: ${line}`);
    }
    expect([...faults]).toEqual([]);
    expect(sentences).toBeGreaterThan(dossier.claims.size);
  });
});

describe("the catalogue of service texts", () => {
  it("holds no figure and no name of a record", () => {
    const names = [canalDossier(), usIranDossier()]
      .flatMap(({ actors, terms }) => [
        ...[...actors.values()].flatMap(({ name, aliases }) => [name, ...aliases]),
        ...[...terms.values()].map(({ term }) => term),
      ])
      .filter((name) => /^\p{Lu}/u.test(name) && name.length > 3);
    const faulty = Object.entries(texts).filter(
      ([, text]) =>
        /\d/.test(text) ||
        names.some((name) => new RegExp(`\\b${RegExp.escape(name)}\\b`, "u").test(text)),
    );
    expect(faulty).toEqual([]);
  });
});
