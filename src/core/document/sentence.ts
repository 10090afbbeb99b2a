/**
 * The only makers of sentences. A claim sentence takes claims of a dossier; a service sentence
 * takes a key of the catalogue.
 */
import type { Claim } from "../dossier/dossier.ts";
import { type ServiceText, type SlotsOf, texts } from "../texts/index.ts";
import { boundSentence } from "./bounds.ts";
import type {
  Asked,
  ClaimSentence,
  Derived,
  Inline,
  RecordKind,
  RecordName,
  ServiceSentence,
} from "./tree.ts";

/** What a sentence is made of: plain words or an inline. */
export type Part = string | Inline;

/**
 * A sentence about the world on the claims that carry it. Without parts it is the claim's own text.
 * @throws RangeError when there is no claim: such a sentence must not exist; and when it is longer or
 * cites more than `bounds.ts` allows.
 */
export function claimSentence(claims: readonly Claim[], ...parts: readonly Part[]): ClaimSentence {
  const [first, ...rest] = [...new Set(claims.map((claim) => claim.id))];
  if (first === undefined) throw new RangeError("a sentence about the world needs a claim");
  const children =
    parts.length > 0 ? inlines(parts) : inlines([claims.map((claim) => claim.text).join(" ")]);
  return boundSentence({
    type: "claim",
    claims: [first, ...rest],
    children,
  } as unknown as ClaimSentence);
}

/**
 * A sentence of the catalogue. Slots of the text are filled with inlines that say where they come
 * from, so that nothing about the subject slips in as plain words.
 */
export function say<Key extends ServiceText>(
  key: Key,
  ...slots: SlotsOf<Key> extends never ? [] : [Readonly<Record<SlotsOf<Key>, Slot>>]
): ServiceSentence {
  const filled: Readonly<Record<string, Slot>> = slots[0] ?? {};
  const children = texts[key]
    .split(/(\{[a-z]+\})/)
    .filter((piece) => piece !== "")
    .map((piece): Inline => {
      const slot = /^\{([a-z]+)\}$/.exec(piece)?.[1];
      return slot === undefined ? { type: "text", value: piece } : (filled[slot] as Slot);
    });
  return boundSentence({ type: "service", text: key, children } as unknown as ServiceSentence);
}

/** What may fill a slot of a service text: never plain words. */
export type Slot = Exclude<Inline, { type: "text" }>;

/** A value worked out from claims, the record, the clock or the layout. */
export function derived(value: string | number, from: Derived["from"]): Derived {
  return { type: "derived", value: String(value), from };
}

/** The name of a record of the dossier. */
export function named(of: RecordKind, id: string, value: string): RecordName {
  return { type: "record", of, id, value };
}

/** Longest echo of a person's words, in characters. */
const longestEcho = 120;

// Control, format (bidi, zero-width) and private-use characters, and lone surrogates: they hide or
// reorder what follows. Joiners that Persian and emoji need are kept.
const unsafe = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** Text without characters that hide or reorder what follows; each becomes a space. */
export function visible(words: string): string {
  return words.replace(unsafe, " ");
}

/** The person's own words, cleaned and cut to {@link longestEcho} at a character, with an ellipsis. */
export function asked(words: string): Asked {
  const clean = visible(words).replace(/\s+/g, " ").trim();
  const characters = [...clean];
  const value =
    characters.length > longestEcho ? `${characters.slice(0, longestEcho - 1).join("")}…` : clean;
  return { type: "asked", value };
}

function inlines(parts: readonly Part[]): readonly Inline[] {
  return parts.map((part) => (typeof part === "string" ? { type: "text", value: part } : part));
}
