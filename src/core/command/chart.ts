import { type ChartKind, chartBriefing, chartKinds } from "../briefing/chart.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { dayOf, draft } from "./draft.ts";
import { textOf } from "./option.ts";
import { sharedOptions } from "./shared.ts";

export const chart: Command = {
  name: "chart",
  summary: texts["command.chart"],
  examples: ({ series, topics }) => [
    ...[...series.keys()].slice(0, 1).map((id) => `chart ${id}`),
    "chart timeline",
    ...[...topics.keys()].slice(0, 1).map((id) => `chart timeline ${id}`),
    "chart balance",
  ],
  options: {
    of: { type: "drawn", summary: texts["option.chart"], rest: true },
    kind: { type: "choice", summary: texts["option.kind"], choices: chartKinds },
    from: { type: "date", summary: texts["option.from"] },
    to: { type: "date", summary: texts["option.to"] },
    ...sharedOptions,
  },
  visibility: "public",
  run: async (values, context) => {
    const { dossier } = context;
    const of = textOf(values, "of") ?? "";
    const kind = textOf(values, "kind") as ChartKind | undefined;
    const series = dossier.series.get(of);
    return draft(
      context,
      chartBriefing(
        dossier,
        {
          kind,
          series: kind ? undefined : series,
          topic: dossier.topics.get(of) ?? (kind && dossier.topics.get(series?.topics[0] ?? "")),
          from: textOf(values, "from"),
          to: textOf(values, "to"),
        },
        dayOf(context),
      ),
    );
  },
};
