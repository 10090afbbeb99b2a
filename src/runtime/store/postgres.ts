/** The PostgreSQL back end, for several replicas on one database. */
import pg from "pg";
import type { Sql, SqlRow, SqlValue } from "./sql.ts";

export interface Postgres extends Sql {
  /** For pg-boss, which shares the connections. */
  readonly pool: pg.Pool;
}

// Counts and milliseconds fit a double by far; as strings they would compare by letters.
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

export function openPostgres(url: string, onError: (error: Error) => void): Postgres {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types,
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on("error", onError);
  // Nor is one that breaks while it is being closed: the pool has let go of it by then.
  pool.on("connect", (connection) => connection.on("error", () => undefined));

  const on = (connection: pg.Pool | pg.PoolClient) => ({
    query: async (text: string, parameters: readonly SqlValue[] = []) =>
      (await connection.query<SqlRow>(text, [...parameters])).rows,
  });

  return {
    pool,
    // The number is this program's own, the same in every replica.
    migrationLock: "select pg_advisory_xact_lock(7204001)",
    query: on(pool).query,
    async transaction(work) {
      const connection = await pool.connect();
      try {
        await connection.query("begin");
        const result = await work(on(connection));
        await connection.query("commit");
        connection.release();
        return result;
      } catch (error) {
        // A connection whose rollback fails is in an unknown state: the pool drops it.
        const broken = await connection.query("rollback").then(
          () => undefined,
          (cause: Error) => cause,
        );
        connection.release(broken);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
