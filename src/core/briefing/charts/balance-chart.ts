/** Cooperation and conflict per quarter as a picture. Its method is published in docs/charts.md. */
import { derived, say } from "../../document/sentence.ts";
import type { Chart, Sentence } from "../../document/tree.ts";
import type { BalanceFigure } from "../../figure/figure.ts";

/** Undefined without two quarters. */
export function balanceChart(figure: BalanceFigure, title: Sentence): Chart | undefined {
  const [first, last] = [figure.quarters[0], figure.quarters.at(-1)];
  if (!first || !last || first === last) return undefined;
  const count = (wins: (quarter: BalanceFigure["quarters"][number]) => boolean) =>
    derived(figure.quarters.filter(wins).length, { type: "record" });
  const word = (value: string | number) => derived(value, { type: "record" });
  return {
    type: "chart",
    title,
    subtitle: say("chart.per-quarter", { first: word(first.label), last: word(last.label) }),
    alt: [
      say("chart.balance", {
        quarters: count(() => true),
        conflict: count(({ conflict, cooperation }) => conflict > cooperation),
        cooperation: count(({ conflict, cooperation }) => cooperation > conflict),
      }),
      say("chart.latest-quarter", {
        quarter: word(last.label),
        cooperation: word(last.cooperation),
        conflict: word(last.conflict),
      }),
    ],
    figure,
  };
}
