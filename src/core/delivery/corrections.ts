/**
 * When the record comes to reject a claim that a digest has stated, the place is told, once, in the
 * thread of the latest digest there that stated it. What was posted is never changed.
 */
import type { Edition } from "../digest/edition.ts";
import { createDocument } from "../document/document.ts";
import { claimSentence, say } from "../document/sentence.ts";
import type { Block, Document } from "../document/tree.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { Store } from "../ports.ts";
import type { Delivery } from "./delivery.ts";
import { destinationKey } from "./destination.ts";
import { correctionId } from "./ids.ts";

// As long as deliveries are kept.
const reach = Temporal.Duration.from({ hours: 30 * 24 });

/** Plans the corrections that the dossier asks for. Returns the ids that are new; running it twice plans nothing more. */
export async function planCorrections(
  { editions, ledger }: Pick<Store, "editions" | "ledger">,
  dossier: Dossier,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const wrong = new Map<string, { readonly claim: Claim; readonly delivery: Delivery }>();
  for (const edition of await editions.since(dossier.id, now.subtract(reach))) {
    const claims = statedBy(edition)
      .map((id) => dossier.claims.get(id))
      .filter((claim) => claim?.status === "rejected");
    if (claims.length === 0) continue;
    for (const delivery of await ledger.ofEditions([edition.id])) {
      if (delivery.kind !== "digest" || !delivery.pages[0]?.receipt) continue;
      for (const claim of claims) {
        // Editions come oldest first: the latest stays.
        if (claim)
          wrong.set(`${destinationKey(delivery.destination)} ${claim.id}`, { claim, delivery });
      }
    }
  }
  const planned: Delivery[] = [];
  for (const { claim, delivery } of wrong.values()) {
    const edition = await editions.keep(correctionOf(claim, dossier, now));
    planned.push(correctionFor(delivery, claim, edition, now));
  }
  return planned.length === 0 ? [] : ledger.plan(planned, []);
}

/** Claims that an edition stated, other than as rejected. */
function statedBy({ document, depth }: Edition): readonly string[] {
  return [...document.sources, ...(depth?.sources ?? [])]
    .filter(({ status }) => status !== "rejected")
    .map(({ claim }) => claim);
}

function correctionFor(
  { destination, subscription, pages }: Delivery,
  claim: Claim,
  edition: Edition,
  now: Temporal.Instant,
): Delivery {
  const thread = destination.thread ?? pages[0]?.receipt?.thread;
  return {
    id: correctionId(destinationKey(destination), claim.id),
    kind: "correction",
    subscription,
    destination: thread === undefined ? destination : { ...destination, thread },
    edition: edition.id,
    scheduled: now.toString(),
    late: false,
    state: "planned",
    attempts: 0,
    notBefore: now.toString(),
    updated: now.toString(),
    pages: [],
  };
}

function correctionOf(claim: Claim, dossier: Dossier, now: Temporal.Instant): Edition {
  return {
    id: `correction ${dossier.id} ${claim.id}`,
    dossier: dossier.id,
    input: { version: dossier.version, slot: now.toString(), topics: [], actors: [], depth: "90s" },
    composed: now.toString(),
    claims: {},
    shown: { items: [] },
    quiet: false,
    document: documentOf(claim, dossier),
  };
}

function documentOf(claim: Claim, dossier: Dossier): Document {
  const instead = (dossier.links.rejectedBy.get(claim.id) ?? []).filter(
    ({ status }) => status !== "rejected",
  );
  const now: readonly Block[] =
    instead.length === 0
      ? []
      : [
          { type: "heading", depth: 3, sentence: say("delivery.instead") },
          {
            type: "list",
            ordered: false,
            items: instead.map((each) => ({
              type: "listItem",
              sentences: [claimSentence([each])],
              details: [],
            })),
          },
        ];
  return createDocument(
    {
      title: say("delivery.correction"),
      lead: say("delivery.corrected"),
      blocks: [
        {
          type: "callout",
          tone: "correction",
          children: [
            {
              type: "paragraph",
              sentences: [
                claimSentence(
                  [claim],
                  "“",
                  { type: "emphasis", children: [{ type: "text", value: claim.text }] },
                  "”",
                ),
                ...(claim.reason === undefined
                  ? []
                  : [claimSentence([claim, ...instead], claim.reason)]),
              ],
            },
          ],
        },
        ...now,
      ],
    },
    dossier,
  );
}
