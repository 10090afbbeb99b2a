import type { Look, Picture } from "#core";

/** What the drawing thread is asked. */
export interface Job {
  readonly id: number;
  readonly picture: Picture;
  readonly look: Look;
  readonly format: "svg" | "png";
}

/** What it answers. */
export type Drawn =
  | { readonly id: number; readonly content: string | Uint8Array }
  | { readonly id: number; readonly error: string };
