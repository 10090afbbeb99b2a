/** How a platform would show something, before anybody posts it. */
import type { Reply } from "./bot.ts";
import type { Document } from "./document/tree.ts";
import type { Drawing } from "./figure/chart-files.ts";

/** An answer, or a page of a digest as a delivery with this key would carry it. */
export type Previewed =
  | { readonly type: "reply"; readonly reply: Reply }
  | { readonly type: "digest"; readonly document: Document; readonly key: string };

export interface Previewer {
  readonly platform: string;
  /** The platform's own page to try payloads in. */
  readonly builder?: string;
  /** The messages in the order of posting, made by what makes the real ones. */
  preview(previewed: Previewed, drawing?: Drawing): Promise<readonly PreviewPage[]>;
}

export interface PreviewPage {
  /** What goes to the platform, as JSON. */
  readonly payload: object;
  readonly used: readonly Usage[];
  /** In words. */
  readonly warnings: readonly string[];
}

/** How much of a limit a message takes. */
export interface Usage {
  readonly what: string;
  readonly used: number;
  readonly most: number;
}
