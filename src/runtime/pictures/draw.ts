/** A picture as SVG text, by ECharts' server-side renderer. */

import * as echarts from "echarts";
import type { Look, Picture } from "#core";
import { agendaOption } from "./agenda.ts";
import { balanceOption } from "./balance.ts";
import { type Frame, frameOf, framing } from "./house-style.ts";
import { mediationOption } from "./mediation.ts";
import { seriesOption } from "./series.ts";
import { tracksOption } from "./tracks.ts";

export function drawSvg(picture: Picture, look: Look): string {
  const frame = frameOf(picture, look);
  const { option, height } = optionOf(picture, frame);
  const chart = echarts.init(null, null, {
    renderer: "svg",
    ssr: true,
    width: look.width,
    height: Math.round(height),
  });
  try {
    chart.setOption({ ...framing(picture, frame), ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function optionOf({ figure }: Picture, frame: Frame) {
  switch (figure.type) {
    case "series":
      return seriesOption(figure, frame);
    case "tracks":
      return tracksOption(figure, frame);
    case "balance":
      return balanceOption(figure, frame);
    case "mediation":
      return mediationOption(figure, frame);
    case "agenda":
      return agendaOption(figure, frame);
    default:
      throw new Error(`no drawing for ${JSON.stringify(figure satisfies never)}`);
  }
}
