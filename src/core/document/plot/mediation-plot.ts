import type { MediationFigure } from "../../figure/figure.ts";

/** Each pair with its mediators below: years and how many claims. */
export function mediationPlot({ pairs }: MediationFigure): readonly string[] {
  return pairs.flatMap(({ parties, mediators }, index) => {
    const longest = Math.max(0, ...mediators.map(({ label }) => [...label].length));
    return [
      ...(index > 0 ? [""] : []),
      `${parties[0]} ↔ ${parties[1]}`,
      ...mediators.map(({ label, first, last, claims, topics }) => {
        const years = first === last ? first : `${first}–${last}`;
        return `  ${label.padEnd(longest)}  ${years.padEnd(9)}  ${"●".repeat(Math.min(claims.length, 20))}  ${topics[0] ?? ""}`.trimEnd();
      }),
    ];
  });
}
