/**
 * `/read`, `/edition/<id>` and `/pictures/<key>.svg`: for anybody who may see the bot's public name.
 * Read-only, the same for everybody, and cacheable.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Clock, Log, Reading } from "#core";
import type { PictureShelf } from "../picture-shelf.ts";
import { missingHtml, type ReadingPage, readingHtml } from "./page.ts";

/** Nothing runs, nothing is loaded from elsewhere, nothing is sent, nobody frames it. */
const guards = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

interface Parts {
  readonly reading: Reading;
  readonly shelf: PictureShelf;
  readonly clock: Clock;
  readonly log: Log;
}

/** The front page is composed anew after this. */
const frontKept = Temporal.Duration.from({ minutes: 1 });

export function createReader({ reading, shelf, clock, log }: Parts) {
  const files = readFiles();
  let front: { readonly html: string; readonly made: Temporal.Instant } | undefined;

  function frontHtml(): string {
    const now = clock.now();
    if (front && Temporal.Instant.compare(now, front.made.add(frontKept)) < 0) return front.html;
    const page: ReadingPage = {
      documents: [reading.front()],
      kind: "Where things stand",
      path: "/read",
    };
    front = { html: readingHtml(page, shelf), made: now };
    return front.html;
  }

  async function respond(request: Request): Promise<Response> {
    if (request.method !== "GET" && request.method !== "HEAD") return text("Only to be read.", 405);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/pictures/")) return shelf.fetch(request);
    const file = files.get(pathname);
    if (file) return cacheable(request, file.content, file.type, "public, max-age=86400");
    if (pathname === "/read" || pathname === "/read/") {
      return cacheable(request, frontHtml(), html, "public, max-age=300");
    }
    const id = /^\/edition\/([\w-]{1,100})$/.exec(pathname)?.[1];
    const documents = id === undefined ? undefined : await reading.edition(id);
    const [first, ...rest] = documents ?? [];
    if (!first)
      return new Response(missingHtml(), { status: 404, headers: { "content-type": html } });
    const page = {
      documents: [first, ...rest],
      kind: "Edition as it was sent",
      path: pathname,
    } as const;
    return cacheable(request, readingHtml(page, shelf), html, "public, max-age=300");
  }

  return async function read(request: Request): Promise<Response> {
    const response = await respond(request).catch((error: unknown) => {
      log.error("reading-failed", { path: new URL(request.url).pathname, error });
      return text("Something went wrong here. Try again; the log says more.", 500);
    });
    for (const [name, value] of Object.entries(guards)) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
}

const html = "text/html; charset=utf-8";

/** With a tag of the content, so that a reader who has it gets nothing twice. */
function cacheable(
  request: Request,
  content: string | Uint8Array<ArrayBuffer>,
  type: string,
  cache: string,
): Response {
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  const headers = { "content-type": type, "cache-control": cache, etag };
  const tags = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim());
  if (tags.some((tag) => tag.replace(/^W\//, "") === etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(content, { headers });
}

function text(words: string, status: number): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

interface File {
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** The console's own style with what reading and printing need besides, as one sheet. */
function readFiles(): ReadonlyMap<string, File> {
  const sheet = ["theme.css", "document.css", "reader.css"]
    .map((name) => readFileSync(new URL(`../page/${name}`, import.meta.url), "utf8"))
    .join("\n")
    .replaceAll("/page/", "/read/");
  const font = (name: string): File => ({
    type: "font/ttf",
    content: Uint8Array.from(
      readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${name}`))),
    ),
  });
  return new Map<string, File>([
    ["/read/style.css", { type: "text/css; charset=utf-8", content: sheet }],
    [
      "/read/icon.svg",
      {
        type: "image/svg+xml",
        content: readFileSync(new URL("../page/icon.svg", import.meta.url), "utf8"),
      },
    ],
    ["/read/inter-400.ttf", font("400Regular/Inter_400Regular.ttf")],
    ["/read/inter-600.ttf", font("600SemiBold/Inter_600SemiBold.ttf")],
  ]);
}
