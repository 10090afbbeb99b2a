/**
 * `/feeds/agenda.ics` and `/feeds/changes.rss`, and the same below `/feeds/<topic>/`; `?in=<id>`
 * picks another dossier. Read-only and the same for everybody, so that any cache may keep them.
 */
import { createHash } from "node:crypto";
import { type Dossier, type FeedName, feedNames, feedOf, type Library, type Topic } from "#core";
import type { Route } from "./http.ts";

const guards = {
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
} as const;

export interface FeedOptions {
  readonly library: Library;
  /** As readers know the site; else the address that they asked. */
  readonly publicUrl?: string | undefined;
}

export function feedRoute({ library, publicUrl }: FeedOptions): Route {
  return {
    path: "/feeds",
    open: "public",
    fetch(request) {
      if (request.method !== "GET" && request.method !== "HEAD") {
        return answer("Feeds are there to be read.\n", 405, { allow: "GET, HEAD" });
      }
      const url = new URL(request.url);
      const wanted = find(url, library);
      if (!wanted) return answer(notFound(library), 404);
      const site = (publicUrl ?? url.origin).replace(/\/$/, "");
      const { type, content, changed } = feedOf(wanted.name, wanted.dossier, wanted.topic, {
        site,
        self: `${site}${url.pathname}${wanted.query}`,
      });
      const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
      const modified = new Date(`${changed.toString()}T00:00:00Z`).toUTCString();
      const headers = {
        "content-type": type,
        "cache-control": "public, max-age=3600",
        "last-modified": modified,
        etag,
      };
      return isKept(request, etag, modified)
        ? new Response(null, { status: 304, headers: { ...guards, ...headers } })
        : answer(content, 200, headers);
    },
  };
}

interface Wanted {
  readonly name: FeedName;
  readonly dossier: Dossier;
  readonly topic: Topic | undefined;
  /** As in `?in=canal-tolls`; empty for the default dossier. */
  readonly query: string;
}

function find(url: URL, library: Library): Wanted | undefined {
  const id = url.searchParams.get("in") ?? undefined;
  if (id !== undefined && !library.ids.includes(id)) return undefined;
  const dossier = library.get(id);
  const [, topicId, file] = /^\/feeds\/(?:([a-z0-9-]+)\/)?([a-z.]+)$/.exec(url.pathname) ?? [];
  const name = feedNames.find((each) => each === file);
  const topic = dossier.topics.get(topicId ?? "");
  if (!name || (topicId !== undefined && !topic)) return undefined;
  return { name, dossier, topic, query: id === undefined ? "" : `?in=${id}` };
}

/** RFC 9110, §13: the tag decides; the date only where there is no tag. */
function isKept(request: Request, etag: string, modified: string): boolean {
  const tags = request.headers.get("if-none-match");
  if (tags !== null) {
    return tags === "*" || tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  }
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  return since >= Date.parse(modified);
}

function notFound(library: Library): string {
  const topics = [...library.get().topics.keys()];
  const lines = ["", ...topics.map((topic) => `${topic}/`)].flatMap((topic) =>
    feedNames.map((name) => `/feeds/${topic}${name}`),
  );
  return `There is no such feed. There are:\n${lines.join("\n")}\n`;
}

function answer(body: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", ...guards, ...headers },
  });
}
