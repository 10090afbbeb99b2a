/**
 * Start-up: from the process to a console that answers, against bare Node importing the packages
 * that the same start imports. What is left above the floor is our own: sources, dossier, store.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bench, Measure } from "./bench.ts";
import { median } from "./duel.ts";

export const start: Bench = { name: "start", run };

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const rounds = 5;

/** Packages that every start imports, and those of a platform on top. */
const always = [
  "zod",
  "js-yaml",
  "srvx/node",
  "node:sqlite",
  "wink-porter2-stemmer",
  "chrono-node",
];
const platforms = {
  slack: ["@slack/bolt", "@slack/web-api"],
  discord: ["discord.js"],
} as const;

async function run(): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const [name, packages, settings] of [
    ["without a platform", always, {}],
    [
      "with Slack and Discord",
      [...always, ...platforms.slack, ...platforms.discord],
      {
        SLACK_BOT_TOKEN: "xoxb-1111-2222-abcdefgh",
        SLACK_SIGNING_SECRET: "0123456789abcdef",
        SLACK_API_URL: "http://127.0.0.1:9/api",
        DISCORD_TOKEN: "no-token-of-anybody-at-all",
        DISCORD_API_URL: "http://127.0.0.1:9/api",
      },
    ],
  ] as const) {
    measures.push(await measured(name, packages, settings));
  }
  return measures;
}

async function measured(
  name: string,
  packages: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Measure> {
  const times: { ours: number; floor: number }[] = [];
  // The first round warms the disk's cache for both and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    const each = { floor: await floor(packages), ours: await ours(settings) };
    if (round > 0) times.push(each);
  }
  const middle = (pick: "ours" | "floor") => median(times.map((each) => each[pick])).toFixed(0);
  return {
    what: `start ${name}`,
    value: median(times.map((each) => each.ours / each.floor)),
    unit: "x",
    from: `${middle("ours")} ms to the address, bare Node with the same packages ${middle("floor")} ms`,
  };
}

/** Milliseconds until bare Node has imported the packages. */
async function floor(packages: readonly string[]): Promise<number> {
  const imports = packages.map((name) => `import ${JSON.stringify(name)};`).join("");
  const begin = performance.now();
  const child = spawn(process.execPath, [
    ...["--input-type=module", "--eval", `${imports}process.stdout.write("ready")`],
  ]);
  await once(child.stdout, "data");
  const time = performance.now() - begin;
  child.kill("SIGKILL");
  await once(child, "close");
  return time;
}

/** Milliseconds until the bot has printed its address. */
async function ours(settings: Readonly<Record<string, string>>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "backchannel-bench-"));
  const { PATH = "" } = process.env;
  const begin = performance.now();
  const child = spawn(process.execPath, [main], {
    env: { PATH, PORT: "0", DATA_DIR: folder, LOG_LEVEL: "error", ...settings },
    stdio: ["ignore", "pipe", "ignore"],
  });
  await Promise.race([
    once(child.stdout, "data"),
    once(child, "close").then(([code]) => {
      throw new Error(`the bot ended with ${code} before it was ready`);
    }),
  ]);
  const time = performance.now() - begin;
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  rmSync(folder, { recursive: true });
  return time;
}
