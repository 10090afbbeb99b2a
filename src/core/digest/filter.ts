/** What a digest is about. */
import type { Filter } from "./subscription.ts";

/** Something of the record with topics, and perhaps actors. */
interface Filed {
  readonly topics: readonly string[];
  readonly actors?: readonly (string | { readonly id: string })[];
}

/** True when it belongs into the digest: one of the topics or actors, and not chiefly of an unwanted topic. */
export function matches({ topics, actors, less = [] }: Filter, filed: Filed): boolean {
  const [chief] = filed.topics;
  if (chief !== undefined && less.includes(chief)) return false;
  if (topics.length + actors.length === 0) return true;
  return (
    filed.topics.some((topic) => topics.includes(topic)) ||
    (filed.actors ?? []).some((actor) =>
      actors.includes(typeof actor === "string" ? actor : actor.id),
    )
  );
}

/** One text for equal filters, whatever the order of their names. */
export function filterKey({ topics, actors, less = [] }: Filter): string {
  return [topics, actors, less].map((ids) => ids.toSorted().join(",")).join("|");
}
