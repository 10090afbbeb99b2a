/** The program's entry: picks what to do by the first word and ends with its exit code. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { loadEnvFile } from "./env-file.ts";
import { missingPackage } from "./missing-package.ts";

const root = new URL("..", import.meta.url);
// Keeps the sources without their types: a fifth off each later start. Not in the shared temporary
// folder, where another account could put code.
enableCompileCache(fileURLToPath(new URL("node_modules/.cache/backchannel", root)));

const verbs = {
  start: async () =>
    (await import("./refuse-second.ts")).refuseSecond(root) ??
    (await import("./start.ts")).startCommand(root),
  chat: async (words) => (await import("./talk.ts")).chatCommand(words, root),
  brief: async (words) => (await import("./talk.ts")).briefCommand(words, root),
  doctor: async () => (await import("./doctor.ts")).doctorCommand(root),
  status: async (words) => (await import("./operate.ts")).operate("status", words, root),
  backup: async (words) => (await import("./operate.ts")).operate("backup", words, root),
  restore: async (words) => (await import("./operate.ts")).operate("restore", words, root),
  dossier: async (words) => {
    const { dossierCommand } = await import("./runtime/cli/dossier.ts");
    const { stdin, stdout, stderr } = process;
    return dossierCommand(words, { stdin, stdout, stderr, root });
  },
} satisfies Record<string, (words: readonly string[]) => Promise<number>>;

const unread = loadEnvFile(fileURLToPath(new URL(".env", root)));
const [verb = "start", ...words] = process.argv.slice(2);
if (unread !== undefined) {
  process.stderr.write(`${unread}\n`);
  process.exitCode = 1;
} else if (Object.hasOwn(verbs, verb)) {
  process.exitCode = await verbs[verb as keyof typeof verbs](words).catch((error: unknown) => {
    const what = missingPackage(error);
    if (what === undefined) throw error;
    process.stderr.write(`${what}\n`);
    return 1;
  });
} else {
  const known = Object.keys(verbs).join(", ");
  process.stderr.write(`There is nothing called "${verb}" to run. Known: ${known}.\n`);
  process.exitCode = 2;
}
