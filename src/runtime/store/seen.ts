import type { SeenStore } from "#core";
import type { Sql } from "./sql.ts";

export function createSeen(sql: Sql): SeenStore {
  return {
    async claim(key, at) {
      const rows = await sql.query(
        "insert into seen (key, at) values ($1, $2) on conflict (key) do nothing returning key",
        [key, at.epochMilliseconds],
      );
      return rows.length === 1;
    },
    async forgetBefore(instant) {
      const rows = await sql.query("delete from seen where at < $1 returning key", [
        instant.epochMilliseconds,
      ]);
      return rows.length;
    },
  };
}
