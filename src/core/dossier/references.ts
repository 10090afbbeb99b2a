/** Ids that one record names of another, as a table by kind; and what is wrong with them. */
import { nearest } from "./distance.ts";
import type { Problem } from "./dossier.ts";
import type { Kind, ListKind, RecordOf } from "./files.ts";
import type { Entries, Entry, Records } from "./records.ts";
import type { Path } from "./yaml.ts";

/** What an id may name: a record of a kind, an office, an era of the header, or a claim of any origin. */
type Target = "sources" | "actors" | "topics" | "claims" | "offices" | "eras";

interface Reference {
  readonly path: Path;
  readonly to: Target;
  readonly id: string;
}

const list = (to: Target, path: Path, ids: readonly string[]): readonly Reference[] =>
  ids.map((id, at) => ({ path: [...path, at], to, id }));
const one = (to: Target, path: Path, id: string | undefined): readonly Reference[] =>
  id === undefined ? [] : [{ path, to, id }];
const cited = (path: Path, citations: readonly { readonly source: string }[]) =>
  citations.flatMap(({ source }, at) => one("sources", [...path, at, "source"], source));

const referencesOf: { readonly [K in ListKind]: (record: RecordOf<K>) => readonly Reference[] } = {
  sources: (source) => one("actors", ["party", "of"], source.party?.of),
  actors: (actor) => [
    ...one("actors", ["part_of"], actor.part_of),
    ...list("actors", ["members"], actor.members),
    ...actor.offices.flatMap((office, at) => [
      ...one("actors", ["offices", at, "of"], office.of),
      ...cited(["offices", at, "citations"], office.citations),
    ]),
  ],
  topics: (topic) => list("claims", ["claims"], topic.claims),
  glossary: (term) => [
    ...list("topics", ["topics"], term.topics),
    ...cited(["citations"], term.citations),
  ],
  disputes: (dispute) => [
    ...list("topics", ["topics"], dispute.topics),
    ...dispute.positions.flatMap((position, at) => [
      ...list("actors", ["positions", at, "holders"], position.holders),
      ...list("claims", ["positions", at, "claims"], position.claims),
    ]),
  ],
  series: (series) => [
    ...list("actors", ["actors"], series.actors),
    ...list("topics", ["topics"], series.topics),
    ...series.points.flatMap((point, at) => cited(["points", at, "citations"], point.citations)),
    ...series.gaps.flatMap((gap, at) => list("claims", ["gaps", at, "claims"], gap.claims)),
    ...list("claims", ["bends"], series.bends),
  ],
  agenda: (item) => [
    ...list("topics", ["topics"], item.topics),
    ...list("actors", ["actors"], item.actors),
    ...list("claims", ["claims"], item.claims),
    ...(item.type === "milestone"
      ? one("claims", ["outcome"], item.outcome)
      : one("actors", ["holder"], item.holder)),
  ],
  trend: (trend) => [
    ...one("eras", ["era"], trend.era),
    ...list("claims", ["claims"], trend.claims),
  ],
  claims: (claim) => [
    ...claim.actors.flatMap((actor, at) =>
      typeof actor === "string"
        ? one("actors", ["actors", at], actor)
        : [
            ...one("actors", ["actors", at, "id"], actor.id),
            ...one("offices", ["actors", at, "office"], actor.office),
          ],
    ),
    ...list("topics", ["topics"], claim.topics),
    ...cited(["citations"], claim.citations),
    ...one("actors", ["holder"], claim.holder),
    ...list("actors", ["mediation", "by"], claim.mediation?.by ?? []),
    ...list("actors", ["mediation", "between"], claim.mediation?.between ?? []),
    ...list("claims", ["causes"], claim.causes),
    ...list("claims", ["supersedes"], claim.supersedes),
    ...list("claims", ["contradicts"], claim.contradicts),
    ...list("claims", ["rejects"], claim.rejects),
  ],
};

