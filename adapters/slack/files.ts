/** Charts and exports that an answer takes along. */
import type { ReplyFile } from "#core";
import type { Context } from "./context.ts";
import { codeOf } from "./failures.ts";

/** Puts files into a thread. An answer stands without them, so that a refusal is only logged. */
export async function shareFiles(
  { clients, log }: Context,
  files: readonly ReplyFile[],
  { channel, thread }: { readonly channel: string; readonly thread?: string | undefined },
): Promise<void> {
  if (files.length === 0) return;
  const file_uploads = files.map(({ name, content, alt }) => ({
    file: Buffer.from(content),
    filename: name,
    title: name,
    alt_text: alt.slice(0, 1_000),
  }));
  try {
    await (thread === undefined
      ? clients.post.filesUploadV2({ channel_id: channel, file_uploads })
      : clients.post.filesUploadV2({ channel_id: channel, thread_ts: thread, file_uploads }));
  } catch (error) {
    log.warn("slack-files-refused", { code: codeOf(error) });
  }
}
