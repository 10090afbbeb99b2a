/**
 * Whole answers, from words to a document with its sources, against nothing but a tuned MiniSearch
 * query over the same claims in the same run.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import stem from "wink-porter2-stemmer";
import type { Dossier } from "#core";
import { createAnswerer } from "../../src/core/answer/answerer.ts";
import { indexOf } from "../../src/core/answer/retrieve/index.ts";
import { stopWords } from "../../src/core/answer/understand/stop-words.ts";
import { readExams } from "../eval/score.ts";
import { usIranDossier } from "../fixtures/dossiers.ts";
import type { Bench, Measure } from "./bench.ts";
import { duel, elapsed, median } from "./duel.ts";
import { dossierOf } from "./records.ts";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

function processTerm(term: string): string | null {
  const word = term.toLowerCase();
  return stopWords.has(word) ? null : stem(word);
}

function tuned(dossier: Dossier): MiniSearch {
  const search = new MiniSearch({
    fields: ["headline", "text", "actors", "topics"],
    processTerm,
    searchOptions: { boost: { headline: 2 } },
  });
  search.addAll(
    [...dossier.claims.values()].map(({ id, headline, text, actors, topics }) => ({
      id,
      headline,
      text,
      actors: actors.map((actor) => dossier.actors.get(actor.id)?.name ?? "").join(" "),
      topics: topics.join(" "),
    })),
  );
  return search;
}

/** The same claims in a new map, so that nothing made for them before is found again. */
function fresh(dossier: Dossier): Dossier {
  return { ...dossier, claims: new Map(dossier.claims) };
}

function heapOf(make: () => unknown): number {
  collect();
  const before = process.memoryUsage().heapUsed;
  const made = make();
  collect();
  const after = process.memoryUsage().heapUsed;
  return made === undefined ? 0 : (after - before) / 1_048_576;
}

export const answer: Bench = { name: "answer", run };

async function run(): Promise<readonly Measure[]> {
  const real = usIranDossier();
  const questions = readExams(new URL("../eval/questions.jsonl", import.meta.url)).flatMap(
    ({ turns }) => turns.slice(0, 1).map(({ user }) => user),
  );
  return [500, 10_000].flatMap((size) => measured(dossierOf(size, real), questions, size));
}

function measured(
  dossier: Dossier,
  questions: readonly string[],
  size: number,
): readonly Measure[] {
  const now = Temporal.Instant.from("2026-11-22T16:00:00Z");
  const answerer = createAnswerer();
  const claims = `${size.toLocaleString("en")} claims`;
  // The first of each pays for what the engine has not yet compiled, the word stems for both.
  const cold = {
    floor: elapsed(() => tuned(dossier)),
    ours: elapsed(() => indexOf(fresh(dossier))),
  };
  const builds = Array.from({ length: 5 }, () => ({
    ours: elapsed(() => indexOf(fresh(dossier))),
    floor: elapsed(() => tuned(dossier)),
  }));
  const build = median(builds.map(({ ours, floor }) => ours / floor));
  const heap = { ours: heapOf(() => indexOf(fresh(dossier))), floor: heapOf(() => tuned(dossier)) };
  const floor = tuned(dossier);
  const ask = (text: string) =>
    answerer.answer({ text, dossier, now, depth: "90s", conversation: undefined });
  const {
    ours,
    floor: base,
    ratios,
  } = duel(questions, ask, (text) => floor.search(text).slice(0, 5));
  const large = size > 1_000;
  const spread = (pick: "p50" | "p99") =>
    `${ours[pick].toFixed(2)} ms, query ${base[pick].toFixed(2)} ms`;
  return [
    {
      what: `index of ${claims}, first of its process`,
      value: cold.ours / cold.floor,
      unit: "x",
      from: `${cold.ours.toFixed(0)} ms, MiniSearch ${cold.floor.toFixed(0)} ms`,
    },
    {
      what: `index of ${claims}, cold`,
      value: build,
      unit: "x",
      ...(large ? {} : { most: 1.5 }),
      from: "median of five alternating rounds, MiniSearch's build of the same claims",
    },
    {
      what: `index of ${claims}, memory`,
      value: heap.ours / heap.floor,
      unit: "x",
      from: `${heap.ours.toFixed(1)} MB, MiniSearch ${heap.floor.toFixed(1)} MB`,
    },
    ...(["p50", "p99"] as const).map(
      (pick): Measure => ({
        what: `whole answer over ${claims}, ${pick}`,
        value: ratios[pick],
        unit: "x",
        ...(large ? { most: 2 } : {}),
        from: spread(pick),
      }),
    ),
    {
      what: `time for ${questions.length} answers over ${claims}`,
      value: 1 / ratios.throughput,
      unit: "x",
      ...(large ? { most: 2 } : {}),
      from: `${ours.throughput.toFixed(0)} answers, ${base.throughput.toFixed(0)} queries a second`,
    },
  ];
}
