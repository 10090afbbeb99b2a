/** YAML text → plain values, with the line of every path. Trusts nothing. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { Problem } from "./dossier.ts";

export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly value: unknown;
  /** 1-based line of the path, or of the nearest thing above it that exists. */
  line(path: Path): number;
}

/** Larger files are refused before they are read: a record this long is no longer curated by hand. */
const longestFile = 2_000_000;
// Faults after the first few of a broken file mostly follow from them.
const mostSyntaxErrors = 3;

export function readYaml(file: string, text: string): YamlFile | { problems: readonly Problem[] } {
  const whole = (message: string) => ({ problems: [{ file, line: 0, path: "", message }] });
  if (text.length > longestFile) {
    return whole(
      `the file has ${text.length} characters, more than ${longestFile}; split it into several`,
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => lines.linePos(offset).line;
  const faults = new Map(
    [...document.errors, ...document.warnings]
      .toReversed()
      .map((fault) => [at(fault.pos[0]), `this is not valid YAML: ${lowerFirst(fault.message)}`]),
  );
  if (faults.size > 0) {
    return {
      problems: [...faults]
        .toSorted(([a], [b]) => a - b)
        .slice(0, mostSyntaxErrors)
        .map(([line, message]) => ({ file, line, path: "", message })),
    };
  }
  // Aliases repeat a value by reference; nested, a few lines unfold into gigabytes.
  const aliases = aliasesIn(document).map((node) => ({
    file,
    line: at(node.range?.[0] ?? 0),
    path: "",
    message: "references (&name, *name) are not used in a dossier; write the value out",
  }));
  if (aliases.length > 0) return { problems: aliases.slice(0, mostSyntaxErrors) };
  if (document.contents === null || isEmptyScalar(document.contents)) {
    return whole("the file is empty; write its records or delete it");
  }
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    line: (path) => at(offsetOf(document.contents, path)),
  };
}

function aliasesIn(document: Document.Parsed): readonly Node[] {
  const found: Node[] = [];
  visit(document, {
    Alias(_, node) {
      if (isAlias(node)) found.push(node);
    },
  });
  return found;
}

function isEmptyScalar(node: Node): boolean {
  return isScalar(node) && node.value === null;
}

function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
