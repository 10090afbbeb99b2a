/** A figure as lines of plain text, for terminals and files: bars and marks with values and dates. */
import type { Figure } from "../../figure/figure.ts";
import { agendaPlot } from "./agenda-plot.ts";
import { balancePlot } from "./balance-plot.ts";
import { mediationPlot } from "./mediation-plot.ts";
import { seriesPlot } from "./series-plot.ts";
import { tracksPlot } from "./tracks-plot.ts";

/** Lines of at most about 78 characters; none when there is nothing to show. */
export function plot(figure: Figure): readonly string[] {
  switch (figure.type) {
    case "series":
      return seriesPlot(figure);
    case "tracks":
      return tracksPlot(figure);
    case "balance":
      return balancePlot(figure);
    case "mediation":
      return mediationPlot(figure);
    case "agenda":
      return agendaPlot(figure);
    default:
      throw new Error(`cannot plot ${JSON.stringify(figure satisfies never)}`);
  }
}
