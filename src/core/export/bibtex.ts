/** Sources for LaTeX: BibTeX in UTF-8, which biber and today's bibtex styles read. https://ctan.org/pkg/bibtex */
import type { SourceRecord } from "../dossier/schema.ts";
import { type CslDate, type CslItem, cslItems } from "./csl.ts";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

export function toBibtex(sources: readonly SourceRecord[]): string {
  return `${cslItems(sources).map(entry).join("\n\n")}\n`;
}

function entry(item: CslItem): string {
  const [year, month] = item.issued?.["date-parts"][0] ?? [];
  const name = month === undefined ? undefined : months[month - 1];
  const fields: readonly (readonly [string, string | undefined])[] = [
    // Braces inside keep a publisher from being read as a person, and the title as it is written.
    ["author", `{{${escaped(item.publisher)}}}`],
    ["title", `{{${escaped(item.title)}}}`],
    ["year", year === undefined ? undefined : `{${year}}`],
    ["month", name],
    ["url", item.URL === undefined ? undefined : `{${address(item.URL)}}`],
    ["urldate", item.accessed && `{${isoOf(item.accessed)}}`],
    ["note", `{${escaped(item.note)}}`],
  ];
  const lines = fields.flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key} = ${value}`],
  );
  return `@misc{${item.id},\n${lines.join(",\n")}\n}`;
}

function isoOf(date: CslDate): string {
  return (date["date-parts"][0] ?? []).map((part) => String(part).padStart(2, "0")).join("-");
}

const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Characters that mean something to TeX, as themselves. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .replace(/[\\{}~^&%$#_]/g, (character) => commands[character] ?? `\\${character}`);
}

/** An address is read literally; what would end the field is percent-encoded. */
function address(url: string): string {
  return url.replace(
    /[{}\\"\s\p{Cc}]/gu,
    (character) =>
      `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
