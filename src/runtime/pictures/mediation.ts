import type { EChartsOption } from "echarts";
import type { MediationFigure } from "#core";
import { type Frame, wrap } from "./house-style.ts";

/** Each pair at the sides of a block of its own; every mediator on a line between the two. */
export function mediationOption(
  figure: MediationFigure,
  frame: Frame,
): { option: EChartsOption; height: number } {
  const { palette, size, narrow, width } = frame;
  const side = narrow ? 50 : 110;
  let top = frame.top;
  const placed: { name: string; label: string; block: number; y: number; note: string }[] = [];
  const blocks = figure.pairs.map((pair, index) => {
    const start = top;
    for (const [at, mediator] of pair.mediators.entries()) {
      const years =
        mediator.first === mediator.last ? mediator.first : `${mediator.first}–${mediator.last}`;
      const topics = mediator.topics.slice(0, narrow ? 1 : 2);
      const note = wrap([years, ...topics].join(" · "), narrow ? 180 : 520, size.small);
      placed.push({
        name: `${index}:${at}`,
        label: mediator.label,
        block: index,
        y: top + 24,
        note,
      });
      top += 58 + note.split("\n").length * size.small * 1.25;
    }
    const middle = (start + top) / 2 - 12;
    top += 20;
    return { pair, index, middle };
  });
  const height = top + frame.bottom;

  const node = (name: string, words: string, x: number, y: number, color: string) => {
    const label = wrap(words, narrow ? 82 : 160, size.text);
    const lines = label.split("\n").length;
    return {
      symbol: "rect",
      name,
      x,
      y,
      symbolSize: [narrow ? 88 : 170, Math.max(40, lines * size.text * 1.25 + 10)],
      itemStyle: { color: palette.background },
      label: {
        show: true,
        formatter: label,
        color: palette.ink,
        fontSize: size.text,
        fontWeight: 600 as const,
        lineHeight: size.text * 1.25,
        // A border of the symbol would be stretched with it.
        borderColor: color,
        borderWidth: 2,
        borderRadius: 5,
        align: "center" as const,
        verticalAlign: "middle" as const,
        width: (narrow ? 88 : 170) - 4,
        height: Math.max(40, lines * size.text * 1.25 + 10) - 4,
        backgroundColor: palette.background,
      },
    };
  };
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
            { name: "corner-1", x: 0, y: 0, symbolSize: 0 },
            { name: "corner-2", x: width, y: height, symbolSize: 0 },
            ...blocks.flatMap(({ pair, index, middle }) => [
              node(`${index}:left`, pair.parties[0], side, middle, palette.ink),
              node(`${index}:right`, pair.parties[1], width - side, middle, palette.ink),
            ]),
            ...placed.map((each) =>
              node(each.name, each.label, width / 2, each.y, palette.diplomacy),
            ),
          ],
          links: placed.flatMap((each) => [
            { source: `${each.block}:left`, target: each.name },
            { source: each.name, target: `${each.block}:right` },
          ]),
          lineStyle: { color: palette.muted, width: 1.5, opacity: 0.7, curveness: 0 },
        },
      ],
      graphic: placed.map((each) => ({
        type: "text" as const,
        x: width / 2,
        y: each.y + 25,
        silent: true,
        z: 10,
        style: {
          text: each.note,
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
