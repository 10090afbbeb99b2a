/** All files of a dossier → records that fit their schema, each knowing its lines, and all faults. */
import { z } from "zod";
import type { Problem } from "./dossier.ts";
import {
  type Kind,
  kindOfPattern,
  patternOf,
  patterns,
  type RecordOf,
  requiredPatterns,
} from "./files.ts";
import { faultsOf } from "./issues.ts";
import { fileSchemas } from "./schema.ts";
import { type Path, readYaml, type YamlFile } from "./yaml.ts";

/** One record and where it stands. */
export interface Entry<K extends Kind = Kind> {
  readonly kind: K;
  readonly file: string;
  /** Path of the record in its file. */
  readonly base: Path;
  readonly record: RecordOf<K>;
  /** A fault at a path below the record. */
  problem(path: Path, message: string): Problem;
}

export type Entries = { readonly [K in Kind]: readonly Entry<K>[] };

export interface Records {
  readonly entries: Entries;
  /** Ids of records that do not fit their schema: known, so that links to them are no second fault. */
  readonly broken: Readonly<Record<Kind, ReadonlySet<string>>>;
  /** Kinds with a file that is missing or could not be read: what its records are called is not known. */
  readonly unread: ReadonlySet<Kind>;
  readonly problems: readonly Problem[];
}

// More files or characters are no curated record, and would hold up the start.
const mostFiles = 500;
const mostCharacters = 40_000_000;

export function readRecords(files: ReadonlyMap<string, string>): Records {
  const entries = Object.fromEntries(
    patterns.map((pattern) => [kindOfPattern(pattern), []]),
  ) as unknown as { [K in Kind]: Entry<K>[] };
  const broken = Object.fromEntries(
    patterns.map((pattern) => [kindOfPattern(pattern), new Set<string>()]),
  ) as Record<Kind, Set<string>>;
  const missing = missingPatterns(files);
  const unread = new Set(missing.map(kindOfPattern));
  const excess = tooMuch(files);
  if (excess.length > 0) return { entries, broken, unread, problems: excess };
  const problems: Problem[] = missing.map(missingFile);

  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const pattern = patternOf(file);
    if (pattern === undefined) {
      if (/\.ya?ml$/.test(file)) problems.push(strayFile(file));
      continue;
    }
    const yaml = readYaml(file, text);
    if ("problems" in yaml) {
      problems.push(...yaml.problems);
      unread.add(kindOfPattern(pattern));
      continue;
    }
    const schema = fileSchemas[pattern];
    if (!(schema instanceof z.ZodArray)) {
      problems.push(...take(kindOfPattern(pattern), file, yaml, [], yaml.value, schema));
    } else if (Array.isArray(yaml.value)) {
      for (const [at, value] of (yaml.value as readonly unknown[]).entries()) {
        problems.push(
          ...take(kindOfPattern(pattern), file, yaml, [at], value, schema.element as z.ZodType),
        );
      }
    } else {
      problems.push({
        file,
        line: yaml.line([]),
        path: "",
        message: "the file holds no list; write each record after a hyphen",
      });
      unread.add(kindOfPattern(pattern));
    }
  }
  return { entries, broken, unread, problems };

  function take(
    kind: Kind,
    file: string,
    yaml: YamlFile,
    base: Path,
    value: unknown,
    schema: z.ZodType,
  ): readonly Problem[] {
    const problem = (path: Path, message: string): Problem => ({
      file,
      line: yaml.line([...base, ...path]),
      path: pathWords([...base, ...path]),
      message,
    });
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) {
      const list = entries[kind] as Entry[];
      list.push({ kind, file, base, record: result.data as RecordOf<Kind>, problem });
      return [];
    }
    const id = (value as { readonly id?: unknown } | null)?.id;
    if (typeof id === "string") broken[kind].add(id);
    return faultsOf(result.error.issues, schema).map((fault) => problem(fault.path, fault.message));
  }
}

/** As in `[3].citations[0].source`. */
function pathWords(path: Path): string {
  return path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join("");
}

function tooMuch(files: ReadonlyMap<string, string>): readonly Problem[] {
  const whole = (message: string) => [{ file: "", line: 0, path: "", message }];
  if (files.size > mostFiles) {
    return whole(
      `the folder holds ${files.size} files, more than ${mostFiles}; is it the right one?`,
    );
  }
  const characters = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  return characters > mostCharacters
    ? whole(`the files hold ${characters} characters, more than ${mostCharacters} in all`)
    : [];
}

function missingPatterns(files: ReadonlyMap<string, string>): typeof requiredPatterns {
  const present = new Set([...files.keys()].map(patternOf));
  return requiredPatterns.filter((pattern) => !present.has(pattern));
}

function missingFile(pattern: (typeof requiredPatterns)[number]): Problem {
  return {
    file: pattern,
    line: 0,
    path: "",
    message: pattern.includes("*")
      ? "there is no such file; a dossier needs at least one"
      : "the file is missing; a dossier needs it",
  };
}

function strayFile(file: string): Problem {
  return {
    file,
    line: 0,
    path: "",
    message: `no kind of record is kept here; the files are ${patterns.join(", ")}`,
  };
}
