import { describe, expect, it } from "vitest";
import { agendaFigure, balanceFigure, mediationFigure, seriesFigure, tracksFigure } from "#core";
import { asOf } from "../../../src/core/dossier/as-of.ts";
import { parseEdtf } from "../../../src/core/dossier/edtf.ts";
import { readDossier } from "../../../src/runtime/dossier-files.ts";

const root = new URL("../../../briefings", import.meta.url).pathname;
const read = await readDossier(root, "us-iran");
if (read.type !== "dossier") throw new Error("the dossier has problems: npm run dossier -- check");
const { dossier } = read;
const stock = [...dossier.series.values()].find((series) => /60/.test(series.title));
if (!stock) throw new Error("the dossier has no series of 60 % uranium");

describe("the figures of the record", () => {
  it("give a series its readings in order, each with the claim that carries it", () => {
    const figure = seriesFigure(stock, dossier);
    expect(figure.points.length).toBe(stock.points.length);
    expect(figure.points.map(({ at }) => at)).toEqual(figure.points.map(({ at }) => at).toSorted());
    for (const point of figure.points)
      expect(dossier.claims.get(point.claim)?.text).toContain(String(point.value));
    expect(figure.gaps).toEqual([{ from: "2025-06-14", until: dossier.until.toString() }]);
  });

  it("show of a series only what was known on the chosen day", () => {
    const then = asOf(dossier, Temporal.PlainDate.from("2024-01-01"));
    const figure = seriesFigure(stock, then);
    expect(figure.points.every(({ at }) => at < "2024-01-01")).toBe(true);
    expect(figure.points.length).toBeGreaterThan(2);
  });

  it("count each event of a quarter once, by the stance of its type", () => {
    const { quarters } = balanceFigure(dossier, parseEdtf("2025-04/2025-06"));
    expect(quarters.map(({ label }) => label)).toEqual(["2025 Q2"]);
    const [quarter] = quarters;
    expect(quarter?.claims).toContain("round1-2025");
    expect(quarter?.claims.length).toBe((quarter?.cooperation ?? 0) + (quarter?.conflict ?? 0));
    expect(new Set(quarter?.claims).size).toBe(quarter?.claims.length);
    expect(balanceFigure(dossier, parseEdtf("1960/1961")).quarters).toEqual([]);
  });

  it("place events of a stretch in it, oldest first", () => {
    const figure = tracksFigure(dossier, parseEdtf("2025-06/2025-07"));
    expect(figure.events.map(({ claim }) => claim)).toContain("israel-attack-june2025");
    expect(figure.events.every(({ at }) => at >= "2025-05" && at <= "2025-07-31")).toBe(true);
    expect(
      figure.events.every(({ claim }) => dossier.claims.get(claim)?.status !== "rejected"),
    ).toBe(true);
  });

  it("name who went between whom, the busiest first", () => {
    const { pairs } = mediationFigure(dossier);
    expect(pairs[0]?.parties).toEqual(["United States", "Iran"]);
    expect(pairs[0]?.mediators[0]).toMatchObject({ label: "Oman", first: "2023", last: "2026" });
    expect(pairs.flatMap(({ mediators }) => mediators.map(({ label }) => label))).toEqual(
      expect.arrayContaining(["Pakistan", "Qatar", "China", "Egypt"]),
    );
  });

  it("tell a date that is settled from one that passed without a word", () => {
    const { items } = agendaFigure(dossier, Temporal.PlainDate.from("2026-11-22"));
    expect(items.map(({ until }) => until)).toEqual(items.map(({ until }) => until).toSorted());
    for (const item of items) {
      const milestone = dossier.agenda.get(item.record);
      const outcome = milestone?.type === "milestone" ? milestone.outcome : undefined;
      expect(item.state === "settled").toBe(outcome !== undefined);
      if (item.state === "past") expect(item.until < "2026-11-22").toBe(true);
    }
    expect(items.some(({ state }) => state === "past")).toBe(true);
  });
});
