/** The core's one door, imported elsewhere as "#core". */
export type * from "./bot.ts";
export type * from "./command/command.ts";
export type * from "./delivery/delivery.ts";
export { destinationKey } from "./delivery/destination.ts";
export type * from "./digest/edition.ts";
export type * from "./digest/schedule.ts";
export type * from "./digest/subscription.ts";
export type * from "./document/tree.ts";
export type * from "./dossier/dossier.ts";
export { editorSchemas } from "./dossier/editor-schema.ts";
export { pickDossier } from "./dossier/library.ts";
export { parseDossier } from "./dossier/parse.ts";
export * from "./errors.ts";
export type * from "./ports.ts";
export { sameQuestion } from "./store/question.ts";
