/** The feeds as a reader's program gets them, over HTTP. */
import ICAL from "ical.js";
import Parser from "rss-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { feedRoute } from "../../src/runtime/feeds.ts";
import { type HttpServer, startHttp } from "../../src/runtime/http.ts";
import { claim, dossierOf } from "../fakes/dossier.ts";
import { createFakeLog } from "../fakes/log.ts";
import { canalDossier, usIranDossier } from "../fixtures/dossiers.ts";

const product = usIranDossier();
const canal = canalDossier();
const library = {
  ids: [product.id, canal.id],
  get: (id?: string) => (id === canal.id ? canal : product),
};
let server: HttpServer;
beforeAll(async () => {
  server = await startHttp({
    host: "127.0.0.1",
    port: 0,
    publicUrl: "https://briefs.example",
    routes: [feedRoute({ library, publicUrl: "https://briefs.example/" })],
    log: createFakeLog().log,
  });
});
afterAll(() => server.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers });

describe("/feeds/changes.rss", () => {
  it("is read by a feed reader: newest first, with sources", async () => {
    const response = await get("/feeds/changes.rss");
    expect(response.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
    const feed = await new Parser().parseString(await response.text());
    expect(feed).toMatchObject({
      title: "US–Iran diplomacy: what changed",
      link: "https://briefs.example/",
      feedUrl: "https://briefs.example/feeds/changes.rss",
    });
    expect(feed.items.length).toBe(50);
    const dates = feed.items.map(({ isoDate }) => isoDate ?? "");
    expect(dates).toEqual(dates.toSorted().toReversed());
    for (const item of feed.items) {
      expect(item.title?.length).toBeGreaterThan(5);
      expect(item.contentSnippet).toContain("Sources: ");
    }
    expect(new Set(feed.items.map(({ guid }) => guid)).size).toBe(50);
  });

  it("of a topic, and of another dossier", async () => {
    const topic = await new Parser().parseString(
      await (await get("/feeds/prisoners/changes.rss")).text(),
    );
    expect(
      topic.items.every(({ categories }) =>
        categories?.includes("Prisoners and detained nationals"),
      ),
    ).toBe(true);
    const other = await new Parser().parseString(
      await (await get("/feeds/changes.rss?in=canal-tolls")).text(),
    );
    expect(other.title).toBe("The Fenwick Canal tolls: what changed");
  });

  it("closes markup that stands in the record", async () => {
    const hostile = `</p></description><script>alert(1)</script>&]]>`;
    const dossier = {
      ...canal,
      claims: new Map([
        ["x", { ...claim("x", { headline: hostile, text: hostile }), topics: ["tolls"] }],
      ]),
      sources: dossierOf([]).sources,
    };
    const route = feedRoute({ library: { ids: ["canal-tolls"], get: () => dossier } });
    if (!("fetch" in route)) throw new Error("no handler");
    const text = await (
      await route.fetch(new Request("http://localhost/feeds/changes.rss"))
    ).text();
    expect(text).not.toContain("<script");
    const [item] = (await new Parser().parseString(text)).items;
    expect(item?.title).toBe(hostile);
    expect(item?.contentSnippet).toContain(hostile);
    expect(item?.content).not.toContain("<script");
  });
});

describe("/feeds/agenda.ics", () => {
  it("is read by a calendar", async () => {
    const response = await get("/feeds/agenda.ics");
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const calendar = new ICAL.Component(ICAL.parse(await response.text()));
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("US–Iran diplomacy: what is due");
    expect(calendar.getAllSubcomponents("vevent").length).toBe(
      [...product.agenda.values()].filter(({ type }) => type === "milestone").length,
    );
  });
});

describe("feeds", () => {
  it.each(["/feeds/changes.rss", "/feeds/nuclear/agenda.ics"])(
    "%s is kept by caches",
    async (path) => {
      const first = await get(path);
      const etag = first.headers.get("etag") ?? "";
      const modified = first.headers.get("last-modified") ?? "";
      expect(first.headers.get("cache-control")).toBe("public, max-age=3600");
      expect((await get(path, { "if-none-match": `W/"x", ${etag}` })).status).toBe(304);
      expect((await get(path, { "if-modified-since": modified })).status).toBe(304);
      expect(
        (await get(path, { "if-none-match": '"other"', "if-modified-since": modified })).status,
      ).toBe(200);
    },
  );

  it("can be had by the public name, and only read", async () => {
    const url = `${server.url}/feeds/agenda.ics`;
    const [posted, asked] = await Promise.all([
      fetch(url, { method: "POST" }),
      fetch(url, { method: "HEAD" }),
    ]);
    expect([posted.status, asked.status]).toEqual([405, 200]);
  });

  it.each([
    "/feeds",
    "/feeds/unicorns/agenda.ics",
    "/feeds/agenda.pdf",
    "/feeds/agenda.ics?in=nowhere",
  ])("%s is not there, and says what is", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("/feeds/nuclear/changes.rss");
  });
});
