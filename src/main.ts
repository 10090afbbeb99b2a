/** The program's entry: picks what to do by the first word and ends with its exit code. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);

async function run(verb: string, words: readonly string[]): Promise<number> {
  switch (verb) {
    case "dossier": {
      const { dossierCommand } = await import("./runtime/cli/dossier.ts");
      return dossierCommand(words, { ...streams, root });
    }
    default:
      process.stderr.write(`There is nothing called "${verb}" to run. Try one of: dossier\n`);
      return 2;
  }
}

const streams = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr };

const settings = fileURLToPath(new URL(".env", root));
if (existsSync(settings)) process.loadEnvFile(settings);
const [verb = "start", ...words] = process.argv.slice(2);
process.exitCode = await run(verb, words);
