/** What the last answer stands on, or the last answer itself again. */
import { claimSentence, derived, say } from "../../document/sentence.ts";
import type { Sentence } from "../../document/tree.ts";
import { edtfWords } from "../../dossier/dates.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import type { Composed } from "../answerer.ts";
import type { Reading } from "../reading.ts";
import { lengths } from "../retrieve/weights.ts";
import { bullets } from "./blocks.ts";
import { count } from "./measure.ts";

/** Words that ask for a source, whatever for. */
const asking =
  /^(?:sources?|sourcing|citations?|cites?|cited|references?|refs?|links?|urls?|reports?|reported|evidence|proof|prove|reliable|sure|certain|confident|trust|believe)$/;

/** The claims of the last answer with where each of them stands. */
export function sourced({ turns, ranked, question, dossier }: Reading): Composed | undefined {
  const subject = question.content.some((at) => !asking.test(question.words[at]?.word ?? ""));
  const last = lastClaims(turns[0]?.citations ?? [], dossier).slice(0, 4);
  const claims = subject || last.length === 0 ? ranked.slice(0, 2).map(({ claim }) => claim) : last;
  if (claims.length === 0) return undefined;
  return {
    lead: say(claims === last ? "answer.sources" : "answer.sources-on"),
    blocks: bullets(
      claims.map((claim) => [
        claimSentence(
          [claim],
          `${claim.headline}: `,
          derived(placesOf(claim, dossier), { type: "claims", claims: [claim.id] }),
          ".",
        ),
      ]),
    ),
    claims,
  };
}

export function repeated({ turns, dossier }: Reading): Composed | undefined {
  const claims = lastClaims(turns.find(({ answered }) => answered)?.citations ?? [], dossier);
  const [first, ...rest] = claims;
  if (!first) return undefined;
  const items: (readonly Sentence[])[] = [];
  let words = count(first.text);
  for (const claim of rest) {
    words += count(claim.text);
    if (words > lengths.answer) break;
    items.push([claimSentence([claim])]);
  }
  return {
    lead: claimSentence([first]),
    blocks: bullets(items),
    claims: claims.slice(0, items.length + 1),
  };
}

function lastClaims(ids: readonly string[], dossier: Dossier): readonly Claim[] {
  return ids.flatMap((id) => dossier.claims.get(id) ?? []);
}

/** "DW, 18 September 2023 (B2); Reuters (A1)". At most three. */
function placesOf(claim: Claim, dossier: Dossier): string {
  return claim.citations
    .slice(0, 3)
    .flatMap(({ source }) => {
      const record = dossier.sources.get(source);
      if (!record) return [];
      const published = record.published === undefined ? "" : `, ${edtfWords(record.published)}`;
      return [`${record.publisher}${published} (${record.reliability}${claim.credibility})`];
    })
    .join("; ");
}
