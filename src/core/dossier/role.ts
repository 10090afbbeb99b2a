/** Offices as people call them: the role apart from the organisation. */
import type { ActorRecord } from "./schema.ts";
import { normalise } from "./spelling.ts";

/** The title without the organisation: "director of the CIA" → "director". */
export function roleIn(title: string, organisation: readonly string[]): string {
  const bare = ` ${normalise(title.replace(/\(.*?\)/g, ""))} `;
  const without = organisation
    .toSorted((a, b) => b.length - a.length)
    .reduce(
      (rest, name) => rest.replace(new RegExp(` (?:of )?(?:the )?${escapeRegex(name)}s? `), " "),
      bare,
    );
  return without.trim();
}

/** All names of an actor, normalised, the main one first. */
export function spelledNames(actor: ActorRecord): readonly string[] {
  const names = [actor.name, ...(actor.adjective ? [actor.adjective] : []), ...actor.aliases];
  return [...new Set(names.map(normalise))].filter((name) => name !== "");
}

export function escapeRegex(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
