/** A dossier in numbers, for those who keep it. */
import type { Claim, Dossier } from "./dossier.ts";
import { independentSources } from "./independence.ts";

export interface DossierStats {
  readonly written: number;
  /** Claims made from offices, series and terms. */
  readonly made: number;
  readonly topics: readonly TopicStats[];
  readonly status: ReadonlyMap<Claim["status"], number>;
  readonly credibility: ReadonlyMap<number, number>;
  /** Independent accountable sources → claims that stand on that many. */
  readonly independent: ReadonlyMap<number, number>;
  /** Months since a curator last looked at it → claims. */
  readonly age: ReadonlyMap<number, number>;
  /** Reliability A-F → sources. */
  readonly reliability: ReadonlyMap<string, number>;
}

interface TopicStats {
  readonly id: string;
  readonly title: string;
  readonly claims: number;
  readonly current: number;
  readonly superseded: number;
  readonly disputed: number;
  readonly rejected: number;
  /** Claims with two or more independent accountable sources. */
  readonly confirmed: number;
  /** Independent accountable sources of all its claims. */
  readonly sources: number;
  /** Latest day on which one of its claims became known. */
  readonly newest: Temporal.PlainDate | undefined;
}

export function statsOf(dossier: Dossier, today: Temporal.PlainDate): DossierStats {
  const all = [...dossier.claims.values()];
  const written = all.filter(({ origin }) => origin === "claims");
  const independent = (claim: Claim) => independentSources(claim.citations, dossier.sources);
  return {
    written: written.length,
    made: all.length - written.length,
    topics: [...dossier.topics.values()].map((topic) => {
      const claims = written.filter(({ topics }) => topics.includes(topic.id));
      const of = (status: Claim["status"]) =>
        claims.filter((claim) => claim.status === status).length;
      return {
        id: topic.id,
        title: topic.title,
        claims: claims.length,
        current: of("current"),
        superseded: of("superseded"),
        disputed: of("disputed"),
        rejected: of("rejected"),
        confirmed: claims.filter((claim) => independent(claim) > 1).length,
        sources: independentSources(
          claims.flatMap(({ citations }) => citations),
          dossier.sources,
        ),
        newest: claims
          .map(({ knownFrom }) => knownFrom)
          .toSorted(Temporal.PlainDate.compare)
          .at(-1),
      };
    }),
    status: tally(written, ({ status }) => status),
    credibility: tally(written, ({ credibility }) => credibility),
    independent: tally(written, independent),
    age: tally(written, (claim) => monthsSince(claim, today)),
    reliability: tally([...dossier.sources.values()], ({ reliability }) => reliability),
  };
}

/** Whole months since the claim was added, updated or reviewed. */
function monthsSince({ added, updated, reviewed }: Claim, today: Temporal.PlainDate): number {
  const last = [added, updated, reviewed]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  if (last === undefined) return 0;
  return Temporal.PlainDate.from(last).until(today, { largestUnit: "months" }).months;
}

/** In order of the key. */
function tally<T, K extends string | number>(
  items: readonly T[],
  key: (item: T) => K,
): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
