/** The pages for those who read and do not chat. */
import { expect, test } from "vitest";
import { createMemoryStore, createReading, type Edition, say, serviceDocument } from "#core";
import { createConsoleAdapter } from "../../../adapters/console/index.ts";
import { createHandClock } from "../../fakes/clock.ts";
import { createFakeLog } from "../../fakes/log.ts";
import { createFakePictures } from "../../fakes/pictures.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

function open(dossier = usIranDossier()) {
  const clock = createHandClock();
  const { editions } = createMemoryStore();
  const library = { ids: [dossier.id], get: () => dossier };
  const { pictures, drawn } = createFakePictures();
  const { read } = createConsoleAdapter({
    ...{ clock, log: createFakeLog().log, commandName: "brief", pictures },
    reading: createReading({ library, editions, clock }),
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    read(new Request(`https://briefs.example${path}`, { headers }));
  return { get, read, editions, drawn };
}

const edition: Edition = {
  id: "e-1",
  dossier: "canal-tolls",
  input: { version: "v", slot: "2026-11-22 08:00", topics: [], actors: [], depth: "90s" },
  composed: "2026-11-22T08:00:00Z",
  claims: {},
  shown: { items: [] },
  quiet: true,
  document: serviceDocument({
    title: say("title.help"),
    blocks: [
      { type: "actions", actions: [{ type: "action", label: say("action.now"), line: "now" }] },
    ],
  }),
};

test("the front page: the situation, the timeline's picture, what to watch, the record's age", async () => {
  const { get, drawn } = open();
  const response = await get("/read");
  const html = await response.text();
  expect(html).toContain("<h1>US–Iran diplomacy: where things stand</h1>");
  expect(html).toContain("<h2>What to watch</h2>");
  expect(html).toMatch(/class="stamp stale">Caution: the record ends on 17 Jun 2026/);
  expect(html).not.toMatch(/<button|<script|<form|style=/);
  const address = /srcset="(\/pictures\/[^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const picture = await get(address);
  expect(picture.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
  expect(picture.headers.get("cache-control")).toContain("immutable");
  expect(await picture.text()).toContain("Events by track: US–Iran diplomacy");
  expect(drawn).toHaveLength(1);
});

test("it is cacheable, and closed against everything else", async () => {
  const { get, read } = open(canalDossier());
  const first = await get("/read");
  expect(Object.fromEntries(first.headers)).toMatchObject({
    "cache-control": "public, max-age=300",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("default-src 'none'; style-src 'self'"),
  });
  expect(first.headers.has("set-cookie")).toBe(false);
  const again = await get("/read", { "if-none-match": first.headers.get("etag") ?? "" });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const posted = await read(new Request("https://briefs.example/read", { method: "POST" }));
  expect(posted.status).toBe(405);
});

test("an edition can be linked to by its id, and one that is gone says so", async () => {
  const { get, editions } = open(canalDossier());
  await editions.keep(edition);
  const kept = await get("/edition/e-1");
  expect(kept.status).toBe(200);
  const html = await kept.text();
  expect(html).toContain("Edition as it was sent");
  expect(html).not.toContain("<button");
  for (const path of ["/edition/e-2", "/edition/", "/edition/../read", "/edition/%2e%2e"]) {
    const gone = await get(path);
    if (!path.endsWith("read")) expect([path, gone.status]).toEqual([path, 404]);
  }
});

test.each([
  "/pictures/x.svg?width=380&theme=dark",
  "/pictures/AAAAAAAAAAAAAAAAAAAAAA.svg?width=380&theme=dark",
  "/pictures/AAAAAAAAAAAAAAAAAAAAAA.svg?width=99999&theme=dark",
])("%s is no picture", async (path) => {
  expect((await open(canalDossier()).get(path)).status).toBe(404);
});
