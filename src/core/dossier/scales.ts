/**
 * The published scales that the dossier rates and labels with.
 * Each table is data with its source; nothing else in the product restates them.
 */

/**
 * Source reliability, NATO "Admiralty" code (AJP-2.1, annex on evaluation of sources).
 * Rated independently of {@link credibilityScale}; written together as "B2".
 */
export const reliabilityScale = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
} as const;
export type Reliability = keyof typeof reliabilityScale;

/** Information credibility, NATO "Admiralty" code (AJP-2.1). */
export const credibilityScale = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "truth cannot be judged",
} as const;

/**
 * Likelihood terms of Intelligence Community Directive 203 (2 January 2015, section D.6.e.2.a,
 * first row of terms), with their bands in percent.
 */
export const likelihoodScale = {
  "almost no chance": [1, 5],
  "very unlikely": [5, 20],
  unlikely: [20, 45],
  "roughly even chance": [45, 55],
  likely: [55, 80],
  "very likely": [80, 95],
  "almost certain": [95, 99],
} as const satisfies Record<string, readonly [number, number]>;

/**
 * PLOVER event types (codebook of 2021). `stance` is the half of the scale that the codebook puts
 * the type in: cooperation or conflict.
 */
export const ploverScale = {
  AGREE: "cooperation",
  CONSULT: "cooperation",
  SUPPORT: "cooperation",
  COOPERATE: "cooperation",
  AID: "cooperation",
  CONCEDE: "cooperation",
  RETREAT: "cooperation",
  DEMAND: "conflict",
  ACCUSE: "conflict",
  REJECT: "conflict",
  THREATEN: "conflict",
  PROTEST: "conflict",
  MOBILIZE: "conflict",
  SANCTION: "conflict",
  COERCE: "conflict",
  ASSAULT: "conflict",
} as const;
export type Plover = keyof typeof ploverScale;

/** Keys of a scale as the non-empty tuple that `z.enum` takes. */
export function termsOf<Scale extends object>(
  scale: Scale,
): [keyof Scale & string, ...(keyof Scale & string)[]] {
  return Object.keys(scale) as [keyof Scale & string, ...(keyof Scale & string)[]];
}

/** What a letter or number of the Admiralty code means. Undefined for anything else. */
export function ratingWords(mark: string): string | undefined {
  const scale: Readonly<Record<string, string>> = { ...reliabilityScale, ...credibilityScale };
  return scale[mark];
}
