import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Figure, Look, Picture } from "#core";
import { drawSvg } from "../../../src/runtime/pictures/draw.ts";
import { createPictures } from "../../../src/runtime/pictures/pictures.ts";

const pictures = createPictures();
afterAll(() => pictures.stop());

const wide: Look = { width: 1_200, theme: "light" };
const phone: Look = { width: 380, theme: "dark" };

function picture(figure: Figure, title = "A title"): Picture {
  return { title, subtitle: "kg", footer: "A source · record to 2026-06-17", figure, alt: "" };
}

function readings(count: number): Figure {
  const day = Temporal.PlainDate.from("2020-01-01");
  return {
    type: "series",
    unit: "kg",
    points: Array.from({ length: count }, (_, index) => ({
      at: day.add({ days: index * 7 }).toString(),
      value: index * 3,
      kind: "estimate" as const,
      claim: `c${index}`,
    })),
    gaps: count > 0 ? [{ from: day.add({ days: count * 7 }).toString() }] : [],
    bends: [],
  };
}

const empty: readonly Figure[] = [
  readings(0),
  { type: "tracks", from: "2020-01-01", until: "2020-01-01", eras: [], events: [] },
  { type: "balance", quarters: [] },
  { type: "mediation", pairs: [] },
  { type: "agenda", today: "2026-11-22", coverageUntil: "2026-06-17", items: [] },
];

function crowded(count: number): Figure {
  return {
    type: "tracks",
    from: "2013-01-01",
    until: "2026-06-17",
    eras: [{ from: "2012-01-01", until: "2018-05-08", label: "talks" }],
    events: Array.from({ length: count }, (_, index) => ({
      at: Temporal.PlainDate.from("2013-01-01")
        .add({ days: (index * 997) % 4_900 })
        .toString(),
      track: (["diplomacy", "nuclear", "pressure", "conflict"] as const)[index % 4] ?? "nuclear",
      label: `Headline number ${index} of a crowded record`,
      claim: `c${index}`,
      weight: index % 9,
    })),
  };
}

/** Boxes of the labels in a drawing: where each text begins, and its first line. */
function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? "");
}

describe("a picture", () => {
  it.each(empty.map((figure) => [figure.type, figure] as const))(
    "of %s is drawn without any data, with its title and footer",
    (_type, figure) => {
      for (const look of [wide, phone]) {
        const texts = textsOf(drawSvg(picture(figure), look));
        expect(texts).toContain("A title");
        expect(texts).toContain("A source · record to 2026-06-17");
      }
    },
  );

  it.each([1, 2, 500])("draws a series of %i points, and names the last value", (count) => {
    const texts = textsOf(drawSvg(picture(readings(count)), phone));
    expect(texts).toContain(`${((count - 1) * 3).toLocaleString("en-US")} kg`);
  });

  it("labels what has room among 500 events, the weightiest first", () => {
    const texts = textsOf(drawSvg(picture(crowded(500)), wide)).filter((text) =>
      text.startsWith("Headline"),
    );
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.length).toBeLessThan(80);
  });

  it("closes markup that stands in its words", () => {
    const hostile = `</text><script>alert(1)</script><image href="http://x/"/>&`;
    fc.assert(
      fc.property(
        fc.constantFrom(...empty, crowded(8)),
        fc.constantFrom(wide, phone),
        (figure, look) => {
          const svg = drawSvg(
            { ...picture(figure, hostile), subtitle: hostile, footer: hostile },
            look,
          );
          expect(svg).not.toMatch(/<script|<image|<\/text><script/i);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("comes as PNG with its text drawn, right-to-left names too", async () => {
    const figure = (label: string): Figure => ({
      type: "mediation",
      pairs: [
        {
          parties: ["Iran", "United States"],
          mediators: [{ label, topics: ["talks"], first: "2026", last: "2026", claims: ["c"] }],
        },
      ],
    });
    const [persian, blank] = await Promise.all([
      pictures.png(picture(figure("پاکستان")), phone),
      pictures.png(picture(figure(" ")), phone),
    ]);
    expect([...persian.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect(persian.length).not.toBe(blank.length);
  });

  it("is the same bytes for the same words, data and look, drawn once", async () => {
    const first = await pictures.png(picture(readings(12)), wide);
    expect(await pictures.png(picture(readings(12)), wide)).toBe(first);
    const other = createPictures();
    expect(Buffer.from(await other.png(picture(readings(12)), wide)).equals(first)).toBe(true);
    await other.stop();
  });

  it("says so when it cannot be drawn, and draws the next one", async () => {
    const broken = { ...picture(readings(1)), figure: { type: "unknown" } as unknown as Figure };
    await expect(pictures.svg(broken, wide)).rejects.toThrow("the picture could not be drawn");
    expect(await pictures.svg(picture(readings(1)), wide)).toContain("<svg");
  });
});
