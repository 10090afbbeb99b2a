import type { Writable } from "node:stream";
import {
  type Bot,
  type Document,
  escapeWith,
  htmlRules,
  plainText,
  toHtml,
  toMarkdown,
  toText,
} from "#core";
import { write } from "./write.ts";

/** `file`: what an export takes along, as it is: `… export agenda --as file > agenda.ics`. */
export const briefFormats = ["text", "markdown", "html", "json", "file"] as const;
type BriefFormat = (typeof briefFormats)[number];

interface BriefOptions {
  readonly bot: Bot;
  /** A line of the command grammar, like `topic prisoners`. */
  readonly line: string;
  readonly as: BriefFormat;
  readonly stdout: Writable;
}

/** Prints one answer. */
export async function runBrief({ bot, line, as, stdout }: BriefOptions): Promise<void> {
  const { document, files } = await bot.command({
    key: "brief",
    origin: {
      platform: "console",
      workspace: "local",
      channel: "terminal",
      person: "local",
      direct: true,
      canPost: true,
      mayManage: true,
    },
    input: { type: "line", line },
  });
  const [file] = files;
  if (as === "file" && file) await write(stdout, file.content);
  else await write(stdout, `${print(document, as === "file" ? "text" : as)}\n`);
}

function print(document: Document, as: Exclude<BriefFormat, "file">): string {
  switch (as) {
    case "text":
      return toText(document);
    case "markdown":
      return toMarkdown(document);
    case "html":
      return htmlFile(document);
    case "json":
      return JSON.stringify(document, undefined, 2);
    default:
      throw new Error(`unknown format ${as satisfies never}`);
  }
}

/** A page that stands alone: for a mail, a wiki or a browser. Buttons would do nothing there. */
function htmlFile(document: Document): string {
  const blocks = document.blocks.filter((block) => block.type !== "actions");
  const title = escapeWith(htmlRules, plainText(document.title));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; color-scheme: light dark; }
.stamp, .layout, .detail, .sources { font-size: 0.9rem; opacity: 0.8; }
.stale { font-weight: 600; }
.lead { font-size: 1.2rem; }
.cite { font-size: 0.75em; text-decoration: none; vertical-align: 0.3em; }
.callout { border-inline-start: 3px solid; padding-inline-start: 1rem; }
table { border-collapse: collapse; } figure { margin: 1rem 0; } svg { color: #0f7a94; font-size: 11px; } svg text { fill: currentColor; } polyline, .grid { fill: none; stroke: currentColor; } .grid, .gap { opacity: 0.2; } circle { fill: currentColor; }
th, td { text-align: start; padding: 0.3rem 1rem 0.3rem 0; vertical-align: top; }
</style>
</head>
<body>
${toHtml({ ...document, blocks })}
</body>
</html>`;
}
