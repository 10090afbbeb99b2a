/** `npm run dossier -- …`: the tools of those who keep a dossier. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { DossierError } from "../dossier-error.ts";
import { checkDossiers } from "./dossier-check.ts";
import { showCoverage } from "./dossier-coverage.ts";
import { showDiff } from "./dossier-diff.ts";
import { showFeedback } from "./dossier-feedback.ts";
import { newClaim } from "./dossier-new.ts";
import { writeSchemas } from "./dossier-schema.ts";
import { showStats } from "./dossier-stats.ts";
import { showUnanswered } from "./dossier-unanswered.ts";

export interface DossierIo {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** The repository's root, which holds `briefings/`. */
  readonly root: URL | string;
  /** The day of the call; the machine's own unless a test says otherwise. */
  readonly today?: Temporal.PlainDate;
}

/** What every tool is given. */
export interface ToolCall {
  readonly io: DossierIo;
  /** Folder of the dossiers. */
  readonly briefings: string;
  /** Words after the tool's name. */
  readonly words: readonly string[];
  readonly today: Temporal.PlainDate;
  /** Files given with `--against`, absolute. */
  readonly against: readonly string[];
  /** Ids given with `--source`, in order. */
  readonly sources: readonly string[];
}

const usage = `Usage: npm run dossier -- <tool>

  check [dossier…] [--against FILE]   every problem and finding, with file and line; with a source's
                                      text also runs of eight words taken from it
  stats [dossier…]                    what it holds: by topic, credibility, status, age, sources
  new claim [dossier]                 asks for a claim and writes it
  diff REVISION [dossier…]            what changed since a revision of git, in words
  coverage LIST --source ID…          which passages of a list are cited, article by article
  feedback [dossier…]                 what readers thought of answers, what is wrong first
  unanswered [dossier…]               what people asked and the record could not answer, most asked first
  schema                              writes briefings/schema/*.json for editors

Dossiers are the folders below briefings/ (--folder names another place); all, unless some are named.
`;

const tools: Readonly<Record<string, (call: ToolCall) => Promise<number>>> = {
  check: checkDossiers,
  stats: showStats,
  new: newClaim,
  diff: showDiff,
  coverage: showCoverage,
  feedback: showFeedback,
  unanswered: showUnanswered,
  schema: writeSchemas,
};

const options = {
  against: { type: "string", multiple: true },
  source: { type: "string", multiple: true },
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
    sources: parsed.values.source ?? [],
    today: io.today ?? Temporal.Now.plainDateISO(),
    against: (parsed.values.against ?? []).map((file) => resolve(file)),
  };
  const run = tool === undefined ? undefined : tools[tool];
  if (!run) {
    io.stderr.write(tool === undefined ? usage : `There is no tool "${tool}".\n\n${usage}`);
    return 2;
  }
  try {
    return await run(call);
  } catch (error) {
    if (!isMistake(error)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** A path or revision that is not there is the caller's to mend; anything else is a defect. */
function isMistake(error: unknown): error is Error {
  return error instanceof DossierError || (error instanceof Error && "code" in error);
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true });
}
