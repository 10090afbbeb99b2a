/**
 * The little of SQL that both back ends share. Statements are written once, in the subset that
 * SQLite and PostgreSQL both speak, with `$1` parameters; only the drivers differ. Plain SQL rather
 * than a query builder: eight tables of an id, a few searched columns and a JSON body need no more.
 */

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface Sql {
  query(text: string, parameters?: readonly SqlValue[]): Promise<readonly SqlRow[]>;
  /**
   * Runs `work` in a transaction that is on disk when the promise resolves, and undone when `work`
   * throws. Inside, only the `sql` handed in may be used.
   */
  transaction<Result>(work: (sql: Pick<Sql, "query">) => Promise<Result>): Promise<Result>;
  /** Statement that makes other processes wait until the transaction ends; none where there are none. */
  readonly migrationLock?: string;
  close(): Promise<void>;
}

/** The `$from` … parameter list for `count` values, as in `$3, $4, $5`. */
export function parameterList(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => `$${from + index}`).join(", ");
}

/** JSON column of a row, as its type. The store wrote it itself. */
export function bodyOf<Body>(row: SqlRow): Body {
  return JSON.parse(String(row["body"])) as Body;
}

export const millisecondsOf = (instant: string): number =>
  Temporal.Instant.from(instant).epochMilliseconds;

/** SQL pattern for everything that begins with a prefix. */
export const beginningWith = (prefix: string): string => `${prefix.replace(/[\\%_]/g, "\\$&")}%`;
