/** `npm run doctor`: what is wrong between this bot and the world, and what to do about each. */
import { existsSync, mkdtempSync, rmdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding, Log } from "#core";
import { type Config, readConfig } from "./runtime/config.ts";
import { openDossiers } from "./runtime/dossiers.ts";
import { createLog, createRedactor } from "./runtime/log.ts";
import { migrations } from "./runtime/store/migrations.ts";
import { openPostgres } from "./runtime/store/postgres.ts";
import {
  DataFolderError,
  databaseFile,
  FolderInUseError,
  lockFolder,
  openSqlite,
} from "./runtime/store/sqlite.ts";

/** Prints a line for each thing tested. Resolves to 0, or to 1 when something is bad. */
export async function doctorCommand(root: URL): Promise<number> {
  const read = readConfig();
  if (read.type === "mistakes") {
    const mend = "Mend it in .env; .env.example says what it takes.";
    return print(
      read.mistakes.map((text) => ({ about: "Settings", result: "bad", text, mend })),
      [],
    );
  }
  const { config } = read;
  const log = createLog({
    level: "error",
    secrets: config.secrets,
    now: Temporal.Now.instant,
    write: () => {},
  });
  const findings: readonly Finding[] = [
    { about: "Settings", result: "good", text: "No mistake in them." },
    ...(await testDossiers(config, root, log)),
    await testStore(config, root),
    ...(await testPlatforms(config, log)),
  ];
  return print(findings, config.secrets);
}

async function testDossiers(config: Config, root: URL, log: Log): Promise<readonly Finding[]> {
  const folder = config.dossiers.folder ?? fileURLToPath(new URL("briefings", root));
  const { standard } = config.dossiers;
  const opened = await openDossiers({ folder, log, ...(standard && { standard }) });
  if (opened.type === "problems") {
    const mend = "npm run dossier -- check shows all of them.";
    return opened.lines
      .slice(0, 10)
      .map((text) => ({ about: "Dossiers", result: "bad", text, mend }));
  }
  const { dossiers } = opened;
  return dossiers.ids.map((id) => {
    const dossier = dossiers.get(id);
    const written = [...dossier.claims.values()].filter((claim) => claim.origin === "claims");
    const text = `${dossier.header.title}: ${written.length} claims, to ${dossier.until}.`;
    return { about: `Dossier ${id}`, result: "good", text };
  });
}

async function testStore(config: Config, root: URL): Promise<Finding> {
  const { databaseUrl } = config.store;
  return databaseUrl ? testPostgres(databaseUrl) : testFolder(config, root);
}

async function testPostgres(url: string): Promise<Finding> {
  const about = "DATABASE_URL";
  const sql = openPostgres(url, () => {});
  try {
    const [row] = await sql.query("show server_version");
    const text = `PostgreSQL ${row?.["server_version"]} answers.`;
    return { about, result: "good", text };
  } catch (error) {
    return {
      about,
      result: "bad",
      text: `PostgreSQL does not let the bot in: ${(error as Error).message}.`,
      mend: "Look whether the server runs, and whether host, name, user and password are right.",
    };
  } finally {
    await sql.close();
  }
}

async function testFolder(config: Config, root: URL): Promise<Finding> {
  const about = "Data folder";
  const folder = resolve(fileURLToPath(root), config.store.folder);
  const unusable = (cause: unknown): Finding => ({
    about,
    result: "bad",
    text: `${folder} cannot be used: ${(cause as Error).message}.`,
    mend: "Give this account the right to write there, or set DATA_DIR to another folder.",
  });
  if (!existsSync(databaseFile(folder))) {
    try {
      makeSomething(folder);
    } catch (error) {
      return unusable(error);
    }
    return { about, result: "good", text: `${folder} will be made at the first start.` };
  }
  try {
    lockFolder(folder).release();
  } catch (error) {
    return error instanceof FolderInUseError
      ? { about, result: "good", text: `${folder} is in use by a running Backchannel.` }
      : unusable((error as Error).cause);
  }
  try {
    return await testDatabase(folder);
  } catch (error) {
    if (!(error instanceof DataFolderError)) throw error;
    const [text = "", mend = ""] = error.message.split(/(?<=\.) (?=Put)/);
    return { about, result: "bad", text, mend };
  }
}

/** Makes a folder in this one, or in the nearest above it that is there, and takes it away again. */
function makeSomething(folder: string): void {
  const above = existsSync(folder) ? folder : dirname(folder);
  if (above === folder) rmdirSync(mkdtempSync(join(folder, ".backchannel-")));
  else makeSomething(above);
}

async function testDatabase(folder: string): Promise<Finding> {
  const about = "Data folder";
  const sql = openSqlite({ folder });
  try {
    const [check] = await sql.query("pragma quick_check");
    const [row] = await sql.query("select version from schema_version");
    const version = Number(row?.["version"] ?? 0);
    if (check?.["quick_check"] !== "ok") {
      return {
        about,
        result: "bad",
        text: `The database in ${folder} is damaged.`,
        mend: "Stop the bot and restore a backup (docs/operations.md).",
      };
    }
    return version > migrations.length
      ? {
          about,
          result: "bad",
          text: `The store is of version ${version}, this Backchannel knows ${migrations.length}.`,
          mend: "Start the newer Backchannel again, or restore a backup from before the upgrade.",
        }
      : { about, result: "good", text: `${folder} is sound.` };
  } finally {
    await sql.close();
  }
}

async function testPlatforms(config: Config, log: Log): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (config.slack) {
    const { diagnose } = await import("../adapters/slack/index.ts");
    findings.push(...(await diagnose({ ...config.slack, log, now: Temporal.Now.instant })));
  }
  if (config.discord) {
    const { diagnose } = await import("../adapters/discord/index.ts");
    const { commandName } = config;
    findings.push(...(await diagnose({ ...config.discord, commandName })));
  }
  if (findings.length > 0) return findings;
  return [
    {
      about: "Platforms",
      result: "caution",
      text: "No chat platform is set up; the console works without.",
      mend: "docs/slack.md and docs/discord.md say how to connect one.",
    },
  ];
}

const marks: Readonly<Record<Finding["result"], string>> = { good: "✓", caution: "!", bad: "✗" };

function print(findings: readonly Finding[], secrets: readonly string[]): number {
  const redact = createRedactor(secrets);
  for (const { about, result, text, mend } of findings) {
    process.stdout.write(
      redact(`${marks[result]} ${about}: ${text}\n${mend ? `    ${mend}\n` : ""}`),
    );
  }
  return findings.some(({ result }) => result === "bad") ? 1 : 0;
}
