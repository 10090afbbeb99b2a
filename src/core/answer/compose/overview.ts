/** Where things stand as a whole: asked in no words of the subject, "what's the latest", "catch me up". */
import { claimSentence } from "../../document/sentence.ts";
import type { Claim } from "../../dossier/dossier.ts";
import { compareSpans } from "../../dossier/edtf.ts";
import type { Composed } from "../answerer.ts";
import type { Reading } from "../reading.ts";
import { lengths } from "../retrieve/weights.ts";
import type { Question } from "../understand/question.ts";
import { lengthOf } from "./measure.ts";
import { weight } from "./timeline.ts";
import { told } from "./told.ts";

const whole =
  /^(?:(?:please )?(?:brief |update )?me|now|(?:give me |can i (?:get|have) )?(?:an? |the )?(?:quick |short |brief )?(?:summary|overview|recap|rundown|briefing|update|latest|news|tl ?;? ?dr)|what(?: is|s)? (?:the )?(?:bottom line|situation|story|latest|news|newest|new|update|current (?:state|situation)|state of play)|what(?: is|s)? (?:happening|going on|up)|(?:catch|bring|get) me up(?: to (?:speed|date))?|where (?:do|are) (?:things|we|they)(?: stand)?|how (?:do|are) things(?: stand)?|any(?:thing)? (?:news|new|updates?)|anything new)(?: (?:please|pls|now|today|right now|at the moment|currently|so far|here))*$/;

/** Nothing else is asked, and no thread leans in. */
export function asksForAll({ question, turns, follow }: Reading): boolean {
  return (turns.length === 0 || follow.type === "fresh") && isWhole(question);
}

function isWhole({ bare, content }: Question): boolean {
  return whole.test(bare) && content.length <= 3;
}

/** The newest that stands: the latest event that says why it matters, then those before it. */
export function overview({ dossier }: Reading): Composed | undefined {
  const newest = [...dossier.claims.values()]
    .filter(
      (claim) =>
        claim.origin === "claims" &&
        claim.kind === "event" &&
        (claim.status === "current" || claim.status === "disputed") &&
        claim.span?.from !== undefined &&
        claim.why_it_matters !== undefined,
    )
    .toSorted(
      (a, b) =>
        (a.span && b.span ? compareSpans(b.span, a.span) : 0) ||
        weight(b, dossier) - weight(a, dossier) ||
        a.order - b.order,
    );
  const chosen: Claim[] = [];
  let words = 0;
  for (const claim of newest) {
    if (chosen.length >= 4) break;
    if (words + lengthOf(claim) > lengths.answer) continue;
    chosen.push(claim);
    words += lengthOf(claim);
  }
  const [first, ...rest] = chosen;
  return first && told(first, claimSentence([first]), rest, dossier);
}
