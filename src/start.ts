/**
 * The composition root of the running bot: builds every part, starts them in order, and stops them
 * in the opposite order on SIGINT or SIGTERM.
 */
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  type Adapter,
  type Bot,
  type Clock,
  createAnswerer,
  createBot,
  createReading,
  type Log,
  type NoteStore,
  type Pictures,
  type Previewer,
  type SeenStore,
} from "#core";
import { createConsoleAdapter } from "../adapters/console/index.ts";
import type { DiscordAdapter } from "../adapters/discord/index.ts";
import { missingPackage } from "./missing-package.ts";
import type { Config } from "./runtime/config.ts";
import { createDigests } from "./runtime/digests.ts";
import { feedRoute } from "./runtime/feeds.ts";
import { PortError, type Route, startHttp } from "./runtime/http.ts";
import { type Attempts, keepTrying } from "./runtime/keep-trying.ts";
import { createPictures } from "./runtime/pictures/pictures.ts";
import { startRetention } from "./runtime/retention.ts";
import { keepAdvisoryLock } from "./runtime/store/advisory-lock.ts";
import { openPersonHash } from "./runtime/store/installation.ts";
import { migrate, NewerSchemaError } from "./runtime/store/migrations.ts";
import { openPostgres } from "./runtime/store/postgres.ts";
import type { Sql } from "./runtime/store/sql.ts";
import {
  DataFolderError,
  FolderInUseError,
  lockFolder,
  openSqlite,
} from "./runtime/store/sqlite.ts";
import { createSqlStore } from "./runtime/store/store.ts";
import { openSettings, reportError, type Settings } from "./settings.ts";

/** Runs until it is told to stop. Resolves to the exit code. */
export async function startCommand(root: URL): Promise<number> {
  const settings = await openSettings(root);
  if (!settings) return 1;
  const parts: (() => unknown)[] = [];
  const stopped = stopSignal();
  try {
    // Told to stop while a platform is still down: then it stops.
    await Promise.race([start(settings, root, parts), stopped]);
    await stopped;
    settings.log.info("stopping");
    return 0;
  } catch (error) {
    if (!isExpected(error)) settings.log.error("start-failed", { error });
    reportError(error, settings.config.secrets);
    return 1;
  } finally {
    await stopAll(parts, settings);
  }
}

/** `parts` collects how to stop what has started, also when a later part fails. */
async function start(settings: Settings, root: URL, parts: (() => unknown)[]): Promise<void> {
  const { config, log, dossiers } = settings;
  const clock = { now: Temporal.Now.instant };

  const sql = openStore(config, root, parts, settings);
  await migrate(sql);
  const store = await createSqlStore(sql);
  parts.push(() => store.close());

  const {
    commandName,
    store: { databaseUrl },
  } = config;
  const talker = createBot({
    ...{ library: dossiers, store, clock, log, commandName },
    answerer: createAnswerer(),
    hashPerson: await openPersonHash(sql),
  });
  dossiers.watch();
  parts.push(() => dossiers.stop());

  const pictures = createPictures();
  parts.push(() => pictures.stop());
  const console = createConsoleAdapter({
    ...{ clock, log, commandName, pictures },
    previewers: loadPreviewers,
    reading: createReading({ library: dossiers, editions: store.editions, clock }),
  });
  const slack = await openSlack(settings, store.seen, clock, pictures);
  const discord = await openDiscord(settings, store.notes, clock, pictures);
  const platforms: readonly Adapter[] = [slack, discord].filter((each) => each !== undefined);
  // Of several replicas one alone may hold Discord's gateway: each would answer everything.
  const shared = databaseUrl === undefined ? undefined : discord;
  const digests = createDigests({
    ...{ store, sql, databaseUrl, library: dossiers, clock, log, commandName },
    adapters: [console, ...platforms],
    site: config.http.publicUrl,
  });
  const bot = digests.metrics.timed(talker);
  let ready = false;
  const routes: readonly Route[] = [
    { path: "/", open: "loopback", fetch: console.fetch, publicly: "/read" },
    ...["/read", "/edition", "/pictures"].map(
      (path): Route => ({ path, open: "public", fetch: console.read }),
    ),
    feedRoute({ library: dossiers, publicUrl: config.http.publicUrl }),
    ...(slack ? [slack.route] : []),
    {
      path: "/metrics",
      open: "loopback",
      fetch: async () => plain(200, (await digests.metrics.render()).trimEnd()),
    },
    { path: "/healthz", open: "anyone", fetch: () => plain(200, "alive") },
    {
      path: "/readyz",
      open: "anyone",
      fetch: () => (ready ? plain(200, "ready") : plain(503, "starting")),
    },
  ];
  const server = await startHttp({ ...config.http, routes, log });
  parts.push(() => server.stop());
  const retention = startRetention({ store, clock, log, days: config.store.retentionDays });
  parts.push(() => retention.stop());

  // Its room is empty at each start and numbers its messages anew: earlier threads are gone with them.
  await store.conversations.forgetThreads(`${console.platform}:`);
  await console.start(bot);
  parts.push(() => console.stop());
  if (shared && databaseUrl) parts.push(onOneReplica(shared, bot, databaseUrl, log));
  const connecting = platforms.map((platform) => {
    if (platform === shared) return undefined;
    const connection = keepTrying(() => platform.start(bot), log, platform.platform);
    parts.push(async () => {
      connection.giveUp();
      await platform.stop();
    });
    return connection.done;
  });
  // Sending needs the platforms' APIs alone, not what they say to us.
  await digests.start();
  parts.push(() => digests.stop());
  process.stdout.write(`${greeting(server.url, dossiers.get().header.title, platforms)}\n`);
  await Promise.all(connecting);
  ready = true;
  parts.push(() => {
    ready = false;
  });
  log.info("started", { platforms: platforms.map(({ platform }) => platform) });
}

