/** A claim as an item of a digest: headline, what happened, why it matters, source chips. */
import { item } from "../../briefing/build.ts";
import {
  besides,
  closed,
  dateOf,
  headline,
  strong,
  whyItMatters,
} from "../../briefing/claim-words.ts";
import { claimSentence, derived, say } from "../../document/sentence.ts";
import { shortDay } from "../../document/short-day.ts";
import type { ListItem, Sentence } from "../../document/tree.ts";
import { edtfWords } from "../../dossier/dates.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { parseEdtf } from "../../dossier/edtf.ts";

/** Each level says what the one before says, and more. `led`: the document's lead says the headline already. */
export type ItemLevel = "headline" | "brief" | "whole";

export function digestItem(
  dossier: Dossier,
  claim: Claim,
  level: ItemLevel,
  led = false,
): ListItem | undefined {
  const marks = besides(dossier, claim, level === "headline" ? "headline" : "brief");
  switch (level) {
    case "headline":
      if (led && marks.length === 0) return undefined;
      return item([headline(claim)], marks);
    case "brief":
      return item([dated(claim)], [...whyItMatters(claim), ...marks, ...chips(dossier, claim)]);
    case "whole":
      return item(
        [
          led || claim.origin !== "claims"
            ? claimSentence([claim])
            : claimSentence([claim], strong(closed(claim.headline)), " ", claim.text),
        ],
        [...whyItMatters(claim), ...marks, ...chips(dossier, claim)],
      );
    default:
      throw new RangeError(`unknown level ${String(level satisfies never)}`);
  }
}

function dated(claim: Claim): Sentence {
  const date = dateOf(claim);
  if (date === undefined) return headline(claim);
  return claimSentence([claim], strong(closed(claim.headline)), " (", date, ")");
}

/** Sources named beside an item; the others stand in the list of sources. */
const mostChips = 2;

/** Publisher, rating, day and whose side it is on, of the best rated sources: "IAEA (A1, 4 Jun 2026)". */
function chips(dossier: Dossier, claim: Claim): readonly Sentence[] {
  const stories = new Set<string>();
  const sources = claim.citations
    .flatMap(({ source }) => dossier.sources.get(source) ?? [])
    .filter(({ id, story = id }) => !stories.has(story) && stories.add(story))
    .toSorted((a, b) =>
      a.reliability < b.reliability ? -1 : a.reliability > b.reliability ? 1 : 0,
    );
  if (sources.length === 0) return [];
  const named = sources.slice(0, mostChips).map(({ publisher, reliability, published, party }) => {
    const day = published === undefined ? [] : [publishedDay(published)];
    const side =
      party === undefined ? [] : [`${party.as}, ${dossier.actors.get(party.of)?.name ?? party.of}`];
    return `${publisher} (${[`${reliability}${claim.credibility}`, ...day, ...side].join(", ")})`;
  });
  const more = sources.length - named.length;
  const words = [...named, ...(more > 0 ? [`${more} more`] : [])].join(" · ");
  return [say("digest.sources", { sources: derived(words, { type: "record" }) })];
}

function publishedDay(edtf: string): string {
  const { from, precision } = parseEdtf(edtf);
  return from !== undefined && precision === "day" ? shortDay(from.toString()) : edtfWords(edtf);
}
