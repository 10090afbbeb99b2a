/** The depth below the card: every item in full, the rest in a line each, disputes and watch list whole. */
import { agendaOn, watchBlocks } from "../../briefing/agenda-items.ts";
import { type Briefing, blocks } from "../../briefing/briefing.ts";
import { item, list, paragraph, section } from "../../briefing/build.ts";
import { headline } from "../../briefing/claim-words.ts";
import { disputeCard, question } from "../../briefing/dispute-card.ts";
import { byConsequence, claimsOf } from "../../briefing/select.ts";
import { claimSentence, derived, say } from "../../document/sentence.ts";
import type { Block } from "../../document/tree.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { matches } from "../filter.ts";
import type { Filter } from "../subscription.ts";
import { fileBlocks, historyBlocks, replacedBlocks } from "./card.ts";
import { digestItem } from "./digest-item.ts";
import type { Selection } from "./select-edition.ts";
import { longDay } from "./slot.ts";

const mostOthers = 20;
const mostLinks = 3;

/** Undefined when the card says all there is. */
export function threadPart(
  dossier: Dossier,
  filter: Filter,
  chosen: Selection,
): Briefing | undefined {
  const { items, others, difference, disputes, history, file, day } = chosen;
  const whole = (claims: readonly Claim[]) =>
    list(
      claims.flatMap((claim) => {
        const told = digestItem(dossier, claim, "whole");
        return told === undefined ? [] : [told];
      }),
    );
  const agenda = agendaOn(dossier, day, (each) => matches(filter, each));
  const told = blocks(
    section(say("label.evidence-items"), whole(items)),
    section(
      say("label.also"),
      list(others.slice(0, mostOthers).map((claim) => item([headline(claim)]))),
    ),
    difference && replacedBlocks(dossier, difference, mostOthers),
    history && historyBlocks(history, true),
    file && [...fileBlocks(dossier, file, true), ...fileInDepth(dossier, file)],
    disputes
      .slice(0, 2)
      .flatMap((dispute) =>
        section(say("label.disputed"), [
          ...paragraph(question(dossier, dispute)),
          ...disputeCard(dossier, dispute, "full"),
        ]),
      ),
    section(say("label.watch"), watchBlocks(dossier, agenda, { dated: 4, triggers: 6 })),
  );
  if (told.length === 0) return undefined;
  return {
    title: say("digest.title-depth", { date: derived(longDay(day), { type: "clock" }) }),
    blocks: told,
  };
}

/** What brought the record of the day about, what came of it, and where its topic stands. */
function fileInDepth(dossier: Dossier, claim: Claim): readonly Block[] {
  const order = byConsequence(dossier);
  const causes = claimsOf(dossier, claim.causes);
  const effects = dossier.links.effects.get(claim.id) ?? [];
  const links = [...causes, ...effects.toSorted(order)]
    .filter(({ status }) => status === "current" || status === "disputed")
    .slice(0, 2 * mostLinks);
  const topic = dossier.topics.get(claim.topics[0] ?? "");
  const carrying = claimsOf(dossier, topic?.claims ?? []);
  return [
    ...section(say("label.led-to"), list(links.map((each) => item([claimSentence([each])])))),
    ...(topic?.summary === undefined || carrying.length === 0
      ? []
      : section(
          say("label.name", {
            name: { type: "record", of: "topic", id: topic.id, value: topic.title },
          }),
          paragraph(claimSentence(carrying, topic.summary)),
        )),
  ];
}
