/** JSON Schema of each kind of file, for editors. */
import { z } from "zod";
import { type Kind, kindOfPattern, patterns } from "./files.ts";
import { fileSchemas } from "./schema.ts";

export function editorSchemas(): ReadonlyMap<Kind, object> {
  return new Map(
    patterns.map((pattern) => [
      kindOfPattern(pattern),
      z.toJSONSchema(fileSchemas[pattern], { io: "input", unrepresentable: "any" }),
    ]),
  );
}
