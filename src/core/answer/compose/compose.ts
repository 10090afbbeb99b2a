/** The shapes of an answer, by what was asked. */

import { besideInSource } from "../../conversation/sequence.ts";
import { claimSentence, derived, say } from "../../document/sentence.ts";
import type { Sentence } from "../../document/tree.ts";
import { edtfWords } from "../../dossier/dates.ts";
import type { Claim } from "../../dossier/dossier.ts";
import type { Composed } from "../answerer.ts";
import type { Reading } from "../reading.ts";
import { isView, type Ranked } from "../retrieve/rank.ts";
import { features, lengths, listShare, openShare, supportShare } from "../retrieve/weights.ts";
import type { Intent } from "../understand/intent.ts";
import { disputeOf } from "./assent.ts";
import { bullets, paragraph, unique } from "./blocks.ts";
import { checked } from "./checked.ts";
import { choose, weigh } from "./choose.ts";
import { compared } from "./compared.ts";
import { leadSentence } from "./lead.ts";
import { count, lengthOf } from "./measure.ts";
import { otherSideOf } from "./other-side.ts";
import { asksForAll, overview } from "./overview.ts";
import { repeated, sourced } from "./sourced.ts";
import { standing } from "./standing.ts";
import { inTime, timelined } from "./timeline.ts";
import { told } from "./told.ts";

/** Undefined when nothing on record fits. */
export function composed(reading: Reading): Composed | undefined {
  if (asksForAll(reading)) return overview(reading);
  return byIntent(reading) ?? (reading.question.interval ? timelined(reading) : undefined);
}

function byIntent(reading: Reading): Composed | undefined {
  switch (reading.follow.intent) {
    case "source":
      return sourced(reading) ?? plain(reading);
    case "repeat":
      return repeated(reading) ?? plain(reading);
    case "timeline":
      return timelined(reading) ?? plain(reading);
    case "list":
      return listed(reading);
    case "compare":
      return compared(reading) ?? plain(reading);
    case "check":
    case "yes-no":
      return checked(reading) ?? plain(reading);
    case "latest":
      return plain(reading, newestFirst);
    default:
      return plain(reading);
  }
}

function plain(
  reading: Reading,
  order: (chosen: readonly Ranked[]) => readonly Ranked[] = (chosen) => chosen,
): Composed | undefined {
  const { index, question, dossier } = reading;
  const ranked = open.has(reading.follow.intent) ? withPassage(reading) : reading.ranked;
  const chosen = bothSides(
    order(
      choose(ranked, index, {
        words: lengths.answer,
        most: 4,
        share: open.has(reading.follow.intent) ? openShare : supportShare,
      }),
    ),
    reading,
  );
  const [first, ...rest] = chosen;
  if (!first) return undefined;
  // What is disputed is not set off as the answer.
  const intent = disputeOf(first.claim, dossier).length > 0 ? "what" : reading.follow.intent;
  const own = leadSentence(first.claim, { ...question, intent }, dossier);
  return told(
    first.claim,
    own,
    rest.map(({ claim }) => claim),
    dossier,
  );
}

/**
 * A side of a dispute that leads has the other side next to it, where that is about the question too;
 * for it the last of the rest give way.
 */
function bothSides(chosen: readonly Ranked[], reading: Reading): readonly Ranked[] {
  const [lead, ...rest] = chosen;
  const other = lead && otherSideOf(lead.claim, reading);
  if (!lead || !other) return chosen;
  const kept = [lead, other];
  let words = weigh(lead) + weigh(other);
  for (const each of rest) {
    if (each === other || words + weigh(each) > lengths.answer) continue;
    kept.push(each);
    words += weigh(each);
  }
  return kept;
}

/** A view is borne out by what its holder says beside it. */
function withPassage({ ranked, index }: Reading): readonly Ranked[] {
  const [lead, ...rest] = ranked;
  if (!lead || lead.claim.holder === undefined || !isView(lead.claim)) return ranked;
  const beside = new Set(besideInSource(lead.claim, index));
  const scored = rest.map((each) =>
    beside.has(each.claim) ? { ...each, score: each.score + features.passage } : each,
  );
  return [lead, ...scored.toSorted((a, b) => b.score - a.score || a.doc - b.doc)];
}

const open: ReadonlySet<Intent> = new Set([
  "what",
  "why",
  "forecast",
  "latest",
  "definition",
] as const);

const askedForList =
  /^(?:please )?(?:list|bullet|enumerate|name(?! (?:of|for)\b))\b|\blist (?:of (?!terror)|all|the|them|out|me|every)|[.?!,] ?list$|\ball (?:the|of)\b|\bevery\b/;

/** The best claim in full, one or two more, then further entries under their dates, as many as fit. */
function listed(reading: Reading): Composed | undefined {
  const { ranked, index, dossier, question } = reading;
  // Only who asks for a list gets a long one.
  const room = askedForList.test(question.plain) ? lengths.long : lengths.answer;
  const chosen = choose(ranked, index, {
    words: room,
    most: 10,
    share: listShare,
    headlines: true,
  });
  const [first, ...rest] = chosen;
  const cautions = new Set<string>();
  if (!first || rest.length < 3) return plain(reading);
  const top = standing(
    first.claim,
    leadSentence(first.claim, question, dossier),
    dossier,
    cautions,
  );
  const [lead, ...more] = top.sentences;
  if (!lead) return undefined;
  let words = lengthOf(first.claim);
  const full: Claim[] = [];
  const dated: Claim[] = [];
  for (const { claim } of rest) {
    const whole = lengthOf(claim);
    const short = count(claim.headline) + 5;
    if (full.length < 2 && words + whole <= room) {
      full.push(claim);
      words += whole;
    } else if (words + short <= room) {
      dated.push(claim);
      words += short;
    }
  }
  return {
    lead,
    blocks: [
      ...paragraph(more),
      ...bullets(
        full.map((claim) => standing(claim, claimSentence([claim]), dossier, cautions).sentences),
      ),
      ...(dated.length > 0
        ? [
            { type: "heading", depth: 3, sentence: say("answer.also") } as const,
            ...bullets(dated.toSorted(inTime).map((claim) => [briefly(claim)])),
          ]
        : []),
    ],
    claims: unique([...top.claims, ...full, ...dated]),
  };
}

/** The headline under its date, where it has one. */
function briefly(claim: Claim): Sentence {
  if (claim.when === undefined) return claimSentence([claim], `${claim.headline}.`);
  const date = derived(edtfWords(claim.when), { type: "claims", claims: [claim.id] });
  return claimSentence([claim], date, ": ", `${claim.headline}.`);
}

function newestFirst(chosen: readonly Ranked[]): readonly Ranked[] {
  return chosen.toSorted((a, b) => inTime(b.claim, a.claim) || latest(b.claim) - latest(a.claim));
}

function latest(claim: Claim): number {
  return claim.order;
}
