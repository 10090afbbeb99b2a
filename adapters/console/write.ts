import { once } from "node:events";
import type { Writable } from "node:stream";

/** Writes, and waits when the reader is slower than we are. */
export async function write(stream: Writable, content: string | Uint8Array): Promise<void> {
  if (!stream.write(content)) await once(stream, "drain");
}
