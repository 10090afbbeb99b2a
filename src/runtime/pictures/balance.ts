import type { EChartsOption } from "echarts";
import type { BalanceFigure } from "#core";
import type { Frame } from "./house-style.ts";

/** Cooperation upward, conflict downward, one pair of bars for each quarter. */
export function balanceOption(
  figure: BalanceFigure,
  frame: Frame,
): { option: EChartsOption; height: number } {
  const { palette, size, narrow } = frame;
  const bars = (name: string, color: string, values: readonly number[]) => ({
    type: "bar" as const,
    name,
    stack: "balance",
    barCategoryGap: "25%",
    itemStyle: { color },
    data: [...values],
  });
  return {
    height: (narrow ? 260 : 340) + frame.top + frame.bottom,
    option: {
      legend: {
        top: frame.top - 14,
        left: 8,
        itemWidth: 12,
        itemHeight: 12,
        textStyle: { color: palette.ink, fontSize: size.small },
      },
      grid: {
        top: frame.top + 26,
        bottom: frame.bottom + 22,
        left: 12,
        right: 16,
        containLabel: true,
      },
      xAxis: {
        type: "category",
        data: figure.quarters.map((quarter) => quarter.label),
        axisLine: { lineStyle: { color: palette.muted } },
        axisTick: { show: false },
        axisLabel: {
          color: palette.muted,
          fontSize: size.small,
          // One label a year: its first quarter.
          interval: (index: number) => {
            const label = figure.quarters[index]?.label ?? "";
            return label.endsWith("Q1") || (index === 0 && figure.quarters.length < 5);
          },
          formatter: (label: string) => (figure.quarters.length < 5 ? label : label.slice(0, 4)),
          hideOverlap: true,
        },
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        axisLabel: {
          color: palette.muted,
          fontSize: size.small,
          formatter: (value: number) => String(Math.abs(value)),
        },
        splitLine: { lineStyle: { color: palette.grid } },
      },
      series: [
        bars(
          "Cooperation ▲",
          palette.cooperation,
          figure.quarters.map((each) => each.cooperation),
        ),
        bars(
          "Conflict ▼",
          palette.conflict,
          figure.quarters.map((each) => -each.conflict),
        ),
      ],
    },
  };
}
