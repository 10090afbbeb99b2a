/** The page's files, read once. Nothing else on the disk can be asked for. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const types = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  ttf: "font/ttf",
} as const;

const pages = [
  "theme.css",
  "layout.css",
  "message.css",
  "composer.css",
  "document.css",
  "panel.css",
  "sources.css",
  "reader.css",
  "narrow.css",
  "icon.svg",
  "main.js",
  "element.js",
  "server.js",
  "message.js",
  "composer.js",
  "suggest.js",
  "panel.js",
  "sources.js",
  "preview.css",
  "preview.js",
  "preview-slack.js",
  "preview-discord.js",
  "marked-text.js",
];

const files: Readonly<Record<string, URL | string>> = {
  "/": new URL("./page/index.html", import.meta.url),
  ...Object.fromEntries(
    pages.map((page) => [`/page/${page}`, new URL(`./page/${page}`, import.meta.url)]),
  ),
  "/page/inter-400.ttf": "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "/page/inter-600.ttf": "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
};

export interface Asset {
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** By path. @throws Error at start when a file is missing: an installation that is not whole. */
export function readAssets(): ReadonlyMap<string, Asset> {
  return new Map(
    Object.entries(files).map(([path, place]) => {
      const file =
        typeof place === "string"
          ? fileURLToPath(import.meta.resolve(place))
          : fileURLToPath(place);
      const extension = file.slice(file.lastIndexOf(".") + 1) as keyof typeof types;
      return [path, { type: types[extension], content: Uint8Array.from(readFileSync(file)) }];
    }),
  );
}
