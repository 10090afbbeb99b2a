/**
 * A dossier as the core reads it: records with their references resolved, dates as spans, and the
 * links between claims followed in both directions. Immutable; `as-of.ts` makes the view of a day.
 */
import type { Span } from "./edtf.ts";
import type {
  ActorRecord,
  AgendaRecord,
  ClaimRecord,
  DisputeRecord,
  DossierHeader,
  SeriesRecord,
  SourceRecord,
  TermRecord,
  TopicRecord,
  TrendRecord,
} from "./schema.ts";

declare const ofDossier: unique symbol;

/**
 * The atom: one or two sentences with their sources. Besides the claims that curators write, every
 * office, every point of a series and every meaning of a term is a claim as well (`origin`), so that
 * one mechanism cites them all.
 */
export interface Claim extends Omit<ClaimRecord, "when" | "known_from" | "actors"> {
  readonly origin: "claims" | "office" | "series" | "term";
  /** Id of the actor, series or term it was made from, when it was. Its own id is that of the office,
   * `<series>-<date>` or `term-<term>`. */
  readonly from?: string;
  /** EDTF as written, and as a span of days. */
  readonly when?: string;
  readonly span?: Span;
  /** First day on which the world could know it. */
  readonly knownFrom: Temporal.PlainDate;
  readonly actors: readonly { readonly id: string; readonly office?: string }[];
  /** Position in the files, for stable order. */
  readonly order: number;
  readonly [ofDossier]: true;
}

/** `summary` is absent in the view of a day on which not all of its claims could be known. */
export interface Topic extends Omit<TopicRecord, "summary"> {
  readonly summary?: string;
}

/** `settled_by` is absent in the view of a day on which not all of its claims could be known. */
export interface Dispute extends Omit<DisputeRecord, "settled_by"> {
  readonly settled_by?: string;
}

export interface Dossier {
  readonly header: DossierHeader;
  readonly id: string;
  /** Hash of the files' content, 12 hexadecimal digits. */
  readonly version: string;
  /** End of the record. */
  readonly until: Temporal.PlainDate;
  /** The day this view stands for, when a reader chose one. */
  readonly asOf?: Temporal.PlainDate;
  /** All claims by id, in file order, of every status. */
  readonly claims: ReadonlyMap<string, Claim>;
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly actors: ReadonlyMap<string, ActorRecord>;
  /** In their own order. */
  readonly topics: ReadonlyMap<string, Topic>;
  readonly terms: ReadonlyMap<string, TermRecord>;
  readonly disputes: ReadonlyMap<string, Dispute>;
  readonly series: ReadonlyMap<string, SeriesRecord>;
  readonly agenda: ReadonlyMap<string, AgendaRecord>;
  readonly trends: ReadonlyMap<string, TrendRecord>;
  /** Links against the arrow: who supersedes, rejects, contradicts or follows from a claim. */
  readonly links: {
    readonly supersededBy: ReadonlyMap<string, readonly Claim[]>;
    readonly rejectedBy: ReadonlyMap<string, readonly Claim[]>;
    /** Both directions of `contradicts`. */
    readonly contradicts: ReadonlyMap<string, readonly Claim[]>;
    readonly effects: ReadonlyMap<string, readonly Claim[]>;
    readonly ofTopic: ReadonlyMap<string, readonly Claim[]>;
    readonly ofActor: ReadonlyMap<string, readonly Claim[]>;
  };
}

/** One fault of a dossier's files. Shown as `file:line: path: message`. */
export interface Problem {
  readonly file: string;
  /** 1-based; 0 when the file as a whole is meant. */
  readonly line: number;
  /** As in `[3].citations[0].source`. */
  readonly path: string;
  readonly message: string;
}
