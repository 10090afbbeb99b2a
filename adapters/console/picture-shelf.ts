/** Pictures for pages: each has an address made of its content, and is drawn when it is asked for. */
import { createHash } from "node:crypto";
import {
  type Chart,
  type Document,
  escapeWith,
  htmlRules,
  type Look,
  type Picture,
  type Pictures,
  pictureOf,
} from "#core";

export interface PictureShelf {
  /** `<picture>` for a chart: for a phone and a page, in light and dark. */
  markup(chart: Chart, document: Document): string;
  /** Serves `/pictures/<key>.svg?width=…&theme=…`. */
  fetch(request: Request): Promise<Response>;
}

/** Pictures whose data is kept; the drawings are kept elsewhere. */
const mostKept = 500;

/** Widths that are drawn, in CSS pixels: others would let anybody make us draw without end. */
const widths = [380, 760, 1_200] as const;

export function createPictureShelf(pictures: Pictures): PictureShelf {
  const kept = new Map<string, Picture>();

  return {
    markup(chart, document) {
      const picture = pictureOf(chart, document);
      const key = createHash("sha256")
        .update(JSON.stringify(picture))
        .digest("base64url")
        .slice(0, 22);
      kept.delete(key);
      kept.set(key, picture);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      const at = (width: Look["width"], theme: Look["theme"]) =>
        `/pictures/${key}.svg?width=${width}&amp;theme=${theme}`;
      const alt = escapeWith(htmlRules, picture.alt);
      return [
        "<picture>",
        `<source media="(max-width: 600px) and (prefers-color-scheme: dark)" srcset="${at(380, "dark")}">`,
        `<source media="(max-width: 600px)" srcset="${at(380, "light")}">`,
        `<source media="(prefers-color-scheme: dark)" srcset="${at(760, "dark")}">`,
        `<img src="${at(760, "light")}" alt="${alt}" loading="lazy" decoding="async">`,
        "</picture>",
      ].join("");
    },
    async fetch(request) {
      if (request.method !== "GET" && request.method !== "HEAD") return refused(405);
      const { pathname, searchParams } = new URL(request.url);
      const picture = kept.get(/^\/pictures\/([\w-]{22})\.svg$/.exec(pathname)?.[1] ?? "");
      const width = widths.find((each) => String(each) === searchParams.get("width"));
      const theme = themes.find((each) => each === searchParams.get("theme"));
      if (!picture || width === undefined || theme === undefined) return refused(404);
      return new Response(await pictures.svg(picture, { width, theme }), {
        headers: {
          ...guards,
          "content-type": "image/svg+xml; charset=utf-8",
          "cache-control": "public, max-age=31536000, immutable",
        },
      });
    },
  };
}

const themes = ["light", "dark"] as const satisfies readonly Look["theme"][];

/** Opened by itself, it may run and load nothing. */
const guards = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
} as const;

function refused(status: number): Response {
  return new Response("There is no such picture.\n", {
    status,
    headers: { ...guards, "content-type": "text/plain; charset=utf-8" },
  });
}
