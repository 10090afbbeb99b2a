/** The program as an operator meets it: started as a process, read by its output and exit code. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { openSqlite } from "../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../src/runtime/store/store.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const folders: string[] = [];
const running: { kill(signal: NodeJS.Signals): unknown }[] = [];
afterEach(() => {
  for (const each of running.splice(0)) each.kill("SIGKILL");
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "backchannel-start-"));
  folders.push(path);
  return path;
}

function run(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [main, ...words], {
    env: { PATH, PORT: "0", DATA_DIR: folder(), ...environment },
  });
  running.push(child);
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    output += piece;
  });
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    errors += piece;
  });
  const ended = once(child, "close").then(([code]) => ({ code, output, errors }));
  return { child, ended };
}

/** The address that a starting bot prints. */
async function address({ child, ended }: ReturnType<typeof run>): Promise<string> {
  let output = "";
  for await (const piece of child.stdout.iterator({ destroyOnReturn: false })) {
    output += String(piece);
    const url = /http:\/\/\S+/.exec(output)?.[0];
    if (url) return url;
  }
  throw new Error(`it ended before it was ready: ${(await ended).errors}`);
}

describe("starting without any setting", () => {
  it("prints one address, serves page and health, and stops clean when told to", async () => {
    const bot = run([]);
    const url = await address(bot);
    expect(await (await fetch(url)).text()).toContain("<!doctype html>");
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${url}/readyz`)).text()).toBe("ready\n");
    expect(await (await fetch(`${url}/metrics`)).text()).toContain("backchannel_subscriptions");
    bot.child.kill("SIGTERM");
    expect((await bot.ended).code).toBe(0);
  });
});

describe("starting again", () => {
  it("forgets the console's threads, whose messages are gone, and no other platform's", async () => {
    const where = folder();
    const threads = ["console:local:general:7", "slack:T1:C1:1712.34"];
    const before = await createSqlStore(openSqlite({ folder: where }));
    for (const thread of threads) {
      const updated = Temporal.Now.instant().toString();
      await before.conversations.put({ thread, dossier: "us-iran", turns: [], updated });
    }
    await before.close();
    const bot = run([], { DATA_DIR: where });
    await address(bot);
    bot.child.kill("SIGTERM");
    await bot.ended;
    const { conversations, close } = await createSqlStore(openSqlite({ folder: where }));
    const kept = await Promise.all(threads.map((thread) => conversations.get(thread)));
    expect(kept.map((each) => each?.thread)).toEqual([undefined, threads[1]]);
    await close();
  });
});

describe("starting while a platform is down", () => {
  it("opens the console at once, is not ready yet, and stops when told to", async () => {
    const bot = run([], {
      SLACK_BOT_TOKEN: "xoxb-1111-2222-abcdefgh",
      SLACK_APP_TOKEN: "xapp-1-A0-3333-abcdefgh",
      SLACK_API_URL: "http://127.0.0.1:9/api",
    });
    const url = await address(bot);
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    bot.child.kill("SIGTERM");
    const { code, errors } = await bot.ended;
    expect(code).toBe(0);
    expect(errors).not.toContain("abcdefgh");
  });
});

describe("what keeps it from starting", () => {
  it("is a port in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, errors } = await run([], { PORT: String(port) }).ended;
    other.close();
    expect(code).toBe(1);
    expect(errors).toBe(
      `127.0.0.1:${port} is in use, perhaps by another Backchannel. Stop that one, or set PORT to a free port (PORT=0 picks one).\n`,
    );
  });

  it("is a data folder in use, until that bot ends in any way", async () => {
    const data = folder();
    const first = run([], { DATA_DIR: data });
    await address(first);
    const second = await run([], { DATA_DIR: data }).ended;
    expect(second).toEqual({
      code: 1,
      output: "",
      errors: `The data folder ${data} is in use by another Backchannel. Stop that one, or set DATA_DIR to another folder.\n`,
    });
    first.child.kill("SIGKILL");
    await first.ended;
    const third = run([], { DATA_DIR: data });
    await address(third);
    third.child.kill("SIGINT");
    expect((await third.ended).code).toBe(0);
  });

  it("is a data folder that cannot be written, without a stack", async () => {
    const file = join(folder(), "notes");
    writeFileSync(file, "");
    const { code, errors } = await run([], { DATA_DIR: file }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/^The data folder .* cannot be written .* set DATA_DIR .*\n$/);
  });

  it.runIf(process.platform === "linux")(
    "is a data folder where none can be made, told at once",
    async () => {
      const { code, errors } = await run([], { DATA_DIR: "/proc/backchannel/data" }).ended;
      expect(code).toBe(1);
      expect(errors).toMatch(/^The data folder \/proc\/backchannel\/data cannot be written .*\n$/);
      const doctor = await run(["doctor"], { DATA_DIR: "/proc/backchannel/data" }).ended;
      expect(doctor.code).toBe(1);
      expect(doctor.output).toContain("✗ Data folder: /proc/backchannel/data cannot be used: ");
    },
  );

  it("is a broken variable, named without its value", async () => {
    const { code, errors } = await run([], { PORT: "hunter22", SLACK_BOT_TOKEN: "hunter22" }).ended;
    expect(code).toBe(1);
    expect(errors).toContain("  PORT must be a whole number\n");
    expect(errors).toContain("  SLACK_BOT_TOKEN must begin with xoxb-\n");
    expect(errors).not.toContain("hunter22");
  });

  it("is a folder of dossiers that is not there", async () => {
    const missing = join(folder(), "nowhere");
    const { code, errors } = await run([], { BRIEFINGS: missing }).ended;
    expect(code).toBe(1);
    expect(errors).toContain(missing);
  });

  it("is a dossier with problems, each with file and line", async () => {
    const briefings = folder();
    mkdirSync(join(briefings, "broken"));
    writeFileSync(join(briefings, "broken", "dossier.yaml"), "id: broken\ntitel: Broken\n");
    const { code, errors } = await run([], { BRIEFINGS: briefings }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/dossier\.yaml:2: /);
  });

  it("is an option that the terminal does not have", async () => {
    expect(await run(["chat", "--jsonn"]).ended).toEqual({
      code: 2,
      output: "",
      errors: expect.stringMatching(/^Usage: npm run chat/),
    });
  });

  it("is a word that names nothing", async () => {
    const { code, errors } = await run(["dance"]).ended;
    expect(code).toBe(2);
    expect(errors).toContain('There is nothing called "dance" to run.');
  });
});

describe("one brief", () => {
  it("is printed and nothing else", async () => {
    const { code, output, errors } = await run(["brief", "define", "jcpoa"]).ended;
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toContain("Joint Comprehensive Plan of Action");
  });

  it("names the formats when asked for another", async () => {
    const { code, errors } = await run(["brief", "now", "--as", "pdf"]).ended;
    expect(code).toBe(2);
    expect(errors).toContain("text|markdown|html|json");
  });
});

describe("the doctor", () => {
  it("finds nothing wrong with a fresh copy, and says what is there", async () => {
    const { code, output } = await run(["doctor"]).ended;
    expect(code).toBe(0);
    expect(output).toContain("✓ Settings: No mistake in them.\n");
    expect(output).toMatch(/✓ Dossier us-iran: US–Iran diplomacy: \d+ claims, to 2026-06-17\.\n/);
    expect(output).toMatch(/✓ Data folder: \S+ will be made at the first start\.\n/);
    expect(output).toContain("! Platforms: No chat platform is set up");
  });

  it("names each thing that is wrong, with what to do and without a secret", async () => {
    const { code, output, errors } = await run(["doctor"], {
      DATABASE_URL: "postgresql://bot:hunter22@127.0.0.1:9/bot",
      BRIEFINGS: "/nowhere",
    }).ended;
    expect(code).toBe(1);
    expect(output).toContain("✗ Dossiers: ");
    expect(output).toContain("✗ DATABASE_URL: PostgreSQL does not let the bot in");
    expect(output + errors).not.toContain("hunter22");
  });
});
