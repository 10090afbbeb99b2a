import { describe, expect, test } from "vitest";
import { asOf } from "../../../src/core/dossier/as-of.ts";
import { canalDossier } from "../../fixtures/dossiers.ts";

const dossier = canalDossier();
const on = (day: string) => asOf(dossier, Temporal.PlainDate.from(day));
const statuses = (day: string) =>
  Object.fromEntries(
    [...on(day).claims.values()]
      .filter(({ origin }) => origin === "claims")
      .map(({ id, status }) => [id, status]),
  );

test("only what was known that day, with the status of that day", () => {
  expect(statuses("2022-12-31")).toEqual({ "no-toll-2022": "current" });
  expect(statuses("2023-06-01")).toEqual({
    "no-toll-2022": "superseded",
    "toll-begins-2023": "current",
    "toll-was-secret": "current",
  });
  expect(statuses("2024-06-10")).toEqual({
    "no-toll-2022": "superseded",
    "toll-begins-2023": "current",
    "toll-was-secret": "rejected",
    "council-voted-2023": "current",
    "aldermoor-says-lawful-2024": "current",
  });
  expect(statuses("2024-07-01")).toMatchObject({
    "aldermoor-says-lawful-2024": "disputed",
    "brightwater-says-unlawful-2024": "disputed",
  });
});

test("a reason that came later is not given", () => {
  expect(on("2022-12-31").claims.get("no-toll-2022")?.reason).toBeUndefined();
  expect(on("2023-06-01").claims.get("no-toll-2022")?.reason).toBe(
    "Aldermoor began to charge barges on 12 April 2023.",
  );
});

test("a term is known once the latest date in its meaning is past", () => {
  const later = canalDossier({
    "glossary.yaml": (text) =>
      text.replace("the paper of 1901", "the paper of 1901, changed in 2024,"),
  });
  const terms = (day: string) => [...asOf(later, Temporal.PlainDate.from(day)).terms.keys()];
  expect([terms("2023-12-31"), terms("2024-01-01")]).toEqual([[], ["canal-charter"]]);
});

test("what was written with hindsight is left out until its day", () => {
  const later = canalDossier({
    "claims/quarrel.yaml": (text) =>
      text.replace("a century of free passage on the canal.", "free passage until 1 March 2025."),
  });
  const why = (day: string) =>
    asOf(later, Temporal.PlainDate.from(day)).claims.get("toll-begins-2023")?.why_it_matters;
  expect([why("2025-02-28"), why("2025-03-01")]).toEqual([
    undefined,
    "The charge ended free passage until 1 March 2025.",
  ]);
});

describe("other records", () => {
  test("an office reads as it stood", () => {
    expect(on("2023-06-01").claims.get("tobias-marsh-mayor")?.text).toBe(
      "Tobias Marsh has been mayor of Brightwater since 2015.",
    );
    expect(on("2024-02-01").claims.get("tobias-marsh-mayor")?.text).toBe(
      "Tobias Marsh was mayor of Brightwater from 2015 to 20 January 2024.",
    );
    expect(on("2023-06-01").actors.get("tobias-marsh")?.died).toBeUndefined();
    expect(on("2020-01-01").actors.get("edda-quill")?.offices).toEqual([]);
  });

  test("an office without a beginning is known from its source on", () => {
    const later = canalDossier({
      "actors.yaml": (text) => text.replace('      from: "2015"\n', ""),
    });
    const office = (day: string) =>
      asOf(later, Temporal.PlainDate.from(day)).claims.get("tobias-marsh-mayor")?.text;
    expect([office("2024-06-30"), office("2024-07-01")]).toEqual([
      undefined,
      "Tobias Marsh was mayor of Brightwater until 20 January 2024.",
    ]);
  });

  test("measurements, agenda, outcome, trend and dispute appear when they could be known", () => {
    const ids = (map: ReadonlyMap<string, unknown>) => [...map.keys()];
    const early = on("2023-06-01");
    expect([ids(early.series), ids(early.agenda), ids(early.trends), ids(early.disputes)]).toEqual([
      [],
      ["barge-count-2024"],
      [],
      [],
    ]);
    const outcome = (day: string) => {
      const item = on(day).agenda.get("barge-count-2024");
      return item?.type === "milestone" ? item.outcome : undefined;
    };
    expect([outcome("2024-11-30"), outcome("2024-12-01")]).toEqual([
      undefined,
      "fewer-barges-2024",
    ]);
    const late = on("2024-12-01");
    expect([ids(late.series), ids(late.agenda), ids(late.trends), ids(late.disputes)]).toEqual([
      ["barges"],
      ["county-hearing-2025", "barge-count-2024", "refund-if-unlawful"],
      ["trend-quarrel-2023"],
      ["is-the-toll-lawful"],
    ]);
  });

  test("a topic has no summary while part of it lies ahead", () => {
    expect(on("2023-06-01").topics.get("tolls")?.summary).toBeUndefined();
    expect(on("2024-07-01").topics.get("tolls")?.summary).toBe(
      dossier.topics.get("tolls")?.summary,
    );
  });
});

test("the last day shows the whole record, and a view of a view is taken from it", () => {
  const last = on("2025-03-31");
  expect({ ...last, asOf: undefined }).toEqual({ ...dossier, asOf: undefined });
  expect(asOf(on("2022-12-31"), dossier.until)).toBe(last);
});
