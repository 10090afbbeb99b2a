/** What every way of running needs first: the configuration, a log, and the dossiers. */
import { fileURLToPath } from "node:url";
import type { Log } from "#core";
import { missingPackage } from "./missing-package.ts";
import { type Config, readConfig } from "./runtime/config.ts";
import { type Dossiers, openDossiers } from "./runtime/dossiers.ts";
import { createLog, createRedactor } from "./runtime/log.ts";

export interface Settings {
  readonly config: Config;
  readonly log: Log;
  readonly dossiers: Dossiers;
}

/**
 * Reads the configuration and the dossiers. Prints every mistake and problem to standard error and
 * returns undefined when there is any.
 */
export async function openSettings(
  root: URL,
  level?: Config["logLevel"],
): Promise<Settings | undefined> {
  const read = readConfig();
  if (read.type === "mistakes") {
    report(
      "The configuration has mistakes. Mend these variables (see .env.example):",
      read.mistakes,
    );
    return undefined;
  }
  const { config } = read;
  const log = createLog({
    level: level ?? config.logLevel,
    secrets: config.secrets,
    now: Temporal.Now.instant,
    write: (line) => process.stderr.write(line),
  });
  const folder = config.dossiers.folder ?? fileURLToPath(new URL("briefings", root));
  const opened = await openDossiers({
    folder,
    log,
    ...(config.dossiers.standard && { standard: config.dossiers.standard }),
  });
  if (opened.type === "problems") {
    report("The dossiers have problems, and a bot must not answer from those:", opened.lines);
    return undefined;
  }
  return { config, log, dossiers: opened.dossiers };
}

/** Prints an error for people, with what they can do, and no secret. */
export function reportError(error: unknown, secrets: readonly string[]): void {
  const message = missingPackage(error) ?? (error instanceof Error ? error.message : String(error));
  process.stderr.write(`${createRedactor(secrets)(message)}\n`);
}

function report(headline: string, lines: readonly string[]): void {
  process.stderr.write(`${headline}\n${lines.map((line) => `  ${line}\n`).join("")}`);
}
