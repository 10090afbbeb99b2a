/** Who sees a reply: the one table for it. */
import type { Origin, Reply } from "./bot.ts";
import type { CommandSpec, OptionValues } from "./command/command.ts";

/** How the person spoke: a slash command or button, or a message. */
export type Way = "call" | "message";

/**
 * | asked by          | briefings, answers       | check, define, sources, why | help, errors, own settings |
 * | ----------------- | ------------------------ | --------------------------- | -------------------------- |
 * | direct message    | in place                 | in place                    | in place                   |
 * | mention, thread   | in place                 | in place                    | to the person              |
 * | slash, button     | in the channel, or to    | to the person, or in the    | to the person              |
 * |                   | the person: `privately`  | channel: `publicly`         |                            |
 * | where it cannot   | to the person            | to the person               | to the person              |
 * | post              |                          |                             |                            |
 */
export function visibilityOf(
  { visibility, options }: Pick<CommandSpec, "visibility" | "options">,
  values: OptionValues,
  way: Way,
  { direct, canPost }: Pick<Origin, "direct" | "canPost">,
): Reply["visibility"] {
  if (direct) return "public";
  if (!isShareable({ options })) return visibility;
  if (way === "message") return "public";
  if (!canPost || values["privately"] === true) return "private";
  return values["publicly"] === true ? "public" : visibility;
}

/** An answer, which one person or everybody may read; help and settings are neither's choice. */
export function isShareable({ options }: Pick<CommandSpec, "options">): boolean {
  return "privately" in options || "publicly" in options;
}

/** Errors: to the person, in a direct message in place. */
export function visibilityOfError({ direct }: Pick<Origin, "direct">): Reply["visibility"] {
  return direct ? "public" : "private";
}
