/** Exports opened by programs that others wrote: what they read is what the record holds. */
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { ReplyFile } from "#core";
import { toBibtex } from "../../../src/core/export/bibtex.ts";
import { toCslJson } from "../../../src/core/export/csl.ts";
import { toCsv } from "../../../src/core/export/csv.ts";
import { toIcs } from "../../../src/core/export/ics.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

const product = usIranDossier();
const { slash } = createTestBot({ flood: "none" }, [product]);

async function fileOf(line: string): Promise<ReplyFile & { readonly content: string }> {
  const [file] = (await slash(line)).files;
  if (!file || typeof file.content !== "string") throw new Error(`no file for ${line}`);
  return { ...file, content: file.content };
}

const csvRows = (text: string) =>
  parseCsv(text, { bom: true, columns: true }) as Readonly<Record<string, string>>[];

describe("CSV", () => {
  it("of a timeline holds each event with its sources", async () => {
    const { name, content } = await fileOf("export timeline nuclear as csv");
    expect(name).toBe("timeline-nuclear-programme-and-nuclear-deals-2026-06-17.csv");
    const rows = csvRows(content);
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      const claim = product.claims.get(row["id"] ?? "");
      expect(row).toMatchObject({ headline: claim?.headline, text: claim?.text });
      expect(row["sources"]).toMatch(/\([A-F][1-6]\)/);
    }
  });

  it.each(["export agenda as csv", "export sources as csv", "export prisoners as csv"])(
    "%s has as many rows as it says",
    async (line) => {
      const reply = await slash(line);
      const [file] = reply.files;
      const said = JSON.stringify(reply.document.lead);
      expect(said).toContain(`"value":"${csvRows(String(file?.content)).length}"`);
    },
  );

  it("keeps every text as it was, and none of them is a formula", () => {
    const cells = fc.string({ unit: "grapheme" }).map((text) => text.replace(/\0/g, ""));
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells), { minLength: 1 }), (rows) => {
        const read = parseCsv(toCsv(["a", "b"], rows), { bom: true }) as string[][];
        expect(read.slice(1).map((row) => row.length)).toEqual(rows.map(() => 2));
        for (const [at, row] of rows.entries()) {
          for (const [column, text] of row.entries()) {
            const cell = read[at + 1]?.[column] ?? "";
            expect([text, `'${text}`]).toContain(cell);
            expect(cell).not.toMatch(/^[=+\-@\t\r]/);
          }
        }
      }),
    );
  });

  it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", " =1"])(
    "disarms %j",
    (text) => {
      expect(parseCsv(toCsv(["a"], [[text]]), { bom: true })).toEqual([["a"], [`'${text}`]]);
    },
  );

  it("leaves numbers numbers", () => {
    expect(toCsv(["a"], [[-3.5]])).toBe("\uFEFFa\r\n-3.5\r\n");
  });
});

describe("ICS", () => {
  const read = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  };

  it("of the agenda has each milestone on its days", async () => {
    const { content } = await fileOf("export agenda");
    const events = read(content);
    const milestones = [...product.agenda.values()].filter(({ type }) => type === "milestone");
    expect(events.length).toBe(milestones.length);
    const ceasefire = events.find(({ summary }) => summary.startsWith("Two-week ceasefire"));
    expect(ceasefire?.startDate.toString()).toBe("2026-04-21");
    expect(ceasefire?.endDate.toString()).toBe("2026-04-23");
    expect(ceasefire?.description).toContain("What came of it:");
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it("gives the same calendar each time it is asked for", async () => {
    const [one, other] = [await fileOf("export agenda"), await fileOf("export agenda")];
    expect(one.content).toBe(other.content);
  });

  it("has lines of at most 75 octets, and reads back whatever was written", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const day = Temporal.PlainDate.from("2026-02-28");
        const ics = toIcs({
          name: "n",
          description: "d",
          events: [
            { uid: "u", from: day, until: day, summary, description, categories: ["a,b"] },
          ].map((event) => ({ ...event, changed: day, tentative: false })),
        });
        for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThan(76);
        const [event] = read(ics);
        const shown = (text: string) => text.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, " ");
        expect(event?.summary).toBe(shown(summary));
        expect(event?.description).toBe(shown(description));
        expect(event?.endDate.toString()).toBe("2026-03-01");
      }),
    );
  });
});

describe("sources for reference managers", () => {
  const sources = [...product.sources.values()];
  const cslOf = (type: string, data: unknown) =>
    plugins.input.chain(data, {
      ...{ forceType: type, maxChainLength: 10, generateGraph: false, strict: true },
      target: "@csl/list+object",
    }) as Record<string, unknown>[];

  it("CSL-JSON is read by Citation.js without a change", () => {
    const items = JSON.parse(toCslJson(sources)) as Record<string, unknown>[];
    const read = cslOf("@csl/list+object", items);
    expect(read.length).toBe(sources.length);
    for (const [at, item] of items.entries()) expect(read[at]).toMatchObject(item);
  });

  it("BibTeX gives the same titles, publishers, years and addresses", () => {
    const read = cslOf("@bibtex/text", toBibtex(sources));
    expect(read.length).toBe(sources.length);
    for (const [at, source] of sources.entries()) {
      const item = read[at] as { title: string; URL?: string; issued?: object };
      expect(plain(item.title)).toBe(source.title.replace(/\s+/g, " "));
      // It encodes the percent signs of some addresses that are encoded already.
      expect([source.url, encodeURI(source.url ?? "")]).toContain(item.URL);
      expect(item.issued === undefined).toBe(source.published === undefined);
    }
  });

  it("BibTeX closes what TeX would run", () => {
    const [source] = canalDossier().sources.values();
    if (!source) throw new Error("no source");
    const title = "50 % & more_than {one} \\input{/etc/passwd} #1 $x^2$ ~";
    const [item] = cslOf("@bibtex/text", toBibtex([{ ...source, title }]));
    expect(plain(String(item?.["title"]))).toBe(title);
    expect(toBibtex([{ ...source, title }])).not.toContain("\\input{");
  });

  /** Without the marks that keep a title's capitals. */
  function plain(title: string): string {
    return title.replace(/<[^>]+>/g, "");
  }
});

describe("export", () => {
  it("takes along the last answer of the thread", async () => {
    const bot = createTestBot({ flood: "none" }, [product]);
    const thread = { thread: "test:w:general:1" };
    await bot.slash("topic prisoners", thread);
    const reply = await bot.slash("export answer as json", thread);
    const held = JSON.parse(String(reply.files[0]?.content)) as {
      claims: { id: string }[];
      sources: { id: string }[];
    };
    expect(held.claims.length).toBeGreaterThan(2);
    for (const { id } of held.claims) expect(product.claims.has(id)).toBe(true);
    expect(held.sources.length).toBeGreaterThan(2);
  });

  it("says so when there is no answer yet", async () => {
    const { files, document } = await slash("export");
    expect(files).toEqual([]);
    expect(JSON.stringify(document)).toContain("There is no answer here yet");
  });

  it("holds on an earlier day only what was known", async () => {
    const { content } = await fileOf("export timeline as json as-of:2023-12-01");
    const { claims } = JSON.parse(content) as { claims: { known_from: string }[] };
    expect(claims.length).toBeGreaterThan(10);
    expect(claims.every(({ known_from }) => known_from <= "2023-12-01")).toBe(true);
  });

  it("as Markdown reads as the answer reads", async () => {
    const { content } = await fileOf("export agenda as markdown");
    expect(content).toContain("# What to watch");
    expect(content).not.toContain("topic prisoners depth");
  });
});
