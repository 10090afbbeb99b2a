import type { EChartsOption } from "echarts";
import { type Track, type TracksFigure, tracks } from "#core";
import { type Frame, textWidth, wrap } from "./house-style.ts";

const symbols: Readonly<Record<Track, string>> = {
  diplomacy: "circle",
  nuclear: "diamond",
  pressure: "triangle",
  conflict: "rect",
};

/** One lane for each track; the weightiest events of a lane carry their headline. */
export function tracksOption(
  figure: TracksFigure,
  frame: Frame,
): { option: EChartsOption; height: number } {
  const { palette, size, narrow } = frame;
  const lane = narrow ? 118 : 144;
  // Room above the lanes for the names of the eras, in lanes. As the axis begins there, its lines run
  // through the events of each lane.
  const head = 24 / lane;
  const left = narrow ? 16 : 110;
  const right = 16;
  const plot = frame.width - left - right;
  const from = Date.parse(figure.from);
  const span = Math.max(Date.parse(figure.until) - from, 1);
  const x = (at: string) => ((Date.parse(at) - from) / span) * plot;
  const rows = placeLabels(figure, frame, plot, x);

  return {
    height: frame.top + frame.bottom + 54 + tracks.length * lane,
    option: {
      grid: { top: frame.top, bottom: frame.bottom + 28, left, right },
      xAxis: {
        type: "time",
        min: figure.from,
        max: figure.until,
        axisLine: { lineStyle: { color: palette.grid } },
        axisTick: { show: false },
        splitLine: { show: true, lineStyle: { color: palette.grid } },
        axisLabel: { color: palette.muted, fontSize: size.small, hideOverlap: true },
      },
      yAxis: {
        type: "value",
        min: -head,
        max: tracks.length,
        interval: 1,
        inverse: true,
        axisLabel: { show: false },
        axisTick: { show: false },
        axisLine: { show: false },
        splitLine: { lineStyle: { color: palette.grid } },
      },
      graphic: tracks.map((track, index) => ({
        type: "text" as const,
        left: 16,
        top: frame.top + 24 + index * lane + 8,
        silent: true,
        z: 10,
        style: {
          text: track[0]?.toUpperCase() + track.slice(1),
          fill: palette[track],
          font: `600 ${size.text}px Inter, Vazirmatn, sans-serif`,
        },
      })),
      series: tracks.map((track, index) => ({
        type: "scatter" as const,
        name: track,
        symbol: symbols[track],
        symbolSize: narrow ? 8 : 10,
        itemStyle: { color: palette[track], opacity: 0.9 },
        clip: false,
        ...(index === 0 && {
          markArea: {
            silent: true,
            label: {
              position: "insideTop",
              distance: 6,
              color: palette.muted,
              fontSize: size.small,
            },
            data: figure.eras.map((era, band) => [
              {
                ...eraLabel(era, x, size.small),
                xAxis: era.from < figure.from ? figure.from : era.from,
                itemStyle: { color: band % 2 === 0 ? palette.shade : "transparent" },
              },
              { xAxis: era.until > figure.until ? figure.until : era.until },
            ]),
          },
        }),
        data: figure.events
          .filter((event) => event.track === track)
          .map((event) => {
            const label = rows.get(event.claim);
            return {
              value: [event.at, index + 1 - head],
              label: label
                ? {
                    show: true,
                    position: [label.dx, -label.dy] as [number, number],
                    formatter: label.text,
                    color: palette.ink,
                    fontSize: size.small,
                    lineHeight: size.small * 1.2,
                  }
                : { show: false },
            };
          }),
      })),
    },
  };
}

/** The name of an era, without its years, where the band is wide enough for it. */
function eraLabel(
  era: TracksFigure["eras"][number],
  x: (at: string) => number,
  font: number,
): { readonly name: string } {
  const name = era.label.replace(/,[^,]*\d{2,4}.*$/, "");
  return { name: textWidth(name, font) + 8 < x(era.until) - Math.max(x(era.from), 0) ? name : "" };
}

interface PlacedLabel {
  readonly text: string;
  readonly dx: number;
  readonly dy: number;
}

/** Rows of labels above each lane's dots, the weightiest first; what finds no free room stays a dot. */
function placeLabels(
  figure: TracksFigure,
  frame: Frame,
  plot: number,
  x: (at: string) => number,
): ReadonlyMap<string, PlacedLabel> {
  const font = frame.size.small;
  const lines = 2;
  const rowHeight = lines * font * 1.2 + 6;
  const rowCount = frame.narrow ? 2 : 3;
  const widest = frame.narrow ? 128 : 168;
  const placed = new Map<string, PlacedLabel>();
  for (const track of tracks) {
    const taken: [number, number][][] = Array.from({ length: rowCount }, () => []);
    const events = figure.events
      .filter((event) => event.track === track)
      .sort((a, b) => b.weight - a.weight || (a.at < b.at ? 1 : -1));
    for (const event of events) {
      const text = wrap(event.label, widest, font);
      const parts = text.split("\n");
      if (parts.length > lines) continue;
      const width = Math.max(...parts.map((part) => textWidth(part, font))) + 10;
      const start = Math.min(Math.max(x(event.at) - width / 2, 0), plot - width);
      const row = taken.findIndex((spans) =>
        spans.every(([from, until]) => start + width < from || start > until),
      );
      if (row < 0) continue;
      taken[row]?.push([start, start + width]);
      placed.set(event.claim, {
        text,
        dx: start - x(event.at) + 5,
        dy: 10 + row * rowHeight + parts.length * font * 1.2,
      });
    }
  }
  return placed;
}
