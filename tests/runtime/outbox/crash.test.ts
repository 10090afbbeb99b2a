/** The short versions of `npm run chaos`. All at once: each waits for processes of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostgres } from "../../../src/runtime/store/postgres.ts";
import { openSqlite } from "../../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";
import { crash } from "../../chaos/crashes.ts";
import { race } from "../../chaos/replicas.ts";
import { startPostgres, type TestPostgres } from "../../fakes/postgres.ts";

const minutes = 3 * 60_000;
const nothingLost = { lost: 0, unmarked: 0, disordered: 0, kills: 3 };

describe.concurrent("killed three times in the middle, the embedded outbox", () => {
  async function killed(finds: boolean) {
    const where = mkdtempSync(join(tmpdir(), "backchannel-crash-"));
    const open = () => createSqlStore(openSqlite({ folder: where }));
    const result = await crash({ where, deliveries: 300, kills: 3, finds, open });
    rmSync(where, { recursive: true });
    return result;
  }

  it("loses nothing and posts nothing twice where the platform can be asked", {
    timeout: minutes,
  }, async () => {
    expect(await killed(true)).toMatchObject({ ...nothingLost, twice: 0, marked: 0 });
  });

  it("posts at most one twice for each kill where it cannot, and marks it", {
    timeout: minutes,
  }, async () => {
    const result = await killed(false);
    expect(result).toMatchObject(nothingLost);
    expect(result.marked).toBeLessThanOrEqual(3);
    expect(result.twice).toBeLessThanOrEqual(result.marked);
  });
});

describe.concurrent("on PostgreSQL", () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop(), 60_000);
  const opening = (url: string) => () => createSqlStore(openPostgres(url, () => {}));

  it("two replicas, killed three times, lose nothing and post nothing twice", {
    timeout: minutes,
  }, async () => {
    const where = await server.database();
    const open = opening(where);
    const result = await crash({
      where,
      deliveries: 300,
      kills: 3,
      finds: true,
      replicas: 2,
      open,
    });
    expect(result).toMatchObject({ ...nothingLost, twice: 0 });
  });

  it("three replicas racing for the same deliveries make each once", {
    timeout: minutes,
  }, async () => {
    const url = await server.database();
    const result = await race(url, opening(url), 3, 300);
    expect(result).toMatchObject({ posts: 300, different: 300 });
  });
});
