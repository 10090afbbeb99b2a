/** What led to a claim and what came of it: by links, and by the order of events. */
import { successors } from "../answer/compose/standing.ts";
import type { Index } from "../answer/retrieve/index.ts";
import { features } from "../answer/retrieve/weights.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";

export function involves({ actors, holder }: Claim, who: readonly string[]): boolean {
  return (
    actors.some(({ id }) => who.includes(id)) || (holder !== undefined && who.includes(holder))
  );
}

/** What the claims brought about, and what that brought about. */
export function effectsOf(ids: readonly string[], { links }: Dossier): readonly Claim[] {
  const first = ids.flatMap((id) => links.effects.get(id) ?? []);
  return [...new Set([...first, ...first.flatMap(({ id }) => links.effects.get(id) ?? [])])];
}

/** Said in the same section of a source. */
export function besideInSource(claim: Claim, { claims, ofSource }: Index): readonly Claim[] {
  const found = new Set<Claim>();
  for (const { source, locator } of claim.citations) {
    for (const doc of ofSource.get(source) ?? []) {
      const other = claims[doc];
      const same = other?.citations.some(
        (each) => each.source === source && section(each.locator) === section(locator),
      );
      if (other && same && other.id !== claim.id) found.add(other);
    }
  }
  return [...found];
}

/** "Risks, paragraph 2" and "Risks, paragraphs 3-4" are in one section. */
function section(locator: string): string {
  return locator.replace(/,? ?paragraphs? .*$/i, "").toLowerCase();
}

/** In about the same days, on the same subject. */
export function besides(claim: Claim, lead: Claim): boolean {
  const [a, b] = [claim.span?.from, lead.span?.from];
  if (!a || !b || claim.id === lead.id) return false;
  return (
    Math.abs(b.until(a, { largestUnit: "days" }).days) <= besideDays &&
    claim.topics.some((id) => lead.topics.includes(id))
  );
}

const besideDays = 60;

/** What followed from a claim or led to it, and the next events on its subject on that side. */
export function inSequence(
  lead: Claim,
  way: "after" | "before",
  { claims }: Index,
  dossier: Dossier,
  add: (id: string, by: number) => void,
): void {
  const linked =
    way === "after"
      ? [...(dossier.links.effects.get(lead.id) ?? []), ...successors(lead, dossier)].map(
          ({ id }) => id,
        )
      : lead.causes;
  for (const id of linked) add(id, features.linked);
  const day = lead.span?.from;
  if (!day) return;
  const sign = way === "after" ? 1 : -1;
  const apart = ({ span }: Claim) =>
    span?.from ? sign * day.until(span.from, { largestUnit: "days" }).days : 0;
  const topics = new Set(lead.topics);
  const actors = new Set(lead.actors.map(({ id }) => id));
  const near = claims
    .filter((claim) => claim.kind === "event" && apart(claim) > 0)
    .filter(
      (claim) =>
        claim.topics.some((id) => topics.has(id)) ||
        claim.actors.filter(({ id }) => actors.has(id)).length > 1,
    )
    .toSorted((a, b) => apart(a) - apart(b) || a.order - b.order)
    .slice(0, 8);
  for (const [place, { id }] of near.entries())
    add(id, features.nextInTime * features.fadeInTime ** place);
  const next = claims
    .filter(
      (claim) =>
        claim.kind === "event" && apart(claim) > 0 && claim.actors.some(({ id }) => actors.has(id)),
    )
    .toSorted((a, b) => apart(a) - apart(b) || a.order - b.order)
    .filter((claim) => !near.includes(claim))
    .slice(0, 3);
  for (const { id } of next) add(id, features.nextInTime * features.elsewhere);
  for (const claim of claims)
    if (claim.span?.from && apart(claim) < 0) add(claim.id, features.otherWayInTime);
}
