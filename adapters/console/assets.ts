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

const files: Readonly<Record<string, URL | string>> = {
  "/": new URL("./page/index.html", import.meta.url),
  "/page/style.css": new URL("./page/style.css", import.meta.url),
  "/page/document.css": new URL("./page/document.css", import.meta.url),
  "/page/icon.svg": new URL("./page/icon.svg", import.meta.url),
  "/page/main.js": new URL("./page/main.js", import.meta.url),
  "/page/element.js": new URL("./page/element.js", import.meta.url),
  "/page/server.js": new URL("./page/server.js", import.meta.url),
  "/page/message.js": new URL("./page/message.js", import.meta.url),
  "/page/composer.js": new URL("./page/composer.js", import.meta.url),
  "/page/suggest.js": new URL("./page/suggest.js", import.meta.url),
  "/page/panel.js": new URL("./page/panel.js", import.meta.url),
  "/page/sources.js": new URL("./page/sources.js", import.meta.url),
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
