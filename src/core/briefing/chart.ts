/** One picture with what it shows in words, and the ways to the others. */
import { action, recordAction } from "../command/line.ts";
import { named, say } from "../document/sentence.ts";
import type { Action, Chart, Sentence } from "../document/tree.ts";
import type { Dossier, Topic } from "../dossier/dossier.ts";
import type { Span } from "../dossier/edtf.ts";
import type { AgendaRecord, SeriesRecord } from "../dossier/schema.ts";
import { agendaFigure } from "../figure/agenda-figure.ts";
import { balanceFigure } from "../figure/balance-figure.ts";
import { livelyYears } from "../figure/lively-years.ts";
import { mediationFigure } from "../figure/mediation-figure.ts";
import { tracksFigure } from "../figure/tracks-figure.ts";
import type { ServiceText } from "../texts/index.ts";
import { agendaOn, milestoneSentence } from "./agenda-items.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, item, list, paragraph } from "./build.ts";
import { agendaChart } from "./charts/agenda-chart.ts";
import { balanceChart } from "./charts/balance-chart.ts";
import { mediationChart } from "./charts/mediation-chart.ts";
import { courseOf, seriesChart, seriesTitle } from "./charts/series-chart.ts";
import { tracksChart } from "./charts/tracks-chart.ts";
import { latestValue, pointsOf } from "./readings.ts";

export const chartKinds = ["timeline", "balance", "mediators", "agenda"] as const;
export type ChartKind = (typeof chartKinds)[number];

/** What is drawn: a kind of picture, of one topic or of the whole record; or a measurement. */
export interface ChartWish {
  readonly kind?: ChartKind | undefined;
  readonly topic?: Topic | undefined;
  readonly series?: SeriesRecord | undefined;
  /** ISO days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A topic without a kind is drawn by its longest measurement, one that has none by its events. */
export function chartBriefing(
  dossier: Dossier,
  wish: ChartWish,
  today: Temporal.PlainDate,
): Briefing {
  const series = wish.series ?? (wish.kind ? undefined : longestSeries(dossier, wish.topic));
  if (series) return seriesBriefing(dossier, series);
  const { kind = "timeline" } = wish;
  const chart = draw(dossier, kind, wish, today);
  const title = titleOf(dossier, kind, wish.topic);
  return {
    title,
    blocks: blocks(
      chart ?? paragraph(say("chart.nothing")),
      kind === "balance" && chart ? paragraph(say("chart.method")) : undefined,
      actions(waysOn(kind, wish.topic)),
    ),
    carried: { topics: wish.topic ? [wish.topic.id] : [] },
  };
}

function draw(
  dossier: Dossier,
  kind: ChartKind,
  { topic, from, to }: ChartWish,
  today: Temporal.PlainDate,
): Chart | undefined {
  const title = titleOf(dossier, kind, topic);
  const within = {
    ...(from !== undefined && { from: Temporal.PlainDate.from(from) }),
    ...(to !== undefined && { until: Temporal.PlainDate.from(to) }),
  };
  switch (kind) {
    case "timeline": {
      const whole = tracksFigure(dossier, within, topic?.id);
      const lively = from === undefined ? { ...livelyYears(whole), ...within } : within;
      return tracksChart(dossier, tracksFigure(dossier, lively, topic?.id), title, 5);
    }
    case "balance":
      return balanceChart(balanceFigure(dossier, lately(dossier, within), topic?.id), title);
    case "mediators":
      return mediationChart(dossier, mediationFigure(dossier, topic?.id), title);
    case "agenda": {
      const keep = ({ topics }: AgendaRecord) => topic === undefined || topics.includes(topic.id);
      const { due, open } = agendaOn(dossier, today, keep);
      const said = [
        ...due.slice(0, 3).map((each) => milestoneSentence(dossier, each, "")),
        ...open.slice(0, 3).map((each) => milestoneSentence(dossier, each, "Was due ")),
      ];
      return agendaChart(agendaFigure(dossier, today, keep), title, said);
    }
    default:
      throw new RangeError(`unknown picture ${String(kind satisfies never)}`);
  }
}

/** Events are counted by quarter for so many years, unless a stretch is asked for. */
const usualYears = 5;

function lately(dossier: Dossier, within: Stretch): Stretch {
  return within.from ? within : { ...within, from: dossier.until.subtract({ years: usualYears }) };
}

type Stretch = Pick<Span, "from" | "until">;

const titles = {
  timeline: "title.chart-timeline",
  balance: "title.chart-balance",
  mediators: "title.chart-mediators",
  agenda: "title.chart-agenda",
} as const satisfies Readonly<Record<ChartKind, ServiceText>>;

function titleOf({ id, header }: Dossier, kind: ChartKind, topic: Topic | undefined): Sentence {
  return say(titles[kind], {
    name: topic ? named("topic", topic.id, topic.title) : named("dossier", id, header.title),
  });
}

function seriesBriefing(dossier: Dossier, series: SeriesRecord): Briefing {
  const values = latestValue(dossier, series);
  const chart = seriesChart(dossier, series, [...courseOf(dossier, series), ...values]);
  const topic = dossier.topics.get(series.topics[0] ?? "");
  return {
    title: seriesTitle(series),
    blocks: blocks(
      chart,
      chart ? undefined : list([item(values.slice(0, 1), values.slice(1))]),
      chart ? undefined : paragraph(say(values.length > 0 ? "chart.one-point" : "chart.nothing")),
      actions(waysOn(undefined, topic)),
    ),
    carried: { topics: series.topics },
  };
}

/** The measurement with most readings, of a topic; none when no topic is asked for. */
function longestSeries(dossier: Dossier, topic: Topic | undefined): SeriesRecord | undefined {
  if (!topic) return undefined;
  return [...dossier.series.values()]
    .filter((each) => each.topics.includes(topic.id) && pointsOf(dossier, each).length > 1)
    .toSorted((a, b) => pointsOf(dossier, b).length - pointsOf(dossier, a).length)[0];
}

const others = {
  timeline: "action.chart-timeline",
  balance: "action.chart-balance",
  mediators: "action.chart-mediators",
  agenda: "action.chart-agenda",
} as const satisfies Readonly<Record<ChartKind, ServiceText>>;

function waysOn(drawn: ChartKind | undefined, topic: Topic | undefined): readonly Action[] {
  const of = topic ? ` ${topic.id}` : "";
  return [
    ...(topic
      ? [recordAction("topic", topic.id, topic.title, `topic ${topic.id}`)]
      : [action(say("action.now"), "now")]),
    ...chartKinds
      .filter((kind) => kind !== drawn)
      .map((kind) => action(say(others[kind]), `chart ${kind}${of}`)),
    ...(drawn === "timeline" ? [action(say("action.timeline"), `timeline${of}`)] : []),
  ];
}
