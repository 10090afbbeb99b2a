import type { EChartsOption } from "echarts";
import type { MediationFigure } from "#core";
import { type Frame, wrap } from "./house-style.ts";

/** The two parties at the sides, each mediator on a line between them with what and since when. */
export function mediationOption(
  figure: MediationFigure,
  frame: Frame,
): { option: EChartsOption; height: number } {
  const { palette, size, narrow, width } = frame;
  const row = narrow ? 92 : 76;
  const height = frame.top + frame.bottom + Math.max(figure.mediators.length, 1) * row;
  const middle = frame.top + (Math.max(figure.mediators.length, 1) * row) / 2;
  const [left, right] = figure.parties;
  const side = narrow ? 46 : 110;
  const box = { symbol: "roundRect", fixed: true };
  const words = (text: string, room: number) => wrap(text, room, size.small);
  const node = (name: string, x: number, y: number, color: string) => ({
    ...box,
    name,
    x,
    y,
    symbolSize: narrow ? [76, 40] : [150, 40],
    itemStyle: { color: palette.background, borderColor: color, borderWidth: 2 },
    label: {
      show: true,
      formatter: wrap(name, narrow ? 70 : 140, size.text),
      color: palette.ink,
      fontSize: size.text,
      fontWeight: 600 as const,
    },
  });
  const mediators = figure.mediators.map((mediator, index) => {
    const y = frame.top + index * row + row / 2;
    const years =
      mediator.first === mediator.last ? mediator.first : `${mediator.first}–${mediator.last}`;
    return {
      ...node(mediator.label, width / 2, y - (narrow ? 16 : 10), palette.diplomacy),
      note: words(`${years} · ${mediator.topics.join(", ")}`, narrow ? 190 : 360),
      y,
    };
  });
  return {
    height,
    option: {
      series: [
        {
          type: "graph",
          layout: "none",
          left: 0,
          top: 0,
          right: 0,
          bottom: 0,
          width,
          height,
          silent: true,
          data: [
            // Two unseen corners hold the drawing at one pixel for one unit.
            { name: "\u0000a", x: 0, y: 0, symbolSize: 0 },
            { name: "\u0000b", x: width, y: height, symbolSize: 0 },
            node(left, side, middle, palette.ink),
            node(right, width - side, middle, palette.ink),
            ...mediators.map(({ note: _, ...each }) => ({
              ...each,
              y: each.y - (narrow ? 16 : 10),
            })),
          ],
          links: mediators.flatMap((mediator) => [
            { source: left, target: mediator.name },
            { source: mediator.name, target: right },
          ]),
          lineStyle: { color: palette.muted, width: 1.5, opacity: 0.7, curveness: 0 },
        },
      ],
      graphic: mediators.map((mediator) => ({
        type: "text" as const,
        x: width / 2,
        y: mediator.y + (narrow ? 8 : 14),
        silent: true,
        z: 10,
        style: {
          text: mediator.note,
          textAlign: "center" as const,
          fill: palette.muted,
          font: `${size.small}px Inter, Vazirmatn, sans-serif`,
          lineHeight: size.small * 1.25,
          backgroundColor: palette.background,
          padding: [1, 4] as [number, number],
        },
      })),
    },
  };
}
