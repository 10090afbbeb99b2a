import type { AgendaFigure } from "../../figure/figure.ts";
import { shortDay } from "../short-day.ts";
import { shortened } from "./bar.ts";

const marks = { ahead: "○", past: "△", settled: "■" } as const;
const words = {
  ahead: "to come",
  past: "past, outcome not on record",
  settled: "settled",
} as const;

/** One row a date in order, with a line where the record ends and where today is. */
export function agendaPlot({ items, today, coverageUntil }: AgendaFigure): readonly string[] {
  if (items.length === 0) return [];
  const rules = [
    { at: coverageUntil, line: `── the record ends, ${shortDay(coverageUntil)}` },
    ...(today > coverageUntil ? [{ at: today, line: `── today, ${shortDay(today)}` }] : []),
  ];
  const lines: string[] = [];
  for (const { until, label, state } of items) {
    while (rules[0] && rules[0].at < until) lines.push(rules.shift()?.line ?? "");
    lines.push(`${marks[state]} ${shortDay(until).padStart(11)}  ${shortened(label, 60)}`);
  }
  const states = (["settled", "past", "ahead"] as const).filter((state) =>
    items.some((item) => item.state === state),
  );
  return [
    ...lines,
    ...rules.map(({ line }) => line),
    states.map((state) => `${marks[state]} ${words[state]}`).join("   "),
  ];
}
