/** Two whole programs on one PostgreSQL: one alone holds Discord's gateway, the other takes it over. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type FakeDiscord, startFakeDiscord } from "../fakes/discord/discord.ts";
import { startPostgres, type TestPostgres } from "../fakes/postgres.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const gatewayLock = "backchannel discord gateway";
const running: { kill(signal: NodeJS.Signals): unknown }[] = [];
let server: TestPostgres;
let discord: FakeDiscord;
let database: string;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  discord = await startFakeDiscord({ now: Temporal.Now.instant });
  database = await server.database();
});
afterEach(async () => {
  for (const each of running.splice(0)) each.kill("SIGKILL");
  await discord.stop();
});

async function start() {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [main], {
    env: {
      PATH,
      PORT: "0",
      DATABASE_URL: database,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
    },
  });
  running.push(child);
  let log = "";
  child.stdout.resume();
  await new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      log += piece;
      if (log.includes('"event":"started"')) resolve();
    });
    child.once("close", () => reject(new Error(`it ended: ${log}`)));
  });
  return {
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    async kill(signal: NodeJS.Signals) {
      child.removeAllListeners("close");
      child.kill(signal);
      const [code] = await once(child, "close");
      return code as number | null;
    },
  };
}

/** Asks by command and by mention; each has one answer. */
async function ask(question: string): Promise<void> {
  const { general, people, state } = discord;
  const before = discord.posts(general.id).length;
  const asked = people.command(general.id, "now");
  await discord.until(() => discord.posts(general.id).length === before + 1);
  people.writes(general.id, `<@${state.bot}> ${question}`);
  await discord.until(() => discord.posts(general.id).length === before + 2);
  people.repeats(asked);
  people.writes(general.id, "Nobody is asked here.");
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(discord.posts(general.id)).toHaveLength(before + 2);
}

const connected = () => discord.until(() => discord.gateway.connected() === 1);

test("kill -9 of who holds the gateway: the other takes it over and goes on with the thread", async () => {
  const first = await start();
  await connected();
  const second = await start();
  await ask("who is Abbas Araghchi?");
  expect(discord.gateway.identified).toBe(1);
  const asked = discord.people.command(discord.general.id, "watch");
  await discord.until(() => discord.posts(discord.general.id).length === 3);
  await first.kill("SIGKILL");
  await discord.until(() => discord.gateway.identified === 2);
  // Discord is not sure that it told of this one.
  discord.people.repeats(asked);
  await ask("what is disputed?");
  expect(discord.posts(discord.general.id)).toHaveLength(5);
  expect(discord.gateway.mostConnected).toBe(1);
  expect(discord.refused).toEqual([]);
  expect(await second.kill("SIGTERM")).toBe(0);
});

test("who loses the database leaves the gateway, and takes it back when the other stops", async () => {
  await start();
  await connected();
  const second = await start();
  await ask("who is Abbas Araghchi?");
  await cutHolder();
  await discord.until(() => discord.gateway.identified === 2);
  await ask("what is disputed?");
  expect(await second.kill("SIGTERM")).toBe(0);
  await discord.until(() => discord.gateway.identified === 3);
  await ask("who is Ali Larijani?");
  expect(discord.gateway.mostConnected).toBe(1);
  expect(discord.gateway.connected()).toBe(1);
});

test("a holder that was frozen and did not hear of its loss answers nothing a second time", async () => {
  const first = await start();
  await connected();
  await start();
  first.signal("SIGSTOP");
  await cutHolder();
  await discord.until(() => discord.gateway.identified === 2);
  const { general, people, state } = discord;
  // Discord tells both.
  const asked = people.command(general.id, "now");
  people.writes(general.id, `<@${state.bot}> what is disputed?`);
  await discord.until(() => discord.posts(general.id).length === 2);
  first.signal("SIGCONT");
  await connected();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(discord.posts(general.id)).toHaveLength(2);
  expect(asked.messages).toHaveLength(1);
  expect(discord.refused).toEqual([]);
});

/** Cuts the connection on which the lock is held; the process lives on. */
async function cutHolder(): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const { rowCount } = await client.query(
    "select pg_terminate_backend(l.pid) from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.granted and a.application_name = $1",
    [`backchannel ${gatewayLock}`],
  );
  await client.end();
  expect(rowCount).toBe(1);
}
