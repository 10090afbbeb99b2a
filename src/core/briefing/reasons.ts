/** What stands behind the last answer: each claim with source, date, rating and place in it. */
import type { Answerer } from "../answer/answer.ts";
import { action } from "../command/line.ts";
import { asked, claimSentence, derived, named, say } from "../document/sentence.ts";
import type { ListItem, Sentence } from "../document/tree.ts";
import { edtfWords } from "../dossier/dates.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { Conversation, Turn } from "../ports.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, item, label, list, paragraph, section } from "./build.ts";
import { besides } from "./claim-words.ts";
import { claimsOf } from "./select.ts";
import { ratingWords } from "./sources.ts";

/** The last turn that cited something. */
export function lastAnswer(conversation: Conversation | undefined): Turn | undefined {
  return conversation?.turns.findLast(({ citations }) => citations.length > 0);
}

/** Claims shown at most: an answer rarely has more, and a briefing's tail is in its source list. */
const most = 8;

export function reasons(dossier: Dossier, turn: Turn, answerer: Answerer): Briefing {
  const claims = claimsOf(dossier, turn.citations);
  const understood = "command" in turn.carried ? [] : answerer.explain(turn, dossier);
  return {
    title: say("title.why"),
    lead: say("why.asked", { asked: asked(turn.question) }),
    blocks: blocks(
      section(label("label.understood"), list(understood.map((sentence) => item([sentence])))),
      section(
        label("label.behind"),
        list(
          claims.slice(0, most).map((claim) => behind(dossier, claim)),
          true,
        ),
      ),
      claims.length > most
        ? paragraph(say("why.more", { count: derived(claims.length - most, { type: "layout" }) }))
        : undefined,
      actions([
        action(say("action.sources"), "sources", "primary"),
        action(say("action.now"), "now"),
      ]),
    ),
  };
}

function behind(dossier: Dossier, claim: Claim): ListItem {
  return item(
    [claimSentence([claim])],
    [
      ...claim.citations.flatMap((citation) => place(dossier, claim, citation)),
      ...besides(dossier, claim),
    ],
  );
}

function place(
  dossier: Dossier,
  claim: Claim,
  { source: id, locator }: Claim["citations"][number],
): readonly Sentence[] {
  const source = dossier.sources.get(id);
  if (source === undefined) return [];
  const slots = {
    source: named("source", id, `${source.publisher}, ${source.title}`),
    place: derived(locator, { type: "record" }),
    rating: derived(ratingWords(source.reliability, claim.credibility), { type: "record" }),
  };
  if (source.published === undefined) return [say("why.source", slots)];
  const date = derived(edtfWords(source.published), { type: "record" });
  return [say("why.source-dated", { ...slots, date })];
}
