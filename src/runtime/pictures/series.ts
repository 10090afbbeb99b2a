import type { EChartsOption } from "echarts";
import type { SeriesFigure } from "#core";
import { type Frame, textWidth, wrap } from "./house-style.ts";

/**
 * A line through the readings. Hollow dots are estimates, small squares derived values; a hatched
 * band has no reading; a dashed rule names the event at a bend.
 */
export function seriesOption(
  figure: SeriesFigure,
  frame: Frame,
): { option: EChartsOption; height: number } {
  const { palette, size, narrow } = frame;
  const last = figure.points.at(-1);
  const first = figure.points[0]?.at ?? "";
  const bends = figure.bends.filter((bend) => bend.at >= first).slice(0, narrow ? 4 : 8);
  const gapEnd = figure.gaps
    .flatMap((gap) => gap.until ?? [])
    .concat(figure.points.map(({ at }) => at))
    .sort()
    .at(-1);
  const right = narrow ? 22 : 40;
  const rows = bendRows(bends, frame, {
    from: Date.parse(first),
    until: Date.parse(gapEnd ?? first),
    // The axis' own labels take about this much at the left.
    plot: frame.width - right - 46,
  });
  const stretch = Math.max(Date.parse(gapEnd ?? first) - Date.parse(first), 1);
  const nameOf = ({ from, until }: SeriesFigure["gaps"][number]) => {
    const share = (Date.parse(until ?? gapEnd ?? from) - Date.parse(from)) / stretch;
    const fits = share * (frame.width - right - 46) > textWidth(noReading, size.small) + 4;
    return fits ? noReading : "";
  };
  const room = (Math.max(-1, ...rows.map((each) => each.row)) + 1) * rowHeight(size.small) + 6;
  const height = (narrow ? 260 : 380) + frame.top + frame.bottom + room;
  const option: EChartsOption = {
    grid: {
      top: frame.top + room,
      bottom: frame.bottom + 26,
      left: 12,
      right,
      containLabel: true,
    },
    xAxis: {
      type: "time",
      axisLine: { lineStyle: { color: palette.grid } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { color: palette.muted, fontSize: size.small, hideOverlap: true },
      ...(gapEnd !== undefined && { max: gapEnd }),
    },
    yAxis: {
      type: "value",
      // The label of a highest reading stands below those of the bends.
      boundaryGap: [0, "8%"],
      name: figure.unit,
      nameTextStyle: { color: palette.muted, fontSize: size.small, align: "right" },
      axisLabel: { color: palette.muted, fontSize: size.small },
      splitLine: { lineStyle: { color: palette.grid } },
      splitNumber: narrow ? 4 : 5,
    },
    series: [
      {
        type: "line",
        name: "readings",
        clip: false,
        lineStyle: { color: palette.nuclear, width: 2.5 },
        data: figure.points.map((point) => ({
          value: [point.at, point.value],
          symbol: point.kind === "derived" ? "rect" : "circle",
          symbolSize: point.kind === "derived" ? 6 : 8,
          itemStyle: {
            color: point.kind === "measured" ? palette.nuclear : palette.background,
            borderColor: palette.nuclear,
            borderWidth: 2,
          },
          label: {
            show: point === last || figure.points.length === 1,
            position: "left",
            distance: 10,
            formatter: `${point.value.toLocaleString("en-US")} ${figure.unit}`,
            color: palette.ink,
            fontSize: size.text,
            fontWeight: 600,
            // A rule may run behind it.
            backgroundColor: palette.background,
            padding: [2, 3],
          },
        })),
        markArea: {
          silent: true,
          itemStyle: {
            color: palette.shade,
            borderColor: palette.grid,
            borderWidth: 1,
            borderType: "dashed",
          },
          label: {
            color: palette.muted,
            fontSize: size.small,
            position: "insideBottom",
            distance: 8,
          },
          data: figure.gaps.map((gap) => [
            { name: nameOf(gap), xAxis: gap.from },
            { xAxis: gap.until ?? gapEnd ?? gap.from },
          ]),
        },
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: palette.muted, type: "dashed", width: 1 },
          label: {
            position: "end",
            color: palette.muted,
            fontSize: size.small,
            lineHeight: size.small * 1.25,
            align: "center",
          },
          data: rows.map(({ at, text, row }) => ({
            xAxis: at,
            label: { formatter: text, distance: 4 + row * rowHeight(size.small) },
          })),
        },
      },
    ],
  };
  return { option, height };
}

const noReading = "no reading";
const mostLines = 3;
const rowHeight = (font: number): number => mostLines * font * 1.25 + 6;

/** Rows above the curve for the labels of its bends: each in the lowest where it covers no other. */
function bendRows(
  bends: SeriesFigure["bends"],
  frame: Frame,
  axis: { readonly from: number; readonly until: number; readonly plot: number },
): readonly { readonly at: string; readonly text: string; readonly row: number }[] {
  const font = frame.size.small;
  const rows: [number, number][][] = [];
  return bends.map(({ at, label }) => {
    const text = wrap(label, frame.narrow ? 104 : 160, font);
    const half = Math.max(...text.split("\n").map((line) => textWidth(line, font))) / 2 + 4;
    const x = ((Date.parse(at) - axis.from) / Math.max(axis.until - axis.from, 1)) * axis.plot;
    let row = rows.findIndex((taken) =>
      taken.every(([from, until]) => x + half < from || x - half > until),
    );
    if (row < 0) row = rows.push([]) - 1;
    rows[row]?.push([x - half, x + half]);
    return { at, text, row };
  });
}
