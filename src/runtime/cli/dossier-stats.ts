/** `stats`: what a dossier holds, as tables. */
import { type Dossier, type DossierStats, ratingWords, statsOf } from "#core";
import { openFolders } from "../dossier-files.ts";
import { count } from "./count.ts";
import type { ToolCall } from "./dossier.ts";
import { textTable } from "./text-table.ts";

export async function showStats({ io, briefings, words, today }: ToolCall): Promise<number> {
  for (const { dossier } of await openFolders(briefings, words)) {
    io.stdout.write(statsText(dossier, statsOf(dossier, today)));
  }
  return 0;
}

function statsText(dossier: Dossier, stats: DossierStats): string {
  const share = (part: number) => `${Math.round((100 * part) / Math.max(1, stats.written))} %`;
  const counted = (
    map: ReadonlyMap<string | number, number>,
    name: (key: string | number) => string,
  ) => [...map].map(([key, count]) => [name(key), count, share(count)] as const);
  const ages: readonly (readonly [string, number, number])[] = [
    ["less than a month", 0, 0],
    ["1 to 5 months", 1, 5],
    ["6 to 11 months", 6, 11],
    ["a year or more", 12, Number.POSITIVE_INFINITY],
  ];
  return [
    `${dossier.header.title} (${dossier.id}), version ${dossier.version}, to ${dossier.until}\n`,
    `  ${count(stats.written, "claim")}, ${stats.made} more from offices, series and terms; ${records(dossier)}\n\n`,
    textTable([
      [
        "Topic",
        "claims",
        "current",
        "superseded",
        "disputed",
        "rejected",
        "2+ sources",
        "sources",
        "newest",
      ],
      ...stats.topics.map((topic) => [
        topic.title,
        topic.claims,
        topic.current,
        topic.superseded,
        topic.disputed,
        topic.rejected,
        topic.confirmed,
        topic.sources,
        topic.newest?.toString() ?? "–",
      ]),
    ]),
    "\n",
    textTable([["Status", "claims", "share"], ...counted(stats.status, String)]),
    "\n",
    textTable([
      ["Credibility", "claims", "share"],
      ...counted(stats.credibility, (key) => `${key} ${ratingWords(String(key))}`),
    ]),
    "\n",
    textTable([
      ["Independent sources", "claims", "share"],
      ...counted(stats.independent, (key) => (key === 0 ? "none rated A to C" : String(key))),
    ]),
    "\n",
    textTable([
      ["Last looked at", "claims", "share"],
      ...ages.map(([name, from, to]) => {
        const count = [...stats.age]
          .filter(([months]) => months >= from && months <= to)
          .reduce((sum, [, each]) => sum + each, 0);
        return [name, count, share(count)];
      }),
    ]),
    "\n",
    textTable([
      ["Reliability", "sources"],
      ...[...stats.reliability].map(([letter, count]) => [
        `${letter} ${ratingWords(letter)}`,
        count,
      ]),
    ]),
    "\n  One publisher, or one wire story in several outlets, counts as one independent source.\n\n",
  ].join("");
}

function records(dossier: Dossier): string {
  return [
    count(dossier.sources.size, "source"),
    count(dossier.actors.size, "actor"),
    count(dossier.terms.size, "term"),
    count(dossier.disputes.size, "dispute"),
    count(dossier.agenda.size, "agenda item"),
  ].join(", ");
}
