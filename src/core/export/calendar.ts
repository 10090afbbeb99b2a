/** Dated records as days of a calendar. */
import { edtfWords } from "../dossier/dates.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { parseEdtf, type Span } from "../dossier/edtf.ts";
import type { AgendaRecord } from "../dossier/schema.ts";
import type { CalendarEvent } from "./ics.ts";
import type { Package } from "./package.ts";

/** What is known to a month at least: a year is no date to put into a calendar. */
export function eventsOf({
  of,
  claims,
  agenda,
  dossier,
}: Pick<Package, "of" | "claims" | "agenda" | "dossier">): readonly CalendarEvent[] {
  switch (of) {
    case "claims":
      return claims.flatMap((claim) => claimEvent(claim, dossier));
    case "agenda":
      return agenda.flatMap((item) => agendaEvent(item, dossier));
    case "sources":
      return [];
    default:
      throw new RangeError(`unknown rows ${String(of satisfies never)}`);
  }
}

function claimEvent(claim: Claim, dossier: Dossier): readonly CalendarEvent[] {
  const days = daysOf(claim.span);
  if (!days || claim.when === undefined) return [];
  return [
    {
      uid: uid(claim.id, dossier),
      ...days,
      summary: claim.headline,
      description: [
        claim.text,
        ...(claim.why_it_matters === undefined ? [] : [`Why it matters: ${claim.why_it_matters}`]),
        ...(claim.caution === undefined ? [] : [`Caution: ${claim.caution}`]),
        ...(claim.status === "disputed" ? ["Disputed."] : []),
        `Date on record: ${edtfWords(claim.when)}`,
        sourcesOf([claim], dossier),
      ].join("\n\n"),
      categories: titles(claim.topics, dossier),
      place: claim.place,
      url: urlOf([claim], dossier),
      changed: Temporal.PlainDate.from(claim.updated ?? claim.added),
      tentative: claim.status === "disputed",
    },
  ];
}

function agendaEvent(item: AgendaRecord, dossier: Dossier): readonly CalendarEvent[] {
  if (item.type !== "milestone") return [];
  const days = daysOf(parseEdtf(item.when));
  if (!days) return [];
  const claims = item.claims.flatMap((id) => dossier.claims.get(id) ?? []);
  const outcome = dossier.claims.get(item.outcome ?? "");
  const changes = [...claims, ...(outcome ? [outcome] : [])].map(
    ({ updated, added }) => updated ?? added,
  );
  return [
    {
      uid: uid(item.id, dossier),
      ...days,
      summary: item.headline,
      description: [
        item.text,
        outcome ? `What came of it: ${outcome.text}` : "The record holds no outcome of it.",
        `Date on record: ${edtfWords(item.when)}; the record ends on ${dossier.until.toString()}.`,
        sourcesOf(claims, dossier),
      ].join("\n\n"),
      categories: titles(item.topics, dossier),
      url: urlOf(claims, dossier),
      changed: Temporal.PlainDate.from(changes.toSorted().at(-1) ?? dossier.until.toString()),
      tentative: outcome === undefined,
    },
  ];
}

function daysOf(span: Span | undefined) {
  const { from, until, precision } = span ?? {};
  return from && until && precision !== "year" ? { from, until } : undefined;
}

function uid(record: string, { id }: Dossier): string {
  return `${record}@${id}.backchannel`;
}

function sourcesOf(claims: readonly Claim[], { sources }: Dossier): string {
  const lines = claims.flatMap(({ citations, credibility }) =>
    citations.flatMap(({ source: id }) => {
      const source = sources.get(id);
      return source
        ? [`${source.publisher}, ${source.title} (${source.reliability}${credibility})`]
        : [];
    }),
  );
  return `Sources: ${[...new Set(lines)].join("; ")}`;
}

function urlOf(claims: readonly Claim[], { sources }: Dossier): string | undefined {
  return claims
    .flatMap(({ citations }) => citations.map(({ source }) => sources.get(source)?.url))
    .find((url) => url !== undefined);
}

function titles(topics: readonly string[], dossier: Dossier): readonly string[] {
  return topics.map((id) => dossier.topics.get(id)?.title ?? id);
}
