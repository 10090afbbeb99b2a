/** Records as rows of a table. */
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { AgendaRecord, SourceRecord } from "../dossier/schema.ts";
import { type Cell, toCsv } from "./csv.ts";
import { type Package, sourcesIn } from "./package.ts";

export function csvOf(parts: Package): string {
  const { dossier } = parts;
  switch (parts.of) {
    case "claims":
      return toCsv(
        claimHead,
        parts.claims.map((claim) => claimRow(claim, dossier)),
      );
    case "agenda":
      return toCsv(
        agendaHead,
        parts.agenda.map((item) => agendaRow(item, dossier)),
      );
    case "sources":
      return toCsv(sourceHead, sourcesIn(parts).map(sourceRow));
    default:
      throw new RangeError(`unknown rows ${String(parts.of satisfies never)}`);
  }
}

const claimHead = [
  ...["id", "when", "from", "until", "headline", "text", "kind", "status", "topics", "actors"],
  ...["holder", "likelihood", "why_it_matters", "caution", "credibility", "sources", "urls"],
];

function claimRow(claim: Claim, dossier: Dossier): readonly Cell[] {
  const { sources, urls } = cited(claim, dossier);
  return [
    claim.id,
    claim.when,
    claim.span?.from?.toString(),
    claim.span?.until?.toString(),
    claim.headline,
    claim.text,
    claim.kind,
    claim.status,
    titles(claim.topics, dossier),
    names(
      claim.actors.map(({ id }) => id),
      dossier,
    ),
    claim.holder === undefined ? undefined : names([claim.holder], dossier),
    claim.likelihood,
    claim.why_it_matters,
    claim.caution,
    claim.credibility,
    sources,
    urls,
  ];
}

const agendaHead = [
  ...["id", "type", "when", "headline", "text", "if", "expect", "likelihood"],
  ...["topics", "actors", "outcome", "claims"],
];

function agendaRow(item: AgendaRecord, dossier: Dossier): readonly Cell[] {
  const milestone = item.type === "milestone" ? item : undefined;
  const trigger = item.type === "trigger" ? item : undefined;
  return [
    item.id,
    item.type,
    milestone?.when,
    milestone?.headline,
    milestone?.text,
    trigger?.if,
    trigger?.expect,
    trigger?.likelihood,
    titles(item.topics, dossier),
    names(item.actors, dossier),
    dossier.claims.get(milestone?.outcome ?? "")?.text,
    item.claims.join("; "),
  ];
}

const sourceHead = [
  ...["id", "publisher", "title", "published", "retrieved", "reliability", "party", "url"],
];

function sourceRow(source: SourceRecord): readonly Cell[] {
  const { id, publisher, title, published, retrieved, reliability, party, url } = source;
  return [id, publisher, title, published, retrieved, reliability, party?.as, url];
}

/** "Reuters, paragraph 2 (B2); AP, lead (A2)" */
function cited({ citations, credibility }: Claim, { sources }: Dossier) {
  const found = citations.flatMap(({ source: id, locator }) => {
    const source = sources.get(id);
    return source ? [{ source, locator }] : [];
  });
  return {
    sources: found
      .map(
        ({ source, locator }) =>
          `${source.publisher}, ${locator} (${source.reliability}${credibility})`,
      )
      .join("; "),
    urls: found.flatMap(({ source }) => source.url ?? []).join(" "),
  };
}

function titles(topics: readonly string[], dossier: Dossier): string {
  return topics.map((id) => dossier.topics.get(id)?.title ?? id).join("; ");
}

function names(actors: readonly string[], dossier: Dossier): string {
  return actors.map((id) => dossier.actors.get(id)?.name ?? id).join("; ");
}
