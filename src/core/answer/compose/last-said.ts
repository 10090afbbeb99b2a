/** "Is that right?", "2022, right?": what was said last, held against what the turn puts to it. */
import type { Claim } from "../../dossier/dossier.ts";
import type { Reading } from "../reading.ts";
import { fitOf, type Interval } from "../understand/interval.ts";
import { stopWords } from "../understand/stop-words.ts";
import { fold, wordsOf } from "../understand/words.ts";
import { disputeOf } from "./assent.ts";
import { successors } from "./standing.ts";
import type { Judgement } from "./verdict.ts";

const doubts =
  /\b(?:false|wrong|untrue|incorrect|lie|fake|myth|nonsense|still|now|today|any ?more|instead|other|another|only|before|after|again)\b/;

/** Asks for nothing but that what was said be confirmed. */
const confirms =
  /^(?:(?:so|and|but|ok|okay|wait|hm+|oh|um+)[\s,]+)*(?:(?:is|was) (?:all )?(?:that|this|it)(?: really| actually| even)? (?:right|true|correct|accurate|a fact|so|the case)|(?:(?:that is|thats|it is|its)[\s,]+)?(?:right|true|correct|accurate)|really|(?:are you )?sure|for sure|(?:can you )?confirm(?: that| it| this)?)[\s?!.]*$/;

/** Nothing where the turn has words of its own, or nothing was said before. */
export function judgeLast({ question, turns, dossier }: Reading): Judgement | undefined {
  const lead = dossier.claims.get(turns[0]?.lead ?? "");
  const [number, ...more] = question.numbers;
  const bare = question.content.every((at) => /^\d/.test(question.words[at]?.word ?? ""));
  if (!bare || !lead) return undefined;
  const after = successors(lead, dossier).slice(0, 2);
  const { interval } = question;
  const put = interval !== undefined || number !== undefined;
  const open: Judgement = { type: "open", claims: [lead, ...after] };
  if (question.negated || doubts.test(question.plain)) return open;
  if (put) {
    const told = lead.kind === "event" && lead.origin === "claims" && lead.status === "current";
    if (!told || lead.holder !== undefined || more.length > 0) return open;
    const last = wordsOf(turns[0]?.question ?? "");
    const own = new Set(wordsOf(`${lead.headline} ${lead.text}`).map(({ stem }) => stem));
    // What was asked must be what the claim tells: the beginning of a war is not its end.
    const other = last.some(({ word, stem }) => !stopWords.has(word) && !own.has(stem));
    const [date] = /\b\d{1,2} [a-z]{3,}/.exec(question.plain) ?? [];
    if (other || disputeOf(lead, dossier).length > 0) return open;
    // Its words have that day as well, of another clock or another thing.
    if (date !== undefined && fold(lead.text).split(date).length > 1 && !begins(lead, interval))
      return open;
    const words = wordsOf(lead.text).map(({ word }) => word);
    if (interval === undefined) {
      return words.includes(String(number)) ? { type: "supported", claims: [lead] } : open;
    }
    if (number !== undefined || !lead.span) return open;
    const fit = fitOf(lead.span, interval);
    if (fit === 1) return { type: "supported", claims: [lead] };
    const year = String(interval.from?.year ?? "");
    // Its words have that year as well: the turn may mean something else in it.
    const named =
      !interval.yearless && words.includes(year) && lead.span.from?.year !== Number(year);
    return fit === 0 && !named ? { type: "contradicted", claims: [lead] } : open;
  }
  if (!confirms.test(fold(question.text).trim().replaceAll("'", ""))) return open;
  switch (lead.status) {
    case "rejected":
      return { type: "contradicted", claims: [lead, ...after] };
    case "superseded":
      return open;
    case "disputed":
      return {
        type: "disputed",
        claims: [lead, ...(dossier.links.contradicts.get(lead.id) ?? [])],
      };
    case "current":
      return {
        type: lead.holder === undefined && lead.credibility < 3 ? "supported" : "open",
        claims: [lead],
      };
    default:
      throw new RangeError(`unknown status ${String(lead.status satisfies never)}`);
  }
}

function begins({ span }: Claim, interval: Interval | undefined): boolean {
  return interval !== undefined && fitOf(span, interval) > 0;
}
