import fc from "fast-check";
import { expect, test } from "vitest";
import { asOf } from "../../../src/core/dossier/as-of.ts";
import { namesOf } from "../../../src/core/dossier/names.ts";
import { parseDossier } from "../../../src/core/dossier/parse.ts";
import { canalDossier, canalFiles } from "../../fixtures/dossiers.ts";

const scrap = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "- ",
    "  ",
    ": ",
    "&a ",
    "*a",
    "!!js ",
    "[",
    "{",
    "\n",
    "\t",
    "# ",
    "'",
    '"',
    "2023",
    "..",
    "---\n",
  ),
);

test("whatever is typed into a file gives a dossier or problems with a place in it, never a crash", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...canalFiles.keys()),
      fc.nat(),
      fc.nat(30),
      scrap,
      (file, place, deleted, typed) => {
        const text = canalFiles.get(file) ?? "";
        const at = place % (text.length + 1);
        const changed = text.slice(0, at) + typed + text.slice(at + deleted);
        const parsed = parseDossier(new Map(canalFiles).set(file, changed));
        if ("dossier" in parsed) return;
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const problem of parsed.problems) {
          const lines = problem.file === file ? changed : (canalFiles.get(problem.file) ?? "");
          expect(problem.message).not.toBe("");
          expect(problem.line).toBeLessThanOrEqual(lines.split(/\r\n|\r|\n/).length);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("a later view knows all that an earlier one knew, and every link in a view leads to something in it", () => {
  const dossier = canalDossier();
  const day = fc
    .integer({ min: 0, max: 3_000 })
    .map((days) => Temporal.PlainDate.from("2018-01-01").add({ days }));
  fc.assert(
    fc.property(day, fc.nat(1_000), (first, later) => {
      const [before, after] = [asOf(dossier, first), asOf(dossier, first.add({ days: later }))];
      expect([...after.claims.keys()]).toEqual(expect.arrayContaining([...before.claims.keys()]));
      for (const claim of before.claims.values()) {
        const linked = [claim.causes, claim.supersedes, claim.contradicts, claim.rejects].flat();
        expect(linked.filter((id) => !before.claims.has(id))).toEqual([]);
        if (claim.status === "disputed") expect(before.links.contradicts.has(claim.id)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test("any words can be looked up", () => {
  const names = namesOf(canalDossier());
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (words) => {
      names.find(words);
      names.suggest(words);
      names.complete(words);
      for (const { start, end } of names.scan(words)) expect(start).toBeLessThan(end);
    }),
  );
});
