/** `schema`: JSON Schemas for editors, from the format itself. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { editorSchemas } from "#core";
import type { ToolCall } from "./dossier.ts";

export async function writeSchemas({ io, briefings }: ToolCall): Promise<number> {
  const folder = join(briefings, "schema");
  await mkdir(folder, { recursive: true });
  const schemas = editorSchemas();
  for (const [kind, schema] of schemas) {
    await writeFile(join(folder, `${kind}.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
  io.stdout.write(`Wrote ${schemas.size} schemas to ${folder}.\n`);
  return 0;
}
