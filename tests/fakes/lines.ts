/** Lines of every subcommand with many arguments, for checks that must hold whatever is asked. */
import type { Dossier } from "#core";
import { depths } from "../../src/core/command/command.ts";

/** `days`: views of earlier days that are tried as well. */
export function linesOf(dossier: Dossier, days: readonly string[]): readonly string[] {
  const ids = (records: ReadonlyMap<string, unknown>) => [...records.keys()];
  const [first, second, third] = ids(dossier.actors);
  const topics = ids(dossier.topics);
  const plain = [
    "now",
    "topic",
    ...topics.flatMap((id) => [`topic ${id}`, `timeline ${id}`, `watch ${id}`, `disputes ${id}`]),
    "timeline",
    ...(dossier.claims.size > 60 ? ["timeline page:2"] : []),
    ...ids(dossier.actors).flatMap((id) => [`who ${id}`, `timeline actor:${id}`]),
    ...topics.map((id) => `compare ${first}, ${second} on ${id}`),
    `compare ${first}, ${second}, ${third}`,
    `compare ${topics.slice(0, 2).join(", ")}`,
    "disputes",
    ...ids(dossier.disputes).map((id) => `disputes ${id}`),
    "watch",
    "chart",
    ...["timeline", "balance", "mediators", "agenda"].map((kind) => `chart ${kind}`),
    ...ids(dossier.series).map((id) => `chart ${id}`),
    ...topics.flatMap((id) => [`chart ${id}`, `chart timeline ${id}`, `chart agenda ${id}`]),
    ...["agenda", "timeline", "sources", topics[0]].map((what) => `export ${what}`),
    "define",
    ...ids(dossier.terms).map((id) => `define ${id}`),
    "changes",
    ...dossier.header.eras.map(({ when }) => `changes since ${when.slice(0, 4)}`),
    "sources",
    ...topics.map((id) => `sources ${id}`),
    ...[...dossier.claims.values()]
      .filter((claim) => claim.order % 7 === 0)
      .flatMap(({ headline }) => [`check ${headline}`, `ask ${headline}`]),
    "help",
    "help timeline",
    "why",
  ];
  const deep = plain.filter((line) => !/^(?:help|why|sources|define|topic$)/.test(line));
  const whole = [
    "now",
    "disputes",
    "watch",
    "chart",
    "chart agenda",
    "chart mediators",
    "changes",
    "timeline",
    "topic",
    "define",
  ];
  return [
    ...plain,
    ...deep.flatMap((line) => depths.map((depth) => `${line} depth:${depth}`)),
    ...days.flatMap((day) =>
      [...whole, ...topics.map((id) => `topic ${id} depth:full`)].map(
        (line) => `${line} as-of:${day}`,
      ),
    ),
  ];
}
