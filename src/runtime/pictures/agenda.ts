import type { EChartsOption } from "echarts";
import type { AgendaFigure } from "#core";
import { type Frame, wrap } from "./house-style.ts";

/** One row for each date, in order; today and the end of the record are ruled. */
export function agendaOption(
  figure: AgendaFigure,
  frame: Frame,
): { option: EChartsOption; height: number } {
  const { palette, size, narrow, width } = frame;
  const room = narrow ? 190 : 420;
  const labels = figure.items.map((item) => wrap(item.label, room, size.small));
  const most = Math.max(1, ...labels.map((label) => label.split("\n").length));
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
    height: frame.top + frame.bottom + 56 + figure.items.length * row,
    option: {
      grid: {
        top: frame.top + 30,
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
        data: labels,
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: {
          color: palette.ink,
          fontSize: size.small,
          lineHeight: size.small * 1.3,
          align: "left",
          margin: room + 12,
        },
        splitLine: { show: true, lineStyle: { color: palette.grid } },
      },
      series: [
        {
          type: "scatter",
          symbolSize: narrow ? 10 : 12,
          data: figure.items.map((item, index) => ({
            value: [item.until, index],
            symbol: symbol[item.state],
            itemStyle: { color: color[item.state] },
          })),
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
        },
      ],
    },
  };
}
