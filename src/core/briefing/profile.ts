/** A person, state or body: offices with dates, part in events, positions, names. */
import type { Depth } from "../command/command.ts";
import { action, recordAction } from "../command/line.ts";
import { claimSentence, derived, named, say } from "../document/sentence.ts";
import type { Action, Facts, ListItem, Sentence } from "../document/tree.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { ActorRecord } from "../dossier/schema.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, item, label, list, paragraph, section } from "./build.ts";
import { besides, besidesInDispute, claimItems, closed, headline } from "./claim-words.ts";
import { atDepth } from "./depth.ts";
import { claimsIn, openDisputes } from "./dispute-card.ts";
import { byConsequence, claimsOf, currentClaims, lastDay, newestFirst } from "./select.ts";

export function profile(dossier: Dossier, actor: ActorRecord, depth: Depth): Briefing {
  const offices = officesOf(dossier, actor);
  const part = currentClaims(dossier).filter(
    (claim) => claim.kind === "event" && claim.actors.some(({ id }) => id === actor.id),
  );
  const events = part
    .toSorted(byConsequence(dossier))
    .slice(0, atDepth(depth, 2, 4, 12))
    .toSorted(newestFirst);
  const views = positions(dossier, actor);
  const nothing = offices.length + part.length + views.length === 0;
  return {
    title: say("label.name", { name: named("actor", actor.id, actor.name) }),
    lead: offices[0] ? claimSentence([offices[0]]) : newestOf(part),
    blocks: blocks(
      nothing ? paragraph(say("profile.nothing")) : undefined,
      depth === "headline" ? undefined : names(actor),
      section(
        label("label.offices"),
        list(
          offices
            .slice(1, atDepth(depth, 2, 4, 20))
            .map((office) => item([claimSentence([office])])),
        ),
      ),
      section(label("label.events"), list(claimItems(dossier, events, depth, 0))),
      section(label("label.positions"), list(views.slice(0, atDepth(depth, 1, 3, 12)))),
      section(
        label("label.holders"),
        list(
          holders(dossier, actor)
            .slice(0, atDepth(depth, 0, 4, 20))
            .map((claim) => item([claimSentence([claim])])),
        ),
      ),
      actions(waysOn(dossier, actor, part, depth)),
    ),
    carried: { actors: [actor.id] },
  };
}

/** Latest first. */
function officesOf(dossier: Dossier, { offices }: ActorRecord): readonly Claim[] {
  return claimsOf(
    dossier,
    offices.map(({ id }) => id),
  ).toSorted((a, b) => officeEnd(b).localeCompare(officeEnd(a)) || newestFirst(a, b));
}

function officeEnd({ span }: Claim): string {
  return span?.until?.toString() ?? (span?.from === undefined ? "" : "9999");
}

/** Who holds the offices of a state or body, when the record names no end. */
function holders(dossier: Dossier, actor: ActorRecord): readonly Claim[] {
  const ids = [...dossier.actors.values()].flatMap(({ id, offices, died }) =>
    id === actor.id || died !== undefined
      ? []
      : offices.filter(({ of, to }) => of === actor.id && to === undefined).map((each) => each.id),
  );
  return claimsOf(dossier, ids).toSorted(newestFirst);
}

function newestOf(claims: readonly Claim[]): Sentence | undefined {
  const [newest] = claims.toSorted(newestFirst);
  return newest && headline(newest);
}

/** What it says and holds: views that the record gives it, and its side in disputes. */
function positions(dossier: Dossier, actor: ActorRecord): readonly ListItem[] {
  const sides = openDisputes(dossier).flatMap((dispute) =>
    dispute.positions
      .filter(({ holders: of }) => of.includes(actor.id))
      .flatMap(({ claims }) => claimsOf(dossier, claims).slice(0, 1))
      .map((claim) => ({ claim, dispute })),
  );
  const inDispute = new Set(sides.map(({ claim }) => claim.id));
  const held = currentClaims(dossier).filter(
    (claim) => claim.holder === actor.id && !inDispute.has(claim.id) && claim.kind !== "event",
  );
  const items = [
    ...sides.map(({ claim, dispute }) => ({
      day: lastDay(claim),
      item: item(
        [claimSentence([claim])],
        [
          ...besidesInDispute(dossier, claim, "brief"),
          claimSentence(claimsIn(dossier, dispute), "Disputed: ", closed(dispute.question)),
        ],
      ),
    })),
    ...held.map((claim) => ({
      day: lastDay(claim),
      item: item([claimSentence([claim])], besides(dossier, claim)),
    })),
  ];
  return items
    .toSorted((a, b) => Temporal.PlainDate.compare(b.day, a.day))
    .map((each) => each.item);
}

/** Most other spellings that are shown. */
const mostNames = 6;

function names({ formal_name, aliases, name }: ActorRecord): Facts | undefined {
  // Only names in the reader's script: the others serve the search.
  const others = aliases.filter((alias) => /^\p{Script=Latin}/u.test(alias)).slice(0, mostNames);
  const rows = [
    ...(formal_name === undefined || formal_name === name
      ? []
      : [{ label: label("label.formal"), value: [recordWords(formal_name)] }]),
    ...(others.length === 0
      ? []
      : [{ label: label("label.aliases"), value: [recordWords(others.join(", "))] }]),
  ];
  return rows.length === 0 ? undefined : { type: "facts", rows };
}

function recordWords(words: string): Sentence {
  return say("label.name-of", { name: derived(words, { type: "record" }) });
}

function waysOn(
  dossier: Dossier,
  actor: ActorRecord,
  part: readonly Claim[],
  depth: Depth,
): readonly Action[] {
  const [newest] = part.toSorted(newestFirst);
  const topic = newest?.topics[0];
  const beside = newest?.actors.find(
    ({ id }) => id !== actor.id && dossier.actors.get(id)?.kind === actor.kind,
  )?.id;
  return [
    ...(depth === "full"
      ? [action(say("action.now"), "now")]
      : [action(say("action.more"), `who ${actor.id} depth:full`, "primary")]),
    ...(part.length === 0 ? [] : [action(say("action.timeline"), `timeline actor:${actor.id}`)]),
    ...(topic === undefined
      ? []
      : [
          recordAction("topic", topic, dossier.topics.get(topic)?.title ?? topic, `topic ${topic}`),
        ]),
    ...(beside === undefined
      ? []
      : [
          action(
            say("action.compare-with", {
              name: named("actor", beside, dossier.actors.get(beside)?.name ?? beside),
            }),
            `compare ${actor.id}, ${beside}`,
          ),
        ]),
  ];
}