// An SDK takes a quarter of a second and some 40 MB: only what is configured is loaded.

/** Also of platforms that are not connected: what is to come can be looked at before. */
async function loadPreviewers(): Promise<readonly Previewer[]> {
  const [slack, discord] = await Promise.all([
    import("../adapters/slack/preview.ts"),
    import("../adapters/discord/preview.ts"),
  ]);
  return [slack.previewer, discord.previewer];
}

async function openSlack(
  { config, log }: Settings,
  seen: SeenStore,
  clock: Clock,
  pictures: Pictures,
) {
  if (!config.slack) return undefined;
  const { createSlackAdapter } = await import("../adapters/slack/index.ts");
  return createSlackAdapter({ ...config.slack, clock, log, seen, pictures });
}

/** Milliseconds. */
const handover = 1_000;

/** Connects while this process holds the lock. Returns how to stop. */
function onOneReplica(discord: DiscordAdapter, bot: Bot, url: string, log: Log) {
  let connection: Attempts | undefined;
  let turn = 0;
  const giveUp = () => {
    turn += 1;
    connection?.giveUp();
  };
  const lock = keepAdvisoryLock({
    ...{ url, name: "backchannel discord gateway", log },
    gained: () => {
      const mine = turn;
      const connect = async () => {
        // Who has lost the lock hears of it at the same moment, and has to leave first.
        await sleep(handover);
        if (mine === turn) await discord.start(bot);
      };
      connection = keepTrying(connect, log, discord.platform);
    },
    lost: () => {
      giveUp();
      discord.disconnect().catch((error) => log.error("disconnecting-failed", { error }));
    },
  });
  return async () => {
    giveUp();
    await discord.stop();
    await lock.release();
  };
}

async function openDiscord(
  { config, log }: Settings,
  notes: NoteStore,
  clock: Clock,
  pictures: Pictures,
) {
  if (!config.discord) return undefined;
  const { createDiscordAdapter } = await import("../adapters/discord/index.ts");
  const { commandName } = config;
  return createDiscordAdapter({
    ...{ config: config.discord, commandName, clock, log, notes, pictures },
    announce: (text) => process.stdout.write(text),
  });
}

function openStore(config: Config, root: URL, parts: (() => unknown)[], { log }: Settings): Sql {
  if (config.store.databaseUrl) {
    return openPostgres(config.store.databaseUrl, (error) =>
      log.warn("database-connection", { error }),
    );
  }
  const folder = resolve(fileURLToPath(root), config.store.folder);
  const lock = lockFolder(folder);
  parts.push(() => lock.release());
  return openSqlite({ folder });
}

function greeting(url: string, title: string, platforms: readonly Adapter[]): string {
  const chats = platforms.map(({ platform }) => platform);
  const where =
    chats.length > 0
      ? `It listens on ${chats.join(" and ")}; its console is there too.`
      : "No chat platform is connected (see README.md); the console has everything.";
  return `\n  Backchannel is ready to brief on ${title}.\n\n  Open ${url}\n\n  ${where} Ctrl+C stops it.\n`;
}

const plain = (status: number, text: string): Response => new Response(`${text}\n`, { status });

function isExpected(error: unknown): boolean {
  return (
    error instanceof PortError ||
    missingPackage(error) !== undefined ||
    error instanceof DataFolderError ||
    error instanceof FolderInUseError ||
    error instanceof NewerSchemaError
  );
}

/** Stops in the opposite order; one part that fails does not keep the others from stopping. */
async function stopAll(parts: readonly (() => unknown)[], { log }: Settings): Promise<void> {
  for (const stop of parts.toReversed()) {
    try {
      await stop();
    } catch (error) {
      log.error("stop-failed", { error });
    }
  }
}

/** Resolves at the first signal. A second one ends the process at once, as people expect. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
