import type { EChartsOption } from "echarts";
import { type AgendaFigure, shortDay } from "#core";
import { type Frame, wrap } from "./house-style.ts";

/** One row for each date, in order; today and the end of the record are ruled. */
export function agendaOption(
  figure: AgendaFigure,
  frame: Frame,
): { option: EChartsOption; height: number } {
  const { palette, size, narrow, width } = frame;
  const room = narrow ? 190 : 420;
  const labels = figure.items.map(({ label }) => wrap(unmarked(label), room, size.small));
  const most = 1 + Math.max(1, ...labels.map((label) => label.split("\n").length));
  const row = Math.max(30, most * size.small * 1.3 + 10);
  const days = figure.items
    .flatMap((item) => [item.from, item.until])
    .concat(figure.today, figure.coverageUntil)
    .sort();
  const first = Date.parse(days[0] ?? figure.today);
  const last = Date.parse(days.at(-1) ?? figure.today);
  const margin = Math.max((last - first) * 0.04, 86_400_000 * 3);
  const color = { ahead: palette.diplomacy, past: palette.pressure, settled: palette.muted };
  const symbol = { ahead: "circle", past: "triangle", settled: "rect" };
  // Where the two rules stand close, the second label goes one line higher.
  const apart = Math.abs(Date.parse(figure.today) - Date.parse(figure.coverageUntil));
  const crowded = (apart / Math.max(last - first, 1)) * (width - room - 60) < 76;
  const rule = (at: string, name: string, higher = false) => ({
    xAxis: at,
    label: { formatter: name, distance: higher ? 6 + size.small * 1.3 : 4 },
  });
  return {
    height: frame.top + frame.bottom + 82 + figure.items.length * row,
    option: {
      legend: {
        top: frame.top - 14,
        left: 8,
        itemWidth: 12,
        itemHeight: 10,
        itemGap: narrow ? 8 : 16,
        data: states
          .filter((state) => figure.items.some((item) => item.state === state))
          .map((state) => words[state]),
        textStyle: { color: palette.ink, fontSize: size.small },
      },
      grid: {
        top: frame.top + 56,
        bottom: frame.bottom + 24,
        left: room + 28,
        right: narrow ? 18 : 40,
      },
      xAxis: {
        type: "time",
        min: first - margin,
        max: last + margin,
        splitNumber: narrow ? 2 : 6,
        axisLine: { lineStyle: { color: palette.grid } },
        axisTick: { show: false },
        splitLine: { show: true, lineStyle: { color: palette.grid } },
        axisLabel: { color: palette.muted, fontSize: size.small, hideOverlap: true },
      },
      yAxis: {
        type: "category",
        inverse: true,
        // The category is its number: two dates may bear the same words.
        data: labels.map((_, index) => index),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: {
          color: palette.ink,
          fontSize: size.small,
          lineHeight: size.small * 1.3,
          align: "left",
          margin: room + 12,
          interval: 0,
          formatter: (_: string, index: number) =>
            `{day|${shortDay(figure.items[index]?.until ?? figure.today)}}\n${labels[index] ?? ""}`,
          rich: {
            day: { color: palette.muted, fontSize: size.small, lineHeight: size.small * 1.3 },
          },
        },
        splitLine: { show: true, lineStyle: { color: palette.grid } },
      },
      series: states.map((state, at) => ({
        type: "scatter" as const,
        name: words[state],
        symbol: symbol[state],
        symbolSize: narrow ? 10 : 12,
        itemStyle: { color: color[state], opacity: 1 },
        data: figure.items.flatMap((item, index) =>
          item.state === state ? [{ value: [item.until, index] }] : [],
        ),
        ...(at === 0 && {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: palette.muted, type: "dashed", width: 1 },
            label: { color: palette.muted, fontSize: size.small, position: "start" },
            data:
              apart < 86_400_000
                ? [rule(figure.today, "today")]
                : [
                    rule(figure.coverageUntil, narrow ? "record" : "record ends"),
                    rule(figure.today, "today", crowded),
                  ],
          },
        }),
      })),
    },
  };
}

const states = ["settled", "past", "ahead"] as const;
const words = {
  settled: "settled",
  past: "past, outcome not on record",
  ahead: "to come",
} as const;

/** Without the marks of ECharts' rich text. */
function unmarked(label: string): string {
  return label.replace(/[{}|]/g, " ");
}
