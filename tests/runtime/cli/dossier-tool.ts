/** `npm run dossier -- …` on a copy of the canal dossier. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { dossierCommand } from "../../../src/runtime/cli/dossier.ts";

const canal = fileURLToPath(new URL("../../fixtures/briefings/canal-tolls", import.meta.url));

export function createDossierTool() {
  let root = "";
  return {
    /** Makes the copy; resolves to the folder that holds `briefings`. */
    async begin(): Promise<string> {
      root = await mkdtemp(join(tmpdir(), "dossier-cli-"));
      await cp(canal, join(root, "briefings", "canal-tolls"), { recursive: true });
      return root;
    },
    end: () => rm(root, { recursive: true, force: true }),
    /** `typed` is what the person answers. */
    async run(argv: readonly string[], typed: readonly string[] = []) {
      let [out, err] = ["", ""];
      const code = await dossierCommand(argv, {
        stdin: Readable.from(typed.map((line) => `${line}\n`)),
        stdout: { write: (text) => (out += text) },
        stderr: { write: (text) => (err += text) },
        root,
        today: Temporal.PlainDate.from("2025-04-02"),
      });
      return { code, out, err };
    },
    async edit(file: string, change: (text: string) => string): Promise<void> {
      const path = join(root, "briefings", "canal-tolls", file);
      await writeFile(path, change(await readFile(path, "utf8")));
    },
  };
}
