/**
 * `npm run chaos [-- part…]`: everything that may go wrong, at full length. Parts: embedded, postgres,
 * race, resume, second; all of them when none is named. `--scale 0.1` makes it ten times shorter.
 * Ends with an error when a promise is broken.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import type { Store } from "#core";
import { openPostgres } from "../../src/runtime/store/postgres.ts";
import { databaseFile, openSqlite } from "../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../src/runtime/store/store.ts";
import { startPostgres, type TestPostgres } from "../fakes/postgres.ts";
import { type CrashResult, crash } from "./crashes.ts";
import { race, resume } from "./replicas.ts";
import { secondProcess } from "./second-process.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: "string", default: "1" } },
});
const scale = Number(values.scale);
const scaled = (count: number) => Math.max(1, Math.round(count * scale));
const broken: string[] = [];

function report(name: string, result: object, promises: Readonly<Record<string, boolean>>): void {
  console.log(`${name}: ${JSON.stringify(result)}`);
  for (const [promise, kept] of Object.entries(promises)) {
    console.log(`  ${kept ? "kept  " : "BROKEN"} ${promise}`);
    if (!kept) broken.push(`${name}: ${promise}`);
  }
}

function reportCrash(name: string, result: CrashResult, finds: boolean): void {
  const { lost, twice, unmarked, kills, disordered } = result;
  report(name, result, {
    "none lost": lost === 0,
    ...(finds
      ? { "none posted twice": twice === 0 }
      : {
          "at most one posted twice for each kill": twice <= kills,
          "each of them marked": unmarked === 0,
        }),
    "in order at every destination": disordered === 0,
  });
}

const openShared = (url: string) => (): Promise<Store> =>
  createSqlStore(openPostgres(url, () => {}));

async function embedded(): Promise<void> {
  for (const finds of [true, false]) {
    const where = mkdtempSync(join(tmpdir(), "backchannel-chaos-"));
    let checks = 0;
    const result = await crash({
      where,
      deliveries: scaled(20_000),
      kills: scaled(100),
      finds,
      open: () => createSqlStore(openSqlite({ folder: where })),
      check: () => {
        const database = new DatabaseSync(databaseFile(where), { readOnly: true });
        const answer = database.prepare("pragma integrity_check").get();
        database.close();
        if (answer?.["integrity_check"] !== "ok") throw new Error(JSON.stringify(answer));
        checks += 1;
      },
    });
    const name = `embedded, ${finds ? "with" : "without"} look-back`;
    reportCrash(name, result, finds);
    report(name, { checks }, { "store clean after every kill": checks === result.kills + 1 });
    rmSync(where, { recursive: true });
  }
}

async function postgres(server: TestPostgres): Promise<void> {
  for (const finds of [true, false]) {
    const where = await server.database();
    const result = await crash({
      where,
      deliveries: scaled(20_000),
      kills: scaled(100),
      finds,
      open: openShared(where),
    });
    reportCrash(`PostgreSQL, ${finds ? "with" : "without"} look-back`, result, finds);
  }
}

async function races(server: TestPostgres): Promise<void> {
  for (const replicas of [1, 2, 4]) {
    const url = await server.database();
    const result = await race(url, openShared(url), replicas, scaled(10_000));
    const exact = result.posts === result.deliveries && result.different === result.deliveries;
    report(`race of ${replicas}`, result, { "each delivered, and once": exact });
  }
}

async function resumes(server: TestPostgres): Promise<void> {
  const url = await server.database();
  const result = await resume(url, openShared(url), scaled(2_000));
  report("a replica dies", result, {
    "its work is done within two heartbeats and a look (25 s)": result.seconds <= 25,
    "none posted twice": result.twice === 0,
  });
}

async function second(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "backchannel-chaos-"));
  const result = await secondProcess(folder, scaled(20));
  report("second process", result, {
    "refused each time": result.refused === result.rounds,
    "within a second": result.slowestRefusal <= 1,
    "started again after each kill": result.restarted === result.rounds,
  });
  rmSync(folder, { recursive: true });
}

const parts = { embedded, postgres, race: races, resume: resumes, second } as const;
const chosen = positionals.length > 0 ? positionals : Object.keys(parts);
const needsServer = chosen.some((part) => ["postgres", "race", "resume"].includes(part));
const server = needsServer ? await startPostgres(["-c", "fsync=on"]) : undefined;
try {
  for (const part of chosen) {
    switch (part) {
      case "embedded":
        await embedded();
        break;
      case "second":
        await second();
        break;
      case "postgres":
      case "race":
      case "resume":
        if (server) await parts[part](server);
        break;
      default:
        throw new Error(`There is no part "${part}". Parts: ${Object.keys(parts).join(", ")}.`);
    }
  }
} finally {
  await server?.stop();
}
if (broken.length > 0) {
  console.error(`\nBroken:\n${broken.join("\n")}`);
  process.exitCode = 1;
}
