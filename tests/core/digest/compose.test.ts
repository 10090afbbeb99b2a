import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dossier, type Edition, type Filter, plainText } from "#core";
import { contentsOf } from "../../../src/core/digest/compose/difference.ts";
import { fileRound, fromTheFile } from "../../../src/core/digest/compose/from-the-file.ts";
import { composeEdition, editionId } from "../../../src/core/digest/compose.ts";
import { wordsOf } from "../../../src/core/document/length.ts";
import { saidIn } from "../../../src/core/document/walk.ts";
import { asOf } from "../../../src/core/dossier/as-of.ts";
import { faultsOf } from "../../fakes/grounding.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

const us = usIranDossier();
const everything: Filter = { topics: [], actors: [] };
const now = Temporal.Instant.from("2026-11-22T08:00:00Z");
const date = (day: string) => Temporal.PlainDate.from(day);

/** The dossier as its files would have read on a day: what became known later is not in them. */
function asItWas(dossier: Dossier, day: Temporal.PlainDate): Dossier {
  const { asOf: _, ...view } = asOf(dossier, day);
  return { ...view, until: day, version: day.toString() };
}

function compose(more: {
  readonly dossier?: Dossier;
  readonly day: Temporal.PlainDate;
  readonly filter?: Filter;
  readonly depth?: Edition["input"]["depth"];
  readonly base?: Edition | undefined;
  readonly time?: string;
  readonly now?: Temporal.Instant;
}): Edition {
  const { dossier = us, day, filter = everything, depth = "full", base, time = "08:00" } = more;
  return composeEdition({
    ...{ dossier, filter, depth, base },
    slot: `${day} ${time}`,
    now: more.now ?? now,
  });
}

/** Editions of consecutive days, each on the base of the one before. */
function days(
  first: string,
  count: number,
  of: (day: Temporal.PlainDate) => Dossier = () => us,
  depth: Edition["input"]["depth"] = "full",
  step = 1,
): readonly Edition[] {
  const editions: Edition[] = [];
  for (let at = 0; at < count; at += 1) {
    const day = date(first).add({ days: at * step });
    editions.push(compose({ dossier: of(day), day, depth, base: editions.at(-1) }));
  }
  return editions;
}

/** Words that stand in it as such, of sentences about the world. */
function wordsIn(edition: Edition): readonly string[] {
  return [edition.document, ...(edition.depth ? [edition.depth] : [])].flatMap((document) =>
    saidIn(document).flatMap(({ sentence, role }) =>
      sentence.type === "claim" && role !== "button" ? [plainText(sentence)] : [],
    ),
  );
}

function headings(edition: Edition): readonly string[] {
  return edition.document.blocks.flatMap((block) =>
    block.type === "heading" ? [plainText(block.sentence)] : [],
  );
}

const war = days("2026-02-26", 10, (day) => asItWas(us, day));
const quiet = days("2026-11-21", 11);

const anyDay = fc
  .integer({ min: 0, max: 4_000 })
  .map((after) => date("2016-02-01").add({ days: after }));
const anyFilter = fc.record({
  topics: fc.subarray([...us.topics.keys()], { maxLength: 3 }),
  actors: fc.subarray(["iran", "united-states", "iaea", "abbas-araghchi"], { maxLength: 2 }),
});

describe("an edition", () => {
  it("is the same for everyone whose five inputs are equal", () => {
    fc.assert(
      fc.property(anyDay, anyFilter, (day, filter) => {
        const base = compose({ day: day.subtract({ days: 1 }), filter });
        const turned = { topics: filter.topics.toReversed(), actors: filter.actors.toReversed() };
        const later = now.add({ hours: 5 });
        const one = compose({ day, filter, base });
        const other = compose({ day, filter: turned, base, now: later });
        expect(other).toEqual({ ...one, composed: later.toString() });
      }),
      { numRuns: 15 },
    );
  });

  it("has another id when one of the five differs", () => {
    const day = date("2026-11-22");
    const [base] = quiet;
    const request = { dossier: us, filter: everything, depth: "90s" as const, base, now };
    const slot = `${day} 08:00`;
    const ids = [
      editionId({ ...request, slot }),
      editionId({ ...request, slot: `${day} 17:00` }),
      editionId({ ...request, slot, depth: "full" }),
      editionId({ ...request, slot, base: undefined }),
      editionId({ ...request, slot, filter: { topics: ["nuclear"], actors: [] } }),
      editionId({ ...request, slot, filter: { ...everything, less: ["nuclear"] } }),
      editionId({ ...request, slot, dossier: { ...us, version: "0" } }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(composeEdition({ ...request, slot }).id).toBe(ids[0]);
  });

  it("says at no depth what the full one does not say", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(anyDay, anyFilter, fc.integer({ min: 1, max: 9 }), (day, filter, apart) => {
        const view = (on: Temporal.PlainDate) => asItWas(us, on);
        const before = day.subtract({ days: apart });
        const base = compose({ dossier: view(before), day: before, filter });
        const at = (depth: "headline" | "90s" | "full") =>
          wordsIn(compose({ dossier: view(day), day, filter, base, depth }));
        const [headline, ninety, full] = [at("headline"), at("90s"), at("full")];
        const missing = (shallow: readonly string[], deep: readonly string[]) =>
          shallow.filter((words) => !deep.some((other) => other.includes(words)));
        expect(missing(headline, ninety)).toEqual([]);
        expect(missing(ninety, full)).toEqual([]);
      }),
      {
        numRuns: 100,
        // Here the card with a thread below it once had room for less than the one without.
        examples: [
          [date("2026-02-27"), { topics: ["conflict"], actors: ["united-states", "iaea"] }, 2],
        ],
      },
    );
  });

  it("stands on its claims", () => {
    const faults = [...war, ...quiet].flatMap(({ document, depth, input }) => {
      const dossier = input.version.includes("2026-")
        ? asItWas(us, date(input.slot.slice(0, 10)))
        : us;
      return [document, ...(depth ? [depth] : [])].flatMap((each) => faultsOf(each, dossier));
    });
    expect(faults).toEqual([]);
  });

  it("has at most five items, new or changed, and none twice unless it changed", () => {
    const told = new Map<string, string | undefined>();
    for (const { shown, claims, input } of war.slice(1)) {
      expect(shown.items.length).toBeLessThanOrEqual(5);
      for (const id of shown.items) {
        expect([id, told.get(id), input.slot]).not.toEqual([id, claims[id], input.slot]);
        told.set(id, claims[id]);
      }
    }
    expect(told.size).toBeGreaterThanOrEqual(15);
  });

  it("fits into a card that is read to its end", () => {
    const counts = [...war, ...quiet].map(({ document }) => wordsOf(document));
    expect(Math.max(...counts)).toBeLessThanOrEqual(450);
    expect(counts.filter((count) => count <= 360).length).toBeGreaterThan(counts.length * 0.7);
  });
});

