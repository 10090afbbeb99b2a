import type { NoteStore } from "#core";
import { beginningWith, bodyOf, type Sql } from "./sql.ts";

export function createNotes(sql: Sql): NoteStore {
  return {
    async get(kind, place) {
      const [row] = await sql.query("select body from notes where kind = $1 and place = $2", [
        kind,
        place,
      ]);
      return row && bodyOf<unknown>(row);
    },
    async put(kind, place, note, at) {
      await sql.query(
        "insert into notes (kind, place, updated, body) values ($1, $2, $3, $4) on conflict (kind, place) do update set updated = excluded.updated, body = excluded.body",
        [kind, place, at.epochMilliseconds, JSON.stringify(note)],
      );
    },
    async remove(kind, place) {
      await sql.query("delete from notes where kind = $1 and place = $2", [kind, place]);
    },
    places: async (kind) =>
      (await sql.query("select place from notes where kind = $1", [kind])).map(({ place }) =>
        String(place),
      ),
    async forgetThreads(prefix) {
      const rows = await sql.query(
        "delete from notes where place like $1 escape '\\' returning place",
        [beginningWith(prefix)],
      );
      return rows.length;
    },
    async forgetBefore(instant) {
      const rows = await sql.query("delete from notes where updated < $1 returning place", [
        instant.epochMilliseconds,
      ]);
      return rows.length;
    },
  };
}
