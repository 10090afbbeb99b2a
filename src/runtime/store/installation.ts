/**
 * What this installation alone knows: the key under which people are hashed. It lives in the store,
 * so that replicas share it and a restored backup still finds everybody's words for `forget me`.
 */
import { createHmac, randomBytes } from "node:crypto";
import type { Sql } from "./sql.ts";

/** Hides who a person is: the same person gives the same 32 hexadecimal digits here, others elsewhere. */
export type HashPerson = (person: string) => string;

export async function openPersonHash(sql: Sql): Promise<HashPerson> {
  const fresh = randomBytes(32).toString("hex");
  await sql.query(
    "insert into installation (name, value) values ('person-key', $1) on conflict (name) do nothing",
    [fresh],
  );
  const [row] = await sql.query("select value from installation where name = 'person-key'");
  return personHash(String(row?.["value"] ?? fresh));
}

export function personHash(key: string): HashPerson {
  return (person) => createHmac("sha256", key).update(person).digest("hex").slice(0, 32);
}
