/**
 * What is different since a day, in two respects that are kept apart: what the world came to know,
 * and what the curators did to the record.
 */
import type { Depth } from "../command/command.ts";
import { action } from "../command/line.ts";
import { claimSentence, derived, say } from "../document/sentence.ts";
import type { ListItem } from "../document/tree.ts";
import { dayWords } from "../dossier/dates.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, item, label, list, paragraph, section } from "./build.ts";
import { claimItems, closed, headline, strong } from "./claim-words.ts";
import { atDepth } from "./depth.ts";
import { byConsequence, newestFirst } from "./select.ts";

interface Changes {
  /** Became known since then and holds. */
  readonly known: readonly Claim[];
  /** Entered the record since then, though the world knew it before. */
  readonly added: readonly Claim[];
  /** On record before, and reworded or corrected since. */
  readonly updated: readonly Claim[];
  /** Replaced by something that became known since. */
  readonly superseded: readonly Claim[];
  /** Shown to be wrong by something that became known or entered since. */
  readonly rejected: readonly Claim[];
}

function changesSince(dossier: Dossier, since: Temporal.PlainDate): Changes {
  const day = since.toString();
  const on = (date: string | undefined) => date !== undefined && date >= day;
  const known = (claim: Claim) => on(claim.knownFrom.toString());
  const all = [...dossier.claims.values()].filter(({ origin }) => origin === "claims");
  const holds = ({ status }: Claim) => status === "current" || status === "disputed";
  const { supersededBy, rejectedBy } = dossier.links;
  const later = (claims: readonly Claim[] | undefined) => claims?.some(known) ?? false;
  return {
    known: all.filter((claim) => holds(claim) && known(claim)),
    added: all.filter((claim) => holds(claim) && !known(claim) && on(claim.added)),
    updated: all.filter((claim) => holds(claim) && !on(claim.added) && on(claim.updated)),
    superseded: all.filter(
      ({ id, status, updated }) =>
        status === "superseded" && (later(supersededBy.get(id)) || on(updated)),
    ),
    rejected: all.filter(
      ({ id, status, updated }) =>
        status === "rejected" && (later(rejectedBy.get(id)) || on(updated)),
    ),
  };
}

export function changesBriefing(
  dossier: Dossier,
  since: Temporal.PlainDate,
  depth: Depth,
): Briefing {
  const { known, added, updated, superseded, rejected } = changesSince(dossier, since);
  const date = derived(dayWords(since), { type: "clock" });
  const shown = known
    .toSorted(byConsequence(dossier))
    .slice(0, atDepth(depth, 3, 6, 20))
    .toSorted(newestFirst);
  const [lead, ...counts] = [
    ...(known.length > 0 ? [say("changes.known", { count: count(known) })] : []),
    ...(added.length > 0 ? [say("changes.added", { count: count(added) })] : []),
    ...(superseded.length > 0 ? [say("changes.superseded", { count: count(superseded) })] : []),
    ...(rejected.length > 0 ? [say("changes.rejected", { count: count(rejected) })] : []),
    ...(updated.length > 0 ? [say("changes.updated", { count: count(updated) })] : []),
  ];
  const few = atDepth(depth, 1, 3, 20);
  return {
    title: say("title.changes", { date }),
    lead: lead ?? say("changes.nothing"),
    blocks: blocks(
      paragraph(...counts),
      section(label("label.known"), list(claimItems(dossier, shown, depth, 0))),
      shown.length < known.length
        ? paragraph(
            say("changes.partly", {
              shown: count(shown),
              count: count(known),
            }),
          )
        : undefined,
      section(
        label("label.superseded"),
        list(
          superseded
            .toSorted(newestFirst)
            .slice(0, few)
            .map((claim) => replaced(dossier, claim)),
        ),
      ),
      section(
        label("label.rejected"),
        list(
          rejected
            .toSorted(newestFirst)
            .slice(0, few)
            .map((claim) => replaced(dossier, claim)),
        ),
      ),
      section(
        label("label.updated"),
        list(
          updated
            .toSorted(newestFirst)
            .slice(0, few)
            .map((claim) => item([headline(claim)])),
        ),
      ),
      actions([
        ...(depth === "full"
          ? []
          : [
              action(say("action.more"), `changes since:${since.toString()} depth:full`, "primary"),
            ]),
        action(say("action.now"), "now"),
        action(say("action.watch"), "watch"),
        action(say("action.disputes"), "disputes"),
      ]),
    ),
  };
}

/** What was on record, why it no longer stands, and what stands now. */
export function replaced(dossier: Dossier, claim: Claim): ListItem {
  const { supersededBy, rejectedBy } = dossier.links;
  const rejected = claim.status === "rejected";
  const [instead] = (rejected ? rejectedBy : supersededBy).get(claim.id) ?? [];
  return item(
    [claimSentence([claim], strong(rejected ? "Rejected:" : "Was:"), " ", closed(claim.headline))],
    [
      ...(claim.reason === undefined ? [] : [claimSentence([claim], claim.reason)]),
      ...(instead === undefined
        ? []
        : [claimSentence([instead], "Now: ", closed(instead.headline))]),
    ],
  );
}

function count(claims: readonly Claim[]) {
  return derived(claims.length, { type: "claims", claims: claims.map(({ id }) => id) });
}
