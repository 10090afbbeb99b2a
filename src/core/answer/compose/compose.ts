/** The shapes of an answer, by what was asked. */
import { claimSentence } from "../../document/sentence.ts";
import type { Block, Sentence } from "../../document/tree.ts";
import type { Claim } from "../../dossier/dossier.ts";
import type { Composed } from "../answerer.ts";
import type { Reading } from "../reading.ts";
import { lengths } from "../retrieve/weights.ts";
import { choose } from "./choose.ts";
import { leadSentence } from "./lead.ts";
import { standing } from "./standing.ts";

/** Undefined when nothing on record fits. */
export function composed(reading: Reading): Composed | undefined {
  return plain(reading);
}

function plain(reading: Reading): Composed | undefined {
  const { ranked, index, question, dossier } = reading;
  const chosen = choose(ranked, index, { words: lengths.answer, most: 4 });
  const [first, ...rest] = chosen;
  if (!first) return undefined;
  const top = standing(
    first.claim,
    leadSentence(first.claim, { ...question, intent: reading.follow.intent }, dossier),
    dossier,
  );
  const others = rest.map(({ claim }) => standing(claim, claimSentence([claim]), dossier));
  const [lead, ...more] = top.sentences;
  if (!lead) return undefined;
  return {
    lead,
    blocks: [...paragraph(more), ...bullets(others.map(({ sentences }) => sentences))],
    claims: unique([...top.claims, ...others.flatMap(({ claims }) => claims)]),
  };
}

function paragraph(sentences: readonly Sentence[]): readonly Block[] {
  return sentences.length === 0 ? [] : [{ type: "paragraph", sentences }];
}

function bullets(items: readonly (readonly Sentence[])[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    {
      type: "list",
      ordered: false,
      items: items.map((sentences) => ({ type: "listItem", sentences, details: [] })),
    },
  ];
}

function unique(claims: readonly Claim[]): readonly Claim[] {
  return [...new Set(claims)];
}
