/** A dossier made by hand, for tests of what is built on one. */
import type { Claim, Dossier } from "#core";

type Source = Dossier["sources"] extends ReadonlyMap<string, infer Record> ? Record : never;

/** A current claim on one source, `press`, unless said otherwise. */
export function claim(id: string, parts: Partial<Claim> = {}): Claim {
  return {
    id,
    origin: "claims",
    headline: `Headline of ${id}`,
    text: `Text of ${id}.`,
    kind: "event",
    knownFrom: Temporal.PlainDate.from("2023-09-18"),
    actors: [],
    topics: ["talks"],
    causes: [],
    citations: [{ source: "press", locator: "para 1" }],
    credibility: 2,
    status: "current",
    supersedes: [],
    contradicts: [],
    rejects: [],
    figures: [],
    keywords: [],
    added: "2026-01-01",
    order: 0,
    ...parts,
  } as Partial<Claim> as Claim;
}

const press: Source = {
  id: "press",
  publisher: "Daily Record",
  title: "Five prisoners fly home",
  url: "https://record.example/a_b(1)",
  published: "2023-09-19",
  reliability: "B",
};

const agency: Source = {
  id: "agency",
  publisher: "IAEA",
  title: "GOV/2025/24",
  reliability: "A",
};

const wire: Source = {
  id: "wire",
  publisher: "State Wire",
  title: "Envoy speaks",
  reliability: "D",
  party: { of: "north", as: "state media" },
};

/** A dossier on record to 17 June 2026. */
export function dossierOf(
  claims: readonly Claim[],
  parts: Partial<Dossier> & { readonly more?: readonly Source[] } = {},
): Dossier {
  const { more = [], ...rest } = parts;
  return {
    id: "toy",
    version: "0123456789ab",
    until: Temporal.PlainDate.from("2026-06-17"),
    claims: new Map(claims.map((each) => [each.id, each])),
    sources: new Map([press, agency, wire, ...more].map((each) => [each.id, each])),
    actors: new Map([["north", { id: "north", name: "Northland" }]]),
    ...rest,
  } as Partial<Dossier> as Dossier;
}
