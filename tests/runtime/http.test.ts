import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { type HttpServer, PortError, type Route, startHttp } from "../../src/runtime/http.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const running: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

const routes: readonly Route[] = [
  { path: "/", open: "loopback", fetch: () => new Response("page") },
  { path: "/feeds", open: "public", fetch: () => new Response("feed") },
  { path: "/slack/events", open: "anyone", fetch: () => new Response("event") },
  { path: "/echo", open: "loopback", fetch: async (each) => new Response(await each.text()) },
];

async function serve(publicUrl?: string) {
  const server = await startHttp({
    host: "127.0.0.1",
    port: 0,
    routes,
    log: silent,
    ...(publicUrl && { publicUrl }),
  });
  running.push(server);
  return server;
}

/** As any client may send it: `fetch` would not let a test choose Host. */
function ask(
  server: HttpServer,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
) {
  return new Promise<string>((resolve, reject) => {
    const call = request(`${server.url}${path}`, { method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        body += piece;
      });
      response.on("end", () => resolve(`${response.statusCode} ${body.split(".")[0]?.trim()}`));
    });
    call.on("error", reject);
    call.end();
  });
}

describe("the server", () => {
  test("gives each path to the route with the longest prefix", async () => {
    const server = await serve();
    expect(await ask(server, "/")).toBe("200 page");
    expect(await ask(server, "/feeds/agenda")).toBe("200 feed");
    expect(await ask(server, "/feedsx")).toBe("200 page");
    const echo = await fetch(`${server.url}/echo`, { method: "POST", body: "hello" });
    expect(await echo.text()).toBe("hello");
  });

  test.each([
    [
      "a rebound name",
      { host: "evil.example" },
      "GET",
      "421 This server answers to the names of its own machine only",
    ],
    [
      "a foreign page's request",
      { origin: "https://evil.example" },
      "GET",
      "403 Requests from other sites are refused",
    ],
    [
      "a foreign form",
      { "sec-fetch-site": "cross-site" },
      "POST",
      "403 Requests from other sites are refused",
    ],
    [
      "an origin that is no page",
      { origin: "null" },
      "GET",
      "403 Requests from other sites are refused",
    ],
    ["its own page", { host: "localhost:1", origin: "http://localhost:1" }, "POST", "200 page"],
    ["a link on another site", { "sec-fetch-site": "cross-site" }, "GET", "200 page"],
  ])("meets %s", async (_name, headers, method, answer) => {
    const server = await serve();
    expect(await ask(server, "/", headers, method)).toBe(answer);
  });

  test("opens only its reading pages and proven routes under the public name", async () => {
    const server = await serve("https://bot.example.org");
    const there = { host: "bot.example.org" };
    expect(await ask(server, "/feeds", there)).toBe("200 feed");
    expect(await ask(server, "/feeds", there, "POST")).toMatch(/^421/);
    expect(await ask(server, "/", there)).toMatch(/^421/);
    expect(await ask(server, "/slack/events", there, "POST")).toBe("200 event");
  });

  test("says what to do when its port is taken", async () => {
    const first = await serve();
    const port = Number(new URL(first.url).port);
    const second = startHttp({ host: "127.0.0.1", port, routes, log: silent });
    await expect(second).rejects.toThrow(PortError);
    await expect(second).rejects.toThrow(
      `127.0.0.1:${port} is in use, perhaps by another Backchannel. Stop that one, or set PORT to a free port (PORT=0 picks one).`,
    );
  });
});

test("who comes by the public name is sent to the page for readers, and nowhere else", async () => {
  const routes = [
    { path: "/", open: "loopback", publicly: "/read", fetch: () => new Response("console") },
  ] as const;
  const server = await startHttp({
    ...{ host: "127.0.0.1", port: 0, publicUrl: "https://briefs.example", routes, log: silent },
  });
  const ask = (path: string, method = "GET") =>
    new Promise<{ status: number | undefined; location: string | undefined }>((resolve, reject) => {
      const headers = { host: "briefs.example" };
      request(`${server.url}${path}`, { method, headers }, (response) => {
        response.resume();
        resolve({ status: response.statusCode, location: response.headers.location });
      })
        .on("error", reject)
        .end();
    });
  expect(await ask("/")).toEqual({ status: 302, location: "/read" });
  expect((await ask("/api/events")).status).toBe(421);
  expect((await ask("/", "POST")).status).toBe(421);
  await server.stop();
});