describe("a day without changes", () => {
  it("says so in a line and still has history, file, dispute and watch list", () => {
    const edition = quiet.find(({ input }) => input.slot.startsWith("2026-11-24"));
    expect(edition?.quiet).toBe(true);
    expect(edition?.shown.items).toEqual([]);
    expect(plainText(edition?.document.lead ?? ({ type: "service" } as never))).toBe(
      "No change since 23 November. On this day in 2013: Iran and six powers agree an interim nuclear deal in Geneva.",
    );
    // Where things stand comes after them when the file of the day leaves room.
    expect(headings(edition as Edition).slice(0, 4)).toEqual([
      "On this day",
      expect.stringMatching(/^From the file: \S/),
      "Disputed",
      "What to watch",
    ]);
  });

  it("is another one every day", () => {
    const rest = quiet.slice(1);
    expect(new Set(rest.map(({ shown }) => shown.file)).size).toBe(rest.length);
    expect(rest.every((edition) => edition.quiet)).toBe(true);
  });

  it("tells its file and history no second time on the same day", () => {
    const day = date("2026-11-24");
    const morning = compose({ day, base: quiet[0] });
    const evening = compose({ day, time: "18:00", base: morning });
    expect(evening.shown.file).toBeUndefined();
    expect(headings(evening)).toEqual(["Disputed", "What to watch", "Where things stand"]);
  });
});

describe("from the file", () => {
  it("tells every record of the pool once before any comes again, whatever day it begins", {
    timeout: 30_000,
  }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), anyFilter, (after, filter) => {
        const start = date("2026-08-01").add({ days: after });
        // A day after which nothing on record is still too young to be filed.
        const pool = fileRound(us, filter, date("2027-01-01"));
        fc.pre(pool.length > 0);
        const epoch = date("2000-01-01").until(start, { largestUnit: "days" }).days;
        const first = start.add({ days: pool.length - (epoch % pool.length) });
        const told = pool.map((_, at) => fromTheFile(us, filter, first.add({ days: at }))?.id);
        expect(new Set(told).size).toBe(pool.length);
      }),
      { numRuns: 5 },
    );
  });

  it("lets all topics take turns", () => {
    const first = date("2026-11-22");
    const topics = Array.from(
      { length: 30 },
      (_, at) => fromTheFile(us, everything, first.add({ days: at }))?.topics[0],
    );
    expect(new Set(topics).size).toBeGreaterThanOrEqual(9);
  });
});

describe("what changed", () => {
  const before = canalDossier();
  const base = compose({ dossier: before, day: date("2026-03-01") });

  it("tells new, updated, corrected and withdrawn apart", () => {
    const contents = contentsOf(before);
    const after = canalDossier({
      "claims/quarrel.yaml": (text) =>
        text.replace(
          "began to charge each barge 40 crowns",
          "began to charge every barge 40 crowns",
        ),
    });
    const edition = compose({ dossier: { ...after, version: "2" }, day: date("2026-03-02"), base });
    expect(edition.shown.items).toEqual(["toll-begins-2023"]);
    const { [edition.shown.items[0] ?? ""]: _, ...withoutOne } = contents;
    const older: Edition = { ...base, claims: { ...withoutOne, "gone-2020": "cffffffff" } };
    const next = compose({ dossier: before, day: date("2026-03-02"), base: older });
    const said = saidIn(next.document).map(({ sentence }) => plainText(sentence));
    expect(said).toContain("Since Sunday 1 March 2026: 1 new, 1 withdrawn.");
    expect(said).toContain("gone-2020 was taken off the record.");
  });

  it("looks back when a week lies between", () => {
    const [, weekly] = days("2026-06-12", 2, (day) => asItWas(us, day), "90s", 7);
    expect(headings(weekly as Edition)).toContain("The trend over time");
    expect(headings(weekly as Edition)).toContain("What the watch list came to");
  });
});
