/** Whether every passage of a source that was taken apart beforehand is carried by a claim. */
import { z } from "zod";
import type { Claim, Dossier } from "./dossier.ts";
import { normalise } from "./spelling.ts";

/** A list of statements found in numbered articles, as curators draw it up before they write. */
export const passagesSchema = z.array(
  z.object({
    id: z.string(),
    article: z.int(),
    section: z.string(),
    paragraph: z.int(),
    /** What a first check made of it; `contradicted` asks for a rejected or superseded record. */
    check: z.string().optional(),
  }),
);
export type Passage = z.infer<typeof passagesSchema>[number];

export interface CoveredParagraph {
  readonly source: string;
  readonly section: string;
  readonly paragraph: number;
  /** Statements found there. */
  readonly passages: readonly Passage[];
  /** Claims that cite it. */
  readonly claims: readonly Claim[];
  /** Those of them that say that the source was wrong or has been overtaken. */
  readonly corrected: readonly Claim[];
}

/**
 * One row for each paragraph, in order of the list. `sources`: id of the source of article 1, 2 …
 * A locator counts when it reads `<section>, paragraph <number>`, or `paragraphs 1-3`, `1 and 2`.
 */
export function coverageOf(
  dossier: Dossier,
  passages: readonly Passage[],
  sources: readonly string[],
): readonly CoveredParagraph[] {
  const rows = new Map<string, Passage[]>();
  for (const passage of passages) {
    const key = JSON.stringify([passage.article, passage.section, passage.paragraph]);
    rows.set(key, [...(rows.get(key) ?? []), passage]);
  }
  return [...rows.values()].flatMap((found) => {
    const [first] = found;
    if (!first) return [];
    const source = sources[first.article - 1] ?? "";
    const claims = [...dossier.claims.values()].filter(({ citations }) =>
      citations.some(
        (citation) =>
          citation.source === source && names(citation.locator, first.section, first.paragraph),
      ),
    );
    return [
      {
        source,
        section: first.section,
        paragraph: first.paragraph,
        passages: found,
        claims,
        corrected: claims.filter(({ status }) => status === "rejected" || status === "superseded"),
      },
    ];
  });
}

function names(locator: string, section: string, paragraph: number): boolean {
  const match = /^(.*), paragraphs? ([\d\s,–-]+(?:and \d+)?)$/.exec(locator.trim());
  if (!match?.[1] || !match[2]) return false;
  return normalise(match[1]) === normalise(section) && numbersIn(match[2]).includes(paragraph);
}

/** "1-3" → 1, 2, 3; "1, 4 and 5" → 1, 4, 5. */
function numbersIn(words: string): readonly number[] {
  return words.split(/,|and/).flatMap((part) => {
    const [from = Number.NaN, to = from] = part.split(/[-–]/).map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  });
}
