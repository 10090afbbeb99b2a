import { expect, test } from "vitest";
import { createDocument, named, say, toHtml } from "#core";
import { dossierOf } from "../../fakes/dossier.ts";

const name = say("label.name", { name: named("series", "stock", "Stock") });
const point = (at: string, value: number, kind: "measured" | "estimate" = "measured") => ({
  at,
  value,
  kind,
  claim: `stock-${at}`,
});

function drawn(points: readonly ReturnType<typeof point>[], unit = "kg"): string {
  const gaps = [{ from: "2022-01-01", until: "2022-12-31" }];
  const figure = { type: "series" as const, unit, points, gaps, bends: [] };
  const chart = { type: "chart" as const, title: name, alt: [], figure };
  return (
    /<svg.*<\/svg>/.exec(
      toHtml(createDocument({ title: name, blocks: [chart] }, dossierOf([]))),
    )?.[0] ?? ""
  );
}

test("a series is drawn with its gap, its kinds of points and its unit", () => {
  const svg = drawn([
    point("2021-01-01", 10),
    point("2021-07-01", 40.5, "estimate"),
    point("2023-01-01", 80),
  ]);
  expect(svg.replaceAll("><", ">\n<")).toMatchInlineSnapshot(`
    "<svg viewBox="0 0 640 220" aria-hidden="true">
    <path class="grid" d="M46 194H626"/>
    <text x="38" y="198" text-anchor="end">0</text>
    <path class="grid" d="M46 106H626"/>
    <text x="38" y="110" text-anchor="end">40</text>
    <path class="grid" d="M46 18H626"/>
    <text x="38" y="22" text-anchor="end">80</text>
    <text x="46" y="10">kg</text>
    <rect class="gap" x="336" y="18" width="289.2" height="176"/>
    <text x="480.6" y="36" text-anchor="middle">not measured</text>
    <text x="336" y="212" text-anchor="middle">2022</text>
    <text x="626" y="212" text-anchor="middle">2023</text>
    <polyline points="46,172 189.8,104.9"/>
    <polyline points="626,18"/>
    <circle class="measured" cx="46" cy="172" r="3.5">
    <title>1 Jan 2021: 10 kg</title>
    </circle>
    <circle class="estimate" cx="189.8" cy="104.9" r="3.5">
    <title>1 Jul 2021: 40.5 kg (estimate)</title>
    </circle>
    <circle class="measured" cx="626" cy="18" r="3.5">
    <title>1 Jan 2023: 80 kg</title>
    </circle>
    </svg>"
  `);
});

test("too few points are left to the words, and a unit is only text", () => {
  expect(drawn([point("2021-01-01", 10), point("2021-07-01", 20)])).toBe("");
  expect(drawn([])).toBe("");
  const three = [point("2021-01-01", 1), point("2021-02-01", 2), point("2021-03-01", 3)];
  expect(drawn(three, "<script>")).not.toContain("<script>");
});

test("a picture drawn elsewhere takes the place of our own", () => {
  const figure = { type: "series" as const, unit: "kg", gaps: [], bends: [] };
  const chart = {
    ...{ type: "chart" as const, title: name, alt: [say("label.watch")] },
    figure: { ...figure, points: [point("2021-01-01", 10), point("2022-01-01", 20)] },
  };
  const document = createDocument({ title: name, blocks: [chart] }, dossierOf([]));
  const html = toHtml(document, "", () => "<picture></picture>");
  expect(/<figure.*<\/figure>/.exec(html)?.[0]).toBe(
    '<figure class="chart"><figcaption>Stock</figcaption><picture></picture><p>What to watch</p></figure>',
  );
});
