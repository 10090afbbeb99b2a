/** YAML files → dossier, or every problem of every file at once. */
import { type ClaimContext, type ClaimParts, makeClaim } from "./claim.ts";
import type { Dossier, Problem } from "./dossier.ts";
import { officeClaim, pointClaim, termClaim } from "./expand.ts";
import type { ListKind, RecordOf } from "./files.ts";
import { fingerprint } from "./fingerprint.ts";
import { linksOf } from "./links.ts";
import { type Entries, type Entry, type Records, readRecords } from "./records.ts";
import { duplicates, foreignOffices, unresolved } from "./references.ts";
import type { DossierHeader } from "./schema.ts";
import type { Path } from "./yaml.ts";

export type Parsed =
  | { readonly dossier: Dossier; readonly records: Records }
  | { readonly problems: readonly Problem[] };

export type { Records };

/** `files`: path below the dossier's folder, with `/` → text. Files that are no YAML are passed over. */
export function parseDossier(files: ReadonlyMap<string, string>): Parsed {
  const records = readRecords(files);
  const [headerEntry] = records.entries.dossier;
  const header = headerEntry?.record;
  const made = header ? expansions(records.entries, header) : [];
  const problems = [
    ...records.problems,
    ...duplicates(records),
    ...collisions(records.entries, made),
    ...unresolved(records, new Set(made.map(({ parts }) => parts.id))),
    ...foreignOffices(records),
  ];
  if (problems.length > 0 || !header) return { problems: problems.toSorted(byPlace) };
  return { dossier: build(records.entries, header, made, fingerprint(files)), records };
}

/** A claim that expansion makes, and the record it is made from. */
interface Made {
  readonly parts: ClaimParts;
  readonly entry: Entry<ListKind>;
  readonly path: Path;
}

function expansions(entries: Entries, header: DossierHeader): readonly Made[] {
  return [
    ...entries.actors.flatMap((entry) =>
      entry.record.offices.map((office, at) => ({
        parts: officeClaim(entry.record, office, header),
        entry,
        path: ["offices", at, "id"],
      })),
    ),
    ...entries.series.flatMap((entry) =>
      entry.record.points.map((point, at) => ({
        parts: pointClaim(entry.record, point, header),
        entry,
        path: ["points", at, "as_of"],
      })),
    ),
    ...entries.glossary.map((entry) => ({
      parts: termClaim(entry.record, header),
      entry,
      path: ["id"],
    })),
  ];
}

function collisions(entries: Entries, made: readonly Made[]): readonly Problem[] {
  const seen = new Set(entries.claims.map(({ record }) => record.id));
  return made.flatMap(({ parts, entry, path }) => {
    const taken = seen.has(parts.id);
    seen.add(parts.id);
    return taken
      ? [
          entry.problem(
            path,
            `the claim made from this would be called "${parts.id}", and there is one already; change the id or the date`,
          ),
        ]
      : [];
  });
}

function build(
  entries: Entries,
  header: DossierHeader,
  made: readonly Made[],
  version: string,
): Dossier {
  const sources = byId(entries.sources);
  const context: ClaimContext = { header, sources };
  const parts: readonly ClaimParts[] = [
    ...entries.claims.map(({ record }) => ({ ...record, origin: "claims" as const })),
    ...made.map((each) => each.parts),
  ];
  const claims = new Map(parts.map((each, order) => [each.id, makeClaim(each, order, context)]));
  const topics = [...byId(entries.topics)].toSorted(([, a], [, b]) => a.order - b.order);
  return {
    header,
    id: header.id,
    version,
    until: Temporal.PlainDate.from(header.coverage.until),
    claims,
    sources,
    actors: byId(entries.actors),
    topics: new Map(topics),
    terms: byId(entries.glossary),
    disputes: byId(entries.disputes),
    series: byId(entries.series),
    agenda: byId(entries.agenda),
    trends: byId(entries.trend),
    links: linksOf(claims),
  };
}

function byId<K extends ListKind>(entries: readonly Entry<K>[]): ReadonlyMap<string, RecordOf<K>> {
  return new Map(entries.map(({ record }) => [record.id, record]));
}

/** By file, then line. */
function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
