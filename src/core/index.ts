/** The core's one door, imported elsewhere as "#core". */
export type * from "./bot.ts";
export type * from "./command/command.ts";
export type * from "./document/tree.ts";
export type * from "./dossier/dossier.ts";
export * from "./errors.ts";
export type * from "./ports.ts";
