/** Who carries messages between whom, as a picture and in sentences. */
import { mostClaims } from "../../document/bounds.ts";
import { claimSentence, derived, say } from "../../document/sentence.ts";
import type { Chart, Sentence } from "../../document/tree.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { MediationFigure } from "../../figure/figure.ts";
import { claimsOf } from "../select.ts";

/** Claims that a sentence on one mediator cites: its first and its latest. */
const mostCited = 4;

export function mediationChart(
  dossier: Dossier,
  figure: MediationFigure,
  title: Sentence,
): Chart | undefined {
  if (figure.pairs.length === 0) return undefined;
  return {
    type: "chart",
    title,
    subtitle: say("chart.pairs"),
    alt: figure.pairs.flatMap(({ parties, mediators }) =>
      mediators.map((mediator) => {
        const claims = claimsOf(dossier, mediator.claims.slice(0, mostClaims));
        const from = { type: "claims", claims: mediator.claims } as const;
        const { first, last, topics } = mediator;
        return claimSentence(
          [...claims.slice(0, mostCited / 2), ...claims.slice(-mostCited / 2)],
          derived(mediator.label, from),
          " (",
          derived(parties.join(" – "), from),
          "), ",
          derived(first === last ? first : `${first}–${last}`, from),
          ...(topics.length > 0 ? [": ", derived(topics.join("; "), from)] : []),
          ".",
        );
      }),
    ),
    figure,
  };
}
