/** A message as other platforms would show it, as a phone would, and in plain text. */
import { bodyText, type Drawing, notification, type Previewed, type Previewer } from "#core";
import type { WirePreview } from "./wire.ts";

export interface Previews {
  of(previewed: Previewed): Promise<WirePreview>;
}

export function createPreviews(
  load: () => Promise<readonly Previewer[]>,
  drawing: Drawing | undefined,
): Previews {
  let loading: ReturnType<typeof load> | undefined;
  return {
    async of(previewed) {
      loading ??= load();
      const previewers = await loading;
      const document = previewed.type === "reply" ? previewed.reply.document : previewed.document;
      return {
        notification: notification(document),
        text: bodyText(document),
        platforms: await Promise.all(
          previewers.map(async (previewer) => ({
            platform: previewer.platform,
            ...(previewer.builder !== undefined && { builder: previewer.builder }),
            pages: await previewer.preview(previewed, drawing),
          })),
        ),
      };
    },
  };
}
