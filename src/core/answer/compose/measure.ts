/** Lengths as people count them. */
import type { Claim } from "../../dossier/dossier.ts";

/** Words as people count them. */
export function count(text: string): number {
  const trimmed = text.trim();
  return trimmed === "" ? 0 : trimmed.split(/\s+/).length;
}

/** Words of a claim with what is said beside it: its caution, and why it no longer stands. */
export function lengthOf({ text, caution = "", reason = "" }: Claim): number {
  return count(text) + count(caution) + count(reason);
}
