/** `npm run dossier -- …`: the tools of those who keep a dossier. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { checkDossiers } from "./dossier-check.ts";
import { writeSchemas } from "./dossier-schema.ts";

export interface DossierIo {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** The repository's root, which holds `briefings/`. */
  readonly root: URL | string;
}

/** What every tool is given. */
export interface ToolCall {
  readonly io: DossierIo;
  /** Folder of the dossiers. */
  readonly briefings: string;
  /** Words after the tool's name. */
  readonly words: readonly string[];
  /** Files given with `--against`, absolute. */
  readonly against: readonly string[];
}

const usage = `Usage: npm run dossier -- <tool>

  check [dossier…] [--against FILE]   every problem and finding, with file and line
  schema                              write briefings/schema/*.json for editors

Dossiers are the folders below briefings/; all of them, unless some are named.
`;

const options = {
  against: { type: "string", multiple: true },
  folder: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsConfig["options"];

/** Runs one tool. Resolves to the exit code: 0 done, 1 something to mend, 2 not understood. */
export async function dossierCommand(argv: readonly string[], io: DossierIo): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    io.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const [tool, ...words] = parsed.positionals;
  if (parsed.values.help) {
    io.stdout.write(usage);
    return 0;
  }
  const root = io.root instanceof URL ? fileURLToPath(io.root) : io.root;
  const call: ToolCall = {
    io,
    briefings: resolve(root, parsed.values.folder ?? "briefings"),
    words,
    against: (parsed.values.against ?? []).map((file) => resolve(file)),
  };
  switch (tool) {
    case "check":
      return checkDossiers(call);
    case "schema":
      return writeSchemas(call);
    default:
      io.stderr.write(tool === undefined ? usage : `There is no tool "${tool}".\n\n${usage}`);
      return 2;
  }
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true });
}
