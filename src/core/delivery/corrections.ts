/**
 * When the record comes to reject a claim that was stated in a channel, the place is told, once: in
 * each thread in which an answer stated it, and in that of the latest digest that did. What was
 * posted is never changed, and nothing is said about what has been forgotten.
 */
import type { Edition } from "../digest/edition.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { Conversation, ConversationStore, Destination, Store, ThreadId } from "../ports.ts";
import { correctionOf } from "./correction.ts";
import type { Delivery } from "./delivery.ts";
import { destinationKey } from "./destination.ts";
import { correctionId } from "./ids.ts";

/**
 * As long as deliveries are kept, from their last change: while a statement is within reach, so is
 * the correction that was planned for it, and none is planned twice.
 */
const reach = Temporal.Duration.from({ hours: 30 * 24 });
/** Records read, or planned, at a time: nothing else runs meanwhile. */
const atOnce = 50;

export interface CorrectionParts {
  readonly store: Pick<Store, "editions" | "ledger" | "conversations">;
  /** Lets everything else have its turn. */
  readonly yieldTurn: () => Promise<void>;
}

/** A claim that is wrong, and where it was said. */
interface Wrong {
  readonly claim: Claim;
  readonly destination: Destination;
  /** Empty for an answer. */
  readonly subscription: string;
}

/** Plans the corrections that the dossier asks for. Returns the ids that are new; running it twice plans nothing more. */
export async function planCorrections(
  parts: CorrectionParts,
  dossier: Dossier,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const rejected = [...dossier.claims.values()].filter(({ status }) => status === "rejected");
  if (rejected.length === 0) return [];
  const from = now.subtract(reach);
  const planned = new Map<string, Wrong>();
  const all = [
    ...(await inDigests(parts, dossier, from)),
    ...(await inAnswers(parts, dossier, from)),
  ];
  for (const wrong of all) {
    const place = wrong.destination.thread ?? destinationKey(wrong.destination);
    const id = correctionId(place, wrong.claim.id);
    if (!planned.has(id)) planned.set(id, wrong);
  }
  return planAll(parts, [...planned], dossier, now);
}

async function planAll(
  { store: { editions, ledger }, yieldTurn }: CorrectionParts,
  planned: readonly (readonly [string, Wrong])[],
  dossier: Dossier,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const fresh: string[] = [];
  for (let at = 0; at < planned.length; at += atOnce) {
    const rows: Delivery[] = [];
    for (const [id, wrong] of planned.slice(at, at + atOnce)) {
      if (await ledger.get(id)) continue;
      const edition = await editions.keep(correctionOf(wrong.claim, dossier, now));
      rows.push(rowOf(id, wrong, edition, now));
    }
    if (rows.length > 0) fresh.push(...(await ledger.plan(rows, [])));
    await yieldTurn();
  }
  return fresh;
}

/** Of each place, the latest digest that stated the claim. */
async function inDigests(
  { store: { editions, ledger }, yieldTurn }: CorrectionParts,
  dossier: Dossier,
  from: Temporal.Instant,
): Promise<readonly Wrong[]> {
  const latest = new Map<string, Wrong & { readonly composed: string }>();
  let after: string | undefined;
  for (;;) {
    const page = await editions.since(from, atOnce, after);
    for (const edition of page) {
      if (edition.dossier !== dossier.id) continue;
      const claims = rejectedAmong(statedBy(edition), dossier);
      if (claims.length === 0) continue;
      for (const delivery of await ledger.ofEditions([edition.id])) {
        const posted = delivery.kind === "digest" && delivery.pages[0]?.receipt;
        if (!posted) continue;
        const { subscription, destination } = delivery;
        const to = { ...destination, thread: destination.thread ?? posted.thread };
        for (const claim of claims) {
          const key = `${destinationKey(destination)} ${claim.id}`;
          const known = latest.get(key)?.composed;
          if (known !== undefined && Temporal.Instant.compare(known, edition.composed) > 0)
            continue;
          latest.set(key, { claim, subscription, destination: to, composed: edition.composed });
        }
      }
    }
    if (page.length < atOnce) return [...latest.values()];
    after = page.at(-1)?.id;
    await yieldTurn();
  }
}

/** Claims that an edition stated, other than as rejected. */
function statedBy({ document, depth }: Edition): readonly string[] {
  return [...document.sources, ...(depth?.sources ?? [])]
    .filter(({ status }) => status !== "rejected")
    .map(({ claim }) => claim);
}

async function inAnswers(
  { store: { conversations }, yieldTurn }: CorrectionParts,
  dossier: Dossier,
  from: Temporal.Instant,
): Promise<readonly Wrong[]> {
  const found: Wrong[] = [];
  let after: ThreadId | undefined;
  for (;;) {
    const page = await conversations.since(from, atOnce, after);
    for (const conversation of page) {
      if (conversation.dossier !== dossier.id) continue;
      const destination = destinationOf(conversation.thread);
      const stated = conversation.turns
        .filter(({ at }) => Temporal.Instant.compare(at, from) >= 0)
        .flatMap((turn) => turn.stated ?? []);
      for (const claim of rejectedAmong(stated, dossier)) {
        found.push({ claim, subscription: "", destination });
      }
    }
    if (page.length < atOnce) return found;
    after = page.at(-1)?.thread;
    await yieldTurn();
  }
}

function rejectedAmong(ids: readonly string[], { claims }: Dossier): readonly Claim[] {
  return [...new Set(ids)].flatMap((id) => {
    const claim = claims.get(id);
    return claim?.status === "rejected" ? [claim] : [];
  });
}

/** `platform:workspace:channel:message`. */
function destinationOf(thread: ThreadId): Destination {
  const [platform = "", workspace = "", channel = ""] = thread.split(":");
  return { platform, workspace, channel, thread };
}

function rowOf(
  id: string,
  { claim, destination, subscription }: Wrong,
  edition: Edition,
  now: Temporal.Instant,
): Delivery {
  return {
    id,
    kind: "correction",
    subscription,
    claim: claim.id,
    destination,
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

/**
 * False for the correction of an answer that was forgotten, or whose question was deleted, since it
 * was planned.
 */
export async function isStillSaid(
  { kind, subscription, claim, destination: { thread } }: Delivery,
  conversations: Pick<ConversationStore, "get">,
): Promise<boolean> {
  if (kind !== "correction" || subscription !== "") return true;
  const conversation: Conversation | undefined =
    thread === undefined ? undefined : await conversations.get(thread);
  return (conversation?.turns ?? []).some(
    ({ stated = [] }) => claim !== undefined && stated.includes(claim),
  );
}
