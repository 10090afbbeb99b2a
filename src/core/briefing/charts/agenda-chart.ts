/** What is due on a calendar line, and in words how much of it is still to come. */
import { derived, say } from "../../document/sentence.ts";
import type { Chart, Sentence } from "../../document/tree.ts";
import { dayWords } from "../../dossier/dates.ts";
import type { AgendaFigure } from "../../figure/figure.ts";

/** Undefined without a date. `alt`: what is said of single items. */
export function agendaChart(
  figure: AgendaFigure,
  title: Sentence,
  alt: readonly Sentence[],
): Chart | undefined {
  if (figure.items.length === 0) return undefined;
  const count = (state: AgendaFigure["items"][number]["state"]) =>
    derived(figure.items.filter((item) => item.state === state).length, { type: "record" });
  const day = (iso: string) => dayWords(Temporal.PlainDate.from(iso));
  return {
    type: "chart",
    title,
    subtitle: say("chart.agenda-day", {
      today: derived(day(figure.today), { type: "clock" }),
      until: derived(day(figure.coverageUntil), { type: "record" }),
    }),
    alt: [
      say("chart.agenda", {
        ahead: count("ahead"),
        past: count("past"),
        settled: count("settled"),
      }),
      ...alt,
    ],
    figure,
  };
}
