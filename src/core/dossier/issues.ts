/** What the schema found, in words that say what is wrong and what to do. */
import { z } from "zod";
import { nearest } from "./distance.ts";
import type { Path } from "./yaml.ts";

export interface Fault {
  readonly path: Path;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** One fault per mistake: a union's faults are those of the branch that was meant. */
export function faultsOf(issues: readonly Issue[], schema: z.ZodType): readonly Fault[] {
  return issues.flatMap((issue) => faults(issue, [], schema));
}

function faults(issue: Issue, above: Path, schema: z.ZodType): readonly Fault[] {
  const path: Path = [...above, ...issue.path.map((step) => stepOf(step))];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: unknownKey(key, keysAt(schema, path)),
      }));
    case "invalid_union": {
      const branch = meant(issue.errors);
      if (branch) return branch.flatMap((inner) => faults(inner, path, schema));
      const values = issue.errors.flatMap((errors) =>
        errors.flatMap((inner) => (inner.code === "invalid_value" ? inner.values : [])),
      );
      const found = "note" in issue ? String(issue.note) : "";
      if (issue.input === undefined) return [{ path, message: missing(path) }];
      if (values.length > 0) return [{ path, message: oneOf(issue.input, values) }];
      return [{ path, message: found || `${shown(issue.input)} does not fit here` }];
    }
    case "invalid_type":
      if (issue.input === undefined) return [{ path, message: missing(path) }];
      return [{ path, message: wrongType(issue.expected, issue.input) }];
    case "invalid_value":
      if (issue.input === undefined) return [{ path, message: missing(path) }];
      return [{ path, message: oneOf(issue.input, issue.values) }];
    case "too_big":
      return [
        {
          path,
          message:
            issue.origin === "string"
              ? `longer than ${issue.maximum} characters; shorten it`
              : issue.message,
        },
      ];
    case "too_small":
      return [
        {
          path,
          message: issue.origin === "string" ? "empty; write it or delete the line" : issue.message,
        },
      ];
    case "invalid_format":
      return [
        {
          path,
          message:
            issue.format === "url"
              ? "no web address; write https://…"
              : `${shown(issue.input)}: ${issue.message}`,
        },
      ];
    default:
      return [{ path, message: issue.message }];
  }
}

/** The branch whose faults lie deepest is the one the writer had in mind; none when all fail at the top. */
function meant(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fits = branches.filter((issues) =>
    issues.every(
      (issue) => issue.path.length > 0 || !["invalid_type", "invalid_value"].includes(issue.code),
    ),
  );
  return fits.toSorted((a, b) => a.length - b.length)[0];
}

function missing(path: Path): string {
  return `"${String(path.at(-1))}" is missing; add it`;
}

function wrongType(expected: string, input: unknown): string {
  const hint =
    expected === "string" && ["number", "boolean"].includes(typeof input)
      ? "; put it in quotes"
      : expected === "array"
        ? "; write it as a list, each entry after a hyphen"
        : "";
  const names: Readonly<Record<string, string>> = {
    string: "text",
    array: "a list",
    object: "a record of keys and values",
    number: "a number",
    boolean: "true or false",
  };
  return `${shown(input)} stands where ${names[expected] ?? expected} is expected${hint}`;
}

function oneOf(input: unknown, values: readonly unknown[]): string {
  const near = nearest(String(input), values.map(String))[0];
  const offer = near === undefined ? "" : `; did you mean ${near}?`;
  return `${shown(input)} is not one of ${values.map(String).join(", ")}${offer}`;
}

function unknownKey(key: string, known: readonly string[]): string {
  // In `{ locator: page 2, line 4 }` the comma begins a new key.
  if (/\s/.test(key)) {
    return `"${key}" is read as a key of its own; put the text with the comma before it in quotes`;
  }
  const near = nearest(key, known)[0];
  return near === undefined
    ? `unknown key "${key}"; known here: ${known.join(", ")}`
    : `unknown key "${key}"; did you mean "${near}"?`;
}

function shown(input: unknown): string {
  if (input === null) return "nothing";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "a record";
  const words = String(input);
  return `"${words.length > 60 ? `${words.slice(0, 59)}…` : words}"`;
}

function stepOf(step: PropertyKey): string | number {
  return typeof step === "number" ? step : String(step);
}

interface JsonNode {
  readonly properties?: Readonly<Record<string, JsonNode>>;
  readonly items?: JsonNode;
  readonly anyOf?: readonly JsonNode[];
  readonly oneOf?: readonly JsonNode[];
}

/** Keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  let nodes: readonly JsonNode[] = [
    z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonNode,
  ];
  const open = (node: JsonNode): readonly JsonNode[] => [
    node,
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap(open),
  ];
  for (const step of path) {
    nodes = nodes
      .flatMap(open)
      .flatMap((node) => (typeof step === "number" ? node.items : node.properties?.[step]) ?? []);
  }
  return [...new Set(nodes.flatMap(open).flatMap((node) => Object.keys(node.properties ?? {})))];
}
