/** Dossiers of any size, made from the real one by putting its claims together anew. */
import type { Claim, Dossier } from "#core";
import { linksOf } from "../../src/core/dossier/links.ts";

/** A small generator of numbers that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function dossierOf(size: number, real: Dossier): Dossier {
  const from = [...real.claims.values()];
  const random = seeded(11);
  const pick = (): Claim => from[Math.floor(random() * from.length)] as Claim;
  const claims = new Map(from.slice(0, size).map((claim) => [claim.id, claim]));
  for (let number = 0; claims.size < size; number++) {
    const [a, b] = [pick(), pick()];
    const [head = ""] = a.text.split(/[,;:] /);
    const rest = b.text
      .split(/[,;:] /)
      .slice(1)
      .join(", ");
    const made = {
      ...a,
      id: `made-${number}`,
      text: rest === "" ? `${head} ${b.headline}.` : `${head}, ${rest}`,
      actors: [...a.actors, ...b.actors.slice(0, 1)],
      topics: [...new Set([...a.topics, ...b.topics])],
      order: claims.size,
    };
    claims.set(made.id, made);
  }
  return { ...real, claims, links: linksOf(claims) };
}
