import {
  type APIComponentInContainer,
  type APIMediaGalleryComponent,
  ComponentType,
  type RawFile,
} from "discord.js";
import type { ReplyFile } from "#core";
import { discordNumbers } from "./limits.ts";

/** Pictures in order: one for each chart, what is left over at the end. */
export function pictures(files: readonly ReplyFile[]) {
  const waiting = files.filter(isPicture);
  return {
    next(): APIMediaGalleryComponent | undefined {
      const file = waiting.shift();
      return file && gallery(file);
    },
    rest: () => waiting.splice(0).map(gallery),
  };
}

/** Files that are no pictures. A message of components shows only what a component names. */
export function fileComponents(files: readonly ReplyFile[]): APIComponentInContainer[] {
  return files
    .filter((file) => !isPicture(file))
    .map((file) => ({ type: ComponentType.File, file: { url: `attachment://${file.name}` } }));
}

/** https://docs.discord.com/developers/reference#uploading-files */
export function uploads(files: readonly ReplyFile[]): {
  readonly files: RawFile[];
  readonly attachments: { id: string; filename: string; description: string }[];
} {
  const taken = files.slice(0, discordNumbers.files.most);
  return {
    files: taken.map((file) => ({
      name: file.name,
      data: typeof file.content === "string" ? file.content : Buffer.from(file.content),
      contentType: file.type,
    })),
    attachments: taken.map((file, index) => ({
      id: String(index),
      filename: file.name,
      description: description(file),
    })),
  };
}

function isPicture(file: ReplyFile): boolean {
  return file.type.startsWith("image/");
}

function gallery(file: ReplyFile): APIMediaGalleryComponent {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${file.name}` }, description: description(file) }],
  };
}

/** For people who do not see it, to the last whole sentence that fits. */
function description(file: ReplyFile): string {
  const { most } = discordNumbers.alt;
  if (file.alt.length <= most) return file.alt;
  const cut = file.alt.slice(0, most);
  const end = cut.lastIndexOf(". ");
  return end > 0 ? cut.slice(0, end + 1) : cut;
}
