/** A second bot on the same data folder, and a bot started again after it was killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface SecondProcessResult {
  readonly rounds: number;
  /** Second bots that ended with an error and said why. */
  readonly refused: number;
  /** From its start to its end. */
  readonly slowestRefusal: number;
  /** Bots that were ready again after `kill -9`. */
  readonly restarted: number;
}

/** The whole bot, `rounds` times. */
export async function secondProcess(folder: string, rounds: number): Promise<SecondProcessResult> {
  let [refused, restarted, slowest] = [0, 0, 0];
  let first = await startBot(folder);
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const second = bot(folder);
    let said = "";
    second.stderr?.on("data", (text) => {
      said += String(text);
    });
    const [code] = await once(second, "exit");
    slowest = Math.max(slowest, (performance.now() - began) / 1000);
    if (code !== 0 && said.includes("in use by another Backchannel")) refused += 1;
    first.kill("SIGKILL");
    await once(first, "exit");
    first = await startBot(folder);
    restarted += 1;
  }
  first.kill("SIGTERM");
  await once(first, "exit");
  return { rounds, refused, slowestRefusal: slowest, restarted };
}

function bot(folder: string): ChildProcess {
  const env = { PATH: process.env["PATH"], DATA_DIR: folder, PORT: "0", LOG_LEVEL: "error" };
  return spawn(process.execPath, ["src/main.ts"], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Resolves when it says that it is ready. */
async function startBot(folder: string): Promise<ChildProcess> {
  const child = bot(folder);
  let said = "";
  child.stderr?.on("data", (text) => {
    said += String(text);
  });
  await Promise.race([
    once(child.stdout ?? child, "data"),
    once(child, "exit").then(([code]) => {
      throw new Error(`the bot ended with ${code}: ${said}`);
    }),
  ]);
  return child;
}
