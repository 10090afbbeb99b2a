/** `npm run status`: what is subscribed, what waits, what was given up. Reads beside a running bot. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Delivery, destinationKey, replayed, type Store } from "#core";
import type { Config } from "../config.ts";
import { migrations } from "../store/migrations.ts";
import { openPostgres } from "../store/postgres.ts";
import type { Sql } from "../store/sql.ts";
import { databaseFile, FolderInUseError, lockFolder, openSqlite } from "../store/sqlite.ts";
import { createSqlStore } from "../store/store.ts";

export interface OperatorIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly store: Config["store"];
  readonly now: () => Temporal.Instant;
}

const usage = `Usage: npm run status [-- --json] [-- --replay ID|all]

  --json         the same as JSON
  --replay ID    tries a delivery of the dead letter again; all tries every one
`;

/** Resolves to the exit code: 0 done, 1 there is nothing to tell of or to replay, 2 not understood. */
export async function statusCommand(words: readonly string[], io: OperatorIo): Promise<number> {
  let values: ReturnType<typeof parse>["values"];
  try {
    values = parse(words).values;
  } catch (error) {
    io.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const { databaseUrl, folder } = io.store;
  if (databaseUrl === undefined && !existsSync(databaseFile(folder))) {
    io.stderr.write(`There is no store in ${folder} yet. It is made when the bot first starts.\n`);
    return 1;
  }
  const sql =
    databaseUrl === undefined ? openSqlite({ folder }) : openPostgres(databaseUrl, () => {});
  try {
    const version = await versionOf(sql);
    if (version !== migrations.length) {
      io.stderr.write(
        `The store is of version ${version}; this Backchannel knows ${migrations.length}. Use the status of the Backchannel that runs on it.\n`,
      );
      return 1;
    }
    const store = await createSqlStore(sql);
    if (values.replay !== undefined) return await replay(store, values.replay, io);
    const status = await statusOf(store, sql, io);
    io.stdout.write(values.json ? `${JSON.stringify(status, null, 2)}\n` : toLines(status, io));
    return 0;
  } finally {
    await sql.close();
  }
}

function parse(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: { json: { type: "boolean" }, replay: { type: "string" } },
  });
}

async function versionOf(sql: Sql): Promise<number> {
  const [row] = await sql.query("select version from schema_version").catch(() => []);
  return Number(row?.["version"] ?? 0);
}

interface Status {
  readonly store: string;
  readonly running: string;
  readonly subscriptions: Readonly<Record<string, number>>;
  readonly deliveries: Readonly<Record<string, number>>;
  /** Seconds since the oldest open delivery was due; absent when nothing is open. */
  readonly oldest?: number;
  readonly deadLetter: readonly {
    readonly id: string;
    readonly destination: string;
    readonly scheduled: string;
    readonly code: string;
  }[];
}

const shown = 20;

async function statusOf(store: Store, sql: Sql, io: OperatorIo): Promise<Status> {
  const oldest = await store.ledger.oldest();
  const deadLetter = await store.ledger.failed(shown);
  return {
    store: io.store.databaseUrl === undefined ? databaseFile(io.store.folder) : "PostgreSQL",
    running: await running(sql, io.store),
    subscriptions: await store.subscriptions.count(),
    deliveries: await store.ledger.count(),
    ...(oldest && { oldest: Math.max(0, Math.round(io.now().since(oldest).total("seconds"))) }),
    deadLetter: deadLetter.map(({ id, destination, scheduled, code }) => ({
      id,
      destination: destinationKey(destination),
      scheduled,
      code: code ?? "unknown",
    })),
  };
}

async function running(sql: Sql, { databaseUrl, folder }: Config["store"]): Promise<string> {
  if (databaseUrl !== undefined) {
    const [row] = await sql.query(
      "select count(*) as n from pg_stat_activity where application_name like 'backchannel replica %' and datname = current_database()",
    );
    return `${row?.["n"] ?? 0} replicas are running`;
  }
  try {
    lockFolder(folder).release();
    return "no bot is running";
  } catch (error) {
    if (error instanceof FolderInUseError) return "a bot is running";
    throw error;
  }
}

function toLines(status: Status, io: OperatorIo): string {
  const { subscriptions, deliveries, oldest, deadLetter } = status;
  const open = ["planned", "sending", "unclear"].reduce(
    (sum, state) => sum + (deliveries[state] ?? 0),
    0,
  );
  const waiting =
    oldest === undefined ? "nothing waits" : `${open} open, the oldest due for ${inWords(oldest)}`;
  const lines = [
    `Store          ${status.store}; ${status.running}`,
    `Subscriptions  ${counts(subscriptions)}`,
    `Deliveries     ${counts(deliveries)}; ${waiting}`,
    `Dead letter    ${deadLetter.length === 0 ? "empty" : `the latest ${deadLetter.length}`}`,
    ...deadLetter.map(
      ({ id, destination, scheduled, code }) =>
        `  ${id}  ${destination}  due ${scheduled}  ${code}`,
    ),
    ...(deadLetter.length === 0
      ? []
      : ["  Once the cause is mended: npm run status -- --replay ID (or all)"]),
    `Told at        ${io.now().round("second")}`,
  ];
  return `${lines.join("\n")}\n`;
}

function counts(of: Readonly<Record<string, number>>): string {
  const told = Object.entries(of).filter(([, count]) => count > 0);
  return told.length === 0 ? "none" : told.map(([state, count]) => `${count} ${state}`).join(", ");
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}

async function replay(store: Store, which: string, io: OperatorIo): Promise<number> {
  const rows: readonly Delivery[] =
    which === "all"
      ? await store.ledger.failed(10_000)
      : (await store.ledger.failed(10_000)).filter(({ id }) => id === which);
  if (rows.length === 0) {
    io.stderr.write(
      which === "all"
        ? "The dead letter is empty.\n"
        : `The dead letter holds no delivery ${which}.\n`,
    );
    return 1;
  }
  for (const row of rows) await store.ledger.replace(row, replayed(row, io.now()));
  io.stdout.write(
    `${rows.length} put back. A running bot takes them up within a minute. Those whose subscription is off stay unsent.\n`,
  );
  return 0;
}
