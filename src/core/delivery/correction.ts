/** What a correction says, frozen like a digest. */
import type { Edition } from "../digest/edition.ts";
import { createDocument } from "../document/document.ts";
import { claimSentence, say } from "../document/sentence.ts";
import type { Block, Document } from "../document/tree.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";

export function correctionOf(claim: Claim, dossier: Dossier, now: Temporal.Instant): Edition {
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
