/** Which file of `briefings/<id>/` holds which kind of record. */
import type { z } from "zod";
import { fileSchemas } from "./schema.ts";

type FilePattern = keyof typeof fileSchemas;
type KindOf<Pattern> = Pattern extends `${infer Kind}/*.yaml`
  ? Kind
  : Pattern extends `${infer Kind}.yaml`
    ? Kind
    : never;

/** dossier, sources, actors, topics, glossary, disputes, series, agenda, trend, claims. */
export type Kind = KindOf<FilePattern>;
export type ListKind = Exclude<Kind, "dossier">;
/** What one record of a kind holds. */
export type RecordOf<K extends Kind> = {
  [Pattern in FilePattern as KindOf<Pattern>]: z.infer<
    (typeof fileSchemas)[Pattern]
  > extends readonly (infer Element)[]
    ? Element
    : z.infer<(typeof fileSchemas)[Pattern]>;
}[K];

export const patterns = Object.keys(fileSchemas) as readonly FilePattern[];
/** Without these there is nothing to say. */
export const requiredPatterns: readonly FilePattern[] = [
  "dossier.yaml",
  "sources/*.yaml",
  "actors.yaml",
  "topics.yaml",
  "claims/*.yaml",
];

export function kindOfPattern(pattern: FilePattern): Kind {
  return pattern.replace(/(?:\/\*)?\.yaml$/, "") as Kind;
}

/** The pattern a path below the dossier's folder follows, or undefined. */
export function patternOf(path: string): FilePattern | undefined {
  return patterns.find((pattern) =>
    pattern.includes("*")
      ? path.startsWith(pattern.slice(0, pattern.indexOf("*"))) &&
        /^[^/]+\.yaml$/.test(path.slice(pattern.indexOf("*")))
      : path === pattern,
  );
}
