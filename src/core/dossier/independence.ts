/** How many independent voices carry a claim. */
import type { SourceRecord } from "./schema.ts";

/**
 * Sources that share a publisher or a `story` (wire copy) count once. Only accountable ones count,
 * that is reliability A to C.
 */
export function independentSources(
  citations: readonly { readonly source: string }[],
  sources: ReadonlyMap<string, SourceRecord>,
): number {
  const cited = citations
    .flatMap(({ source }) => sources.get(source) ?? [])
    .filter(({ reliability }) => "ABC".includes(reliability));
  const groups: Set<string>[] = [];
  for (const { publisher, story } of cited) {
    const marks = new Set([
      `publisher ${publisher}`,
      ...(story === undefined ? [] : [`story ${story}`]),
    ]);
    const touched = groups.filter((group) => !group.isDisjointFrom(marks));
    for (const group of touched) {
      for (const mark of group) marks.add(mark);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(marks);
  }
  return groups.length;
}
