/** A package in a format, as a file. */
import type { ReplyFile } from "../bot.ts";
import { toMarkdown } from "../document/to-markdown.ts";
import { toBibtex } from "./bibtex.ts";
import { eventsOf } from "./calendar.ts";
import { toCslJson } from "./csl.ts";
import { toIcs } from "./ics.ts";
import { jsonOf } from "./json.ts";
import { type Package, sourcesIn } from "./package.ts";
import { csvOf } from "./rows.ts";

export const formats = ["markdown", "csv", "json", "ics", "bibtex", "csl-json"] as const;
export type Format = (typeof formats)[number];

/** Media types: https://www.iana.org/assignments/media-types */
const kinds = {
  markdown: { extension: "md", type: "text/markdown; charset=utf-8" },
  csv: { extension: "csv", type: "text/csv; charset=utf-8; header=present" },
  json: { extension: "json", type: "application/json" },
  ics: { extension: "ics", type: "text/calendar; charset=utf-8" },
  bibtex: { extension: "bib", type: "application/x-bibtex; charset=utf-8" },
  "csl-json": { extension: "csl.json", type: "application/vnd.citationstyles.csl+json" },
} as const satisfies Readonly<Record<Format, { extension: string; type: string }>>;

/** Rows, days or sources that the file holds; none makes no file. */
export function countOf(parts: Package, format: Format): number {
  switch (format) {
    case "markdown":
      return 1;
    case "ics":
      return eventsOf(parts).length;
    case "bibtex":
    case "csl-json":
      return sourcesIn(parts).length;
    case "csv":
    case "json":
      if (parts.of === "sources") return sourcesIn(parts).length;
      return parts.of === "agenda" ? parts.agenda.length : parts.claims.length;
    default:
      throw new RangeError(`unknown format ${String(format satisfies never)}`);
  }
}

export function fileOf(parts: Package, format: Format): ReplyFile {
  const { extension, type } = kinds[format];
  const day = parts.dossier.asOf ?? parts.dossier.until;
  return {
    name: `${slug(parts.title)}-${day.toString()}.${extension}`,
    type,
    content: contentOf(parts, format),
    alt: parts.title,
  };
}

function contentOf(parts: Package, format: Format): string {
  switch (format) {
    case "markdown": {
      const blocks = parts.document.blocks.filter(({ type }) => type !== "actions");
      return `${toMarkdown({ ...parts.document, blocks })}\n`;
    }
    case "csv":
      return csvOf(parts);
    case "json":
      return jsonOf(parts);
    case "ics":
      return toIcs({
        name: parts.title,
        description: `Record to ${parts.dossier.until.toString()}.`,
        events: eventsOf(parts),
      });
    case "bibtex":
      return toBibtex(sourcesIn(parts));
    case "csl-json":
      return toCslJson(sourcesIn(parts));
    default:
      throw new RangeError(`unknown format ${String(format satisfies never)}`);
  }
}

/** Letters, digits and dashes: a name that every file system takes. */
export function slug(words: string): string {
  const plain = words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return name.slice(0, 60).replace(/-+$/, "") || "export";
}
