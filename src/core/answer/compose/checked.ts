/** The answer to "is it true": the verdict in a word only where it is sure, always with the evidence. */
import { plainText } from "../../document/plain-text.ts";
import { claimSentence, say } from "../../document/sentence.ts";
import type { Sentence } from "../../document/tree.ts";
import type { Claim } from "../../dossier/dossier.ts";
import type { Composed } from "../answerer.ts";
import type { Reading } from "../reading.ts";
import { lengths, openShare } from "../retrieve/weights.ts";
import { mayAssent, mayDissent } from "./assent.ts";
import { bullets, paragraph, unique } from "./blocks.ts";
import { choose } from "./choose.ts";
import { judgeLast } from "./last-said.ts";
import { count, lengthOf } from "./measure.ts";
import { otherSideOf } from "./other-side.ts";
import { standing } from "./standing.ts";
import { type Judgement, judge } from "./verdict.ts";

export function checked(reading: Reading): Composed | undefined {
  const judgement = judgeLast(reading) ?? judge(reading);
  const [first, ...rest] = judgement.claims;
  if (!first) return undefined;
  const { dossier } = reading;
  const word = wordOf(judgement, reading);
  const own: Sentence =
    word === undefined
      ? claimSentence([first])
      : claimSentence(
          [first],
          { type: "strong", children: [{ type: "text", value: word }] },
          " ",
          first.text,
        );
  const cautions = new Set<string>();
  const top = standing(first, own, dossier, cautions);
  const told = new Set(top.said);
  const further = choose(reading.ranked, reading.index, {
    words: lengths.answer,
    most: 4,
    share: openShare,
  }).map(({ claim }) => claim);
  const more: Claim[] = [];
  let words = top.sentences.reduce((sum, sentence) => sum + count(plainText(sentence)), 0);
  // A verdict of "disputed" has both sides already.
  const opposed = judgement.type === "disputed" ? undefined : otherSideOf(first, reading);
  const next = opposed ? [opposed.claim, ...rest] : rest;
  for (const claim of unique([...next, ...further])) {
    const length = lengthOf(claim);
    if (told.has(claim) || more.length >= 3 || words + length > lengths.answer) continue;
    more.push(claim);
    words += length;
  }
  const [lead, ...others] = top.sentences;
  if (!lead) return undefined;
  return {
    lead,
    blocks: [
      ...paragraph([...others, ...(judgement.type === "disputed" ? [say("answer.disputed")] : [])]),
      ...bullets(
        more.map((claim) => standing(claim, claimSentence([claim]), dossier, cautions).sentences),
      ),
    ],
    claims: unique([...top.claims, ...more]),
  };
}

/** "Yes." and "No." only with the claim behind them; nothing where the record does not settle it. */
function wordOf({ type, claims }: Judgement, reading: Reading): string | undefined {
  const { question, follow, terms } = reading;
  const [first] = claims as readonly [Claim, ...Claim[]];
  const either =
    /\bor\b/.test(question.plain) && !/\btrue or false\b|\bor not\b/.test(question.plain);
  const weak =
    question.content.length > 0 &&
    follow.type !== "fresh" &&
    terms.filter(({ carried, unknown }) => !carried && !unknown).length < 3;
  if (either || weak) return undefined;
  switch (type) {
    case "supported":
      return question.negated || !mayAssent(first, reading) ? undefined : "Yes.";
    case "contradicted":
      return first.status === "rejected"
        ? "No, the record rejects that."
        : question.negated || !mayDissent(reading)
          ? undefined
          : "No.";
    case "overtaken":
      return "No longer.";
    case "disputed":
      return "That is disputed.";
    case "open":
    case "not-covered":
      return undefined;
    default:
      throw new RangeError(`unknown judgement ${String(type satisfies never)}`);
  }
}
