/** An assertion against the record: supported, contradicted, disputed or not covered, and why. */
import type { Verdict } from "../answer/answer.ts";
import type { Depth } from "../command/command.ts";
import { action, quoted, recordAction } from "../command/line.ts";
import { asked, say } from "../document/sentence.ts";
import type { Action } from "../document/tree.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, label, list, paragraph, section } from "./build.ts";
import { claimItem, claimItems } from "./claim-words.ts";
import { atDepth } from "./depth.ts";

export function verdictBriefing(
  dossier: Dossier,
  assertion: string,
  verdict: Verdict,
  depth: Depth,
): Briefing {
  const most = atDepth(depth, 1, 3, 8);
  return {
    title: say("title.check"),
    lead: say(`verdict.${verdict.type}`),
    blocks: blocks(
      paragraph(say("verdict.asked", { asked: asked(assertion) })),
      section(
        label("label.evidence"),
        list(claimItems(dossier, verdict.claims.slice(0, most), depth, most)),
      ),
      verdict.type === "not-covered"
        ? section(
            label("label.nearest"),
            list(
              verdict.nearest.slice(0, most).map((claim) => claimItem(dossier, claim, "headline")),
            ),
          )
        : undefined,
      actions(waysOn(dossier, verdict)),
    ),
    carried: { topics: verdict.claims.flatMap(({ topics }) => topics).slice(0, 2) },
  };
}

function waysOn(dossier: Dossier, { claims, nearest }: Verdict): readonly Action[] {
  const [first] = claims.length > 0 ? claims : nearest;
  const topic = first?.topics[0];
  return [
    ...(topic === undefined ? [] : topicActions(dossier, topic)),
    ...(first === undefined ? [] : [askAbout(first)]),
    action(say("action.now"), "now"),
  ];
}

function topicActions(dossier: Dossier, topic: string): readonly Action[] {
  const title = dossier.topics.get(topic)?.title ?? topic;
  return [
    recordAction("topic", topic, title, `topic ${topic}`),
    action(say("action.timeline"), `timeline ${topic}`),
  ];
}

function askAbout({ headline }: Claim): Action {
  return action(say("action.evidence"), `ask ${quoted(headline)}`);
}
