/** What changed between two versions of a dossier, in words, for curators and reviewers. */
import { edtfWords } from "./dates.ts";
import type { Claim, Dossier } from "./dossier.ts";

export interface DiffSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Sections without a change are left out. */
export function diffDossiers(before: Dossier, after: Dossier): readonly DiffSection[] {
  const claims = compare(before.claims, after.claims);
  const sections: readonly DiffSection[] = [
    { title: "New claims", lines: claims.added.filter(isWritten).map(claimLine) },
    {
      title: "Changed claims",
      lines: claims.changed.flatMap(([old, now]) => {
        const words = claimChanges(old, now);
        return words.length === 0 ? [] : [`${now.id}: ${words.join("; ")}`];
      }),
    },
    { title: "Claims taken out", lines: claims.removed.filter(isWritten).map(claimLine) },
    {
      title: "New offices, measurements and terms",
      lines: claims.added.filter((claim) => !isWritten(claim)).map(({ text }) => text),
    },
    {
      title: "Offices, measurements and terms taken out",
      lines: claims.removed.filter((claim) => !isWritten(claim)).map(({ text }) => text),
    },
    ...recordKinds.map(({ title, of, name }) => {
      const { added, removed, changed } = compare<object>(of(before), of(after));
      return {
        title,
        lines: [
          ...added.map((record) => `new: ${name(record)}`),
          ...changed.flatMap(([old, now]) => {
            const fields = changedFields(old, now);
            return fields.length === 0 ? [] : [`${name(now)}: ${fields.join(", ")} changed`];
          }),
          ...removed.map((record) => `taken out: ${name(record)}`),
        ],
      };
    }),
    { title: "Header", lines: headerChanges(before, after) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

interface RecordKind {
  readonly title: string;
  of(dossier: Dossier): ReadonlyMap<string, object>;
  name(record: object): string;
}

const label = (key: string) => (record: object) => {
  const { id, [key]: name } = record as Readonly<Record<string, unknown>>;
  return `${String(name)} (${String(id)})`;
};
const recordKinds: readonly RecordKind[] = [
  { title: "Sources", of: ({ sources }) => sources, name: label("title") },
  { title: "Actors", of: ({ actors }) => actors, name: label("name") },
  { title: "Topics", of: ({ topics }) => topics, name: label("title") },
  { title: "Glossary", of: ({ terms }) => terms, name: label("term") },
  { title: "Disputes", of: ({ disputes }) => disputes, name: label("question") },
  { title: "Series", of: ({ series }) => series, name: label("title") },
  {
    title: "Agenda",
    of: ({ agenda }) => agenda,
    name: (record) => label("headline" in record ? "headline" : "if")(record),
  },
  { title: "Trend", of: ({ trends }) => trends, name: label("text") },
];

function compare<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>) {
  return {
    added: [...after].filter(([id]) => !before.has(id)).map(([, record]) => record),
    removed: [...before].filter(([id]) => !after.has(id)).map(([, record]) => record),
    changed: [...after].flatMap(([id, now]) => {
      const old = before.get(id);
      return old === undefined ? [] : [[old, now] as const];
    }),
  };
}

function isWritten(claim: Claim): boolean {
  return claim.origin === "claims";
}

function claimLine({ id, headline, when, status }: Claim): string {
  const date = when === undefined ? "" : `, ${edtfWords(when)}`;
  return `${headline} (${id}${date}${status === "current" ? "" : `, ${status}`})`;
}

function claimChanges(old: Claim, now: Claim): readonly string[] {
  const moved = (name: string, from: unknown, to: unknown) =>
    from === to ? [] : [`${name} ${shown(from)} → ${shown(to)}`];
  const reworded = (["headline", "text", "why_it_matters", "reason", "caution"] as const)
    .filter((key) => old[key] !== now[key])
    .map((key) => `${key.replaceAll("_", " ")} ${wordChange(old[key], now[key])}`);
  const ids = (name: string, from: readonly string[], to: readonly string[]) => {
    const [added, dropped] = [
      to.filter((id) => !from.includes(id)),
      from.filter((id) => !to.includes(id)),
    ];
    return [
      ...(added.length > 0 ? [`${name} added: ${added.join(", ")}`] : []),
      ...(dropped.length > 0 ? [`${name} dropped: ${dropped.join(", ")}`] : []),
    ];
  };
  const cited = ({ citations }: Claim) =>
    citations.map(({ source, locator }) => `${source} (${locator})`);
  return [
    ...moved("status", old.status, now.status),
    ...moved("kind", old.kind, now.kind),
    ...moved("date", old.when, now.when),
    ...moved("known from", String(old.knownFrom), String(now.knownFrom)),
    ...moved("credibility", old.credibility, now.credibility),
    ...moved("likelihood", old.likelihood, now.likelihood),
    ...moved("holder", old.holder, now.holder),
    ...reworded,
    ...ids("source", cited(old), cited(now)),
    ...ids("topic", old.topics, now.topics),
    ...ids(
      "actor",
      old.actors.map(({ id }) => id),
      now.actors.map(({ id }) => id),
    ),
    ...ids("cause", old.causes, now.causes),
    ...ids("superseded", old.supersedes, now.supersedes),
    ...ids("rejected", old.rejects, now.rejects),
    ...ids("contradicted", old.contradicts, now.contradicts),
  ];
}

function wordChange(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return "added";
  return to === undefined ? "taken out" : "reworded";
}

function shown(value: unknown): string {
  return value === undefined ? "none" : String(value);
}

function changedFields(old: object, now: object): readonly string[] {
  const [a, b] = [old, now] as Readonly<Record<string, unknown>>[];
  const keys = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...keys].filter((key) => JSON.stringify(a?.[key]) !== JSON.stringify(b?.[key]));
}

function headerChanges({ header: old }: Dossier, { header: now }: Dossier): readonly string[] {
  const end = old.coverage.until !== now.coverage.until;
  return [
    ...(end
      ? [
          `the record now ends on ${edtfWords(now.coverage.until)}, not ${edtfWords(old.coverage.until)}`,
        ]
      : []),
    ...changedFields(old, now)
      .filter((key) => key !== "coverage" || !end)
      .map((key) => `${key.replaceAll("_", " ")} changed`),
  ];
}