const nouns: Readonly<Record<Target, string>> = {
  sources: "source",
  actors: "actor",
  topics: "topic",
  claims: "claim",
  offices: "office",
  eras: "era",
};

/** Every id that names nothing, with the nearest that would. `made` are ids of claims made by expansion. */
export function unresolved(
  { entries, broken, unread }: Records,
  made: ReadonlySet<string>,
): readonly Problem[] {
  const known: Readonly<Record<Target, ReadonlySet<string>>> = {
    sources: new Set([...idsOf(entries.sources), ...broken.sources]),
    actors: new Set([...idsOf(entries.actors), ...broken.actors]),
    topics: new Set([...idsOf(entries.topics), ...broken.topics]),
    claims: new Set([...idsOf(entries.claims), ...broken.claims, ...made]),
    offices: new Set(entries.actors.flatMap(({ record }) => record.offices.map(({ id }) => id))),
    eras: new Set(entries.dossier.flatMap(({ record }) => record.eras.map(({ id }) => id))),
  };
  // Where the files that define them did not read, every link to them would be a second fault.
  const judged = (to: Target) => {
    if (to === "eras") return entries.dossier.length > 0;
    if (to === "offices") return !unread.has("actors") && broken.actors.size === 0;
    return !unread.has(to);
  };
  return allLists(entries).flatMap((entry) =>
    references(entry)
      .filter(({ to, id }) => judged(to) && !known[to].has(id))
      .map(({ path, to, id }) => {
        const near = nearest(id, known[to])[0];
        const offer = near === undefined ? "add it or mend the id" : `did you mean ${near}?`;
        return entry.problem(path, `there is no ${nouns[to]} "${id}"; ${offer}`);
      }),
  );
}

/** A claim's actor acts in an office of its own. */
export function foreignOffices({ entries }: Records): readonly Problem[] {
  const owner = new Map(
    entries.actors.flatMap(({ record }) =>
      record.offices.map(({ id }) => [id, record.id] as const),
    ),
  );
  return entries.claims.flatMap((entry) =>
    entry.record.actors.flatMap((actor, at) => {
      if (typeof actor === "string" || actor.office === undefined) return [];
      const holder = owner.get(actor.office);
      return holder === undefined || holder === actor.id
        ? []
        : [
            entry.problem(
              ["actors", at, "office"],
              `the office "${actor.office}" is held by ${holder}, not by ${actor.id}`,
            ),
          ];
    }),
  );
}

/** The same id twice among records of a kind, offices, eras, or claims of any origin. */
export function duplicates({ entries }: Records): readonly Problem[] {
  const seen = new Map<string, string>();
  const check = (space: string, id: string, entry: Entry, path: Path): readonly Problem[] => {
    const key = `${space} ${id}`;
    const first = seen.get(key);
    const here = entry.problem(path, "");
    if (first === undefined) {
      seen.set(key, `${here.file}:${here.line}`);
      return [];
    }
    return [
      { ...here, message: `"${id}" is there already, in ${first}; give one of them another id` },
    ];
  };
  return [
    ...allLists(entries).flatMap((entry) => check(entry.kind, entry.record.id, entry, ["id"])),
    ...entries.dossier.flatMap((entry) =>
      entry.record.eras.flatMap((era, at) => check("eras", era.id, entry, ["eras", at, "id"])),
    ),
  ];
}

function allLists(entries: Entries): readonly Entry<ListKind>[] {
  const { dossier: _, ...lists } = entries;
  return Object.values(lists).flat();
}

function references(entry: Entry<ListKind>): readonly Reference[] {
  const of = referencesOf[entry.kind] as (record: RecordOf<ListKind>) => readonly Reference[];
  return of(entry.record);
}

function idsOf<K extends Kind>(entries: readonly Entry<K>[]): readonly string[] {
  return entries.map(({ record }) => record.id);
}
