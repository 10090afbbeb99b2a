import type { Claim, Dossier } from "../dossier/dossier.ts";
import { overlaps, parseEdtf, type Span } from "../dossier/edtf.ts";
import type { TracksFigure } from "./figure.ts";
import { isShown } from "./series-figure.ts";

/**
 * Events on record by the track of their first topic, within a stretch or the whole coverage, of one
 * topic or of all. What began before the stretch and reaches into it stands at its beginning.
 */
export function tracksFigure(
  dossier: Dossier,
  within?: Pick<Span, "from" | "until">,
  topic?: string,
): TracksFigure {
  const first = within?.from?.toString() ?? "";
  const events = [...dossier.claims.values()].flatMap((claim) => {
    const at = claim.span?.from;
    const track = dossier.topics.get(claim.topics[0] ?? "")?.track;
    if (claim.kind !== "event" || !isShown(claim.status) || !claim.span || !at || !track) return [];
    if (within && !overlaps(claim.span, within)) return [];
    if (topic !== undefined && !claim.topics.includes(topic)) return [];
    return [
      {
        at: at.toString() < first ? first : at.toString(),
        track,
        label: claim.headline,
        claim: claim.id,
        weight: weightOf(claim, dossier),
      },
    ];
  });
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.claim < b.claim ? -1 : 1));
  const from = within?.from?.toString() ?? events[0]?.at ?? dossier.until.toString();
  const until = within?.until?.toString() ?? dossier.until.toString();
  return {
    type: "tracks",
    from,
    until,
    eras: dossier.header.eras.flatMap((era) => {
      const span = parseEdtf(era.when);
      const start = span.from?.toString() ?? from;
      const end = span.until?.toString() ?? until;
      return end < from || start > until ? [] : [{ from: start, until: end, label: era.title }];
    }),
    events,
  };
}

/** What followed from an event counts most, then how well it is attested. */
function weightOf(claim: Claim, dossier: Dossier): number {
  const effects = dossier.links.effects.get(claim.id)?.length ?? 0;
  return effects * 3 + (7 - claim.credibility) + (claim.why_it_matters ? 1 : 0);
}
