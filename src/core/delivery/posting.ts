/** Posts the pages of one delivery that have no receipt yet, each written down before and after. */
import { conversationOfEdition } from "../digest/conversation.ts";
import type { Edition } from "../digest/edition.ts";
import type { Subscription } from "../digest/subscription.ts";
import { DeliveryError } from "../errors.ts";
import type { Adapter, Destination, Learned, Receipt } from "../ports.ts";
import { bucketKey, bucketsOf } from "./budgets.ts";
import type { DeliverParts, Outcome } from "./deliver.ts";
import { type Delivery, type EditionPage, isClosed, type PagePost } from "./delivery.ts";
import { pageKey } from "./ids.ts";
import { refuse } from "./refuse.ts";
import { mayRepeat, nextAttempt, settling, tooLate } from "./retry.ts";

/** Somebody else has changed the row: the work is theirs now. */
export class Superseded extends Error {
  override readonly name = "Superseded";
}

/** The process stops; nothing was posted that is not written down. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

interface Work {
  readonly row: Delivery;
  readonly edition: Edition;
  readonly pages: readonly EditionPage[];
  readonly subscription: Subscription | undefined;
  readonly adapter: Adapter;
}

const done: Outcome = { type: "done" };

export function createPosting(parts: DeliverParts, work: Work): { run(): Promise<Outcome> } {
  const { store, clock, log, observe } = parts;
  const { edition, pages, subscription, adapter } = work;
  const by = parts.replica === undefined ? {} : { by: parts.replica };
  const { platform } = adapter;
  let row = work.row;

  async function write(next: Partial<Delivery>): Promise<void> {
    const changed = { ...row, ...next, updated: clock.now().toString() };
    if (!(await store.ledger.replace(row, changed))) throw new Superseded();
    row = changed;
  }
  const withPage = (at: number, post: PagePost) => [...row.pages.slice(0, at), post];

  async function run(): Promise<Outcome> {
    for (const [at, each] of pages.entries()) {
      if (row.pages[at]?.receipt) continue;
      const to = placeOf(each, row);
      const next = await nextStep(at, to);
      if (next.type === "stop") return next.outcome;
      const stop =
        next.type === "there"
          ? await received(at, next.post)
          : await post(at, to, each, next.repeated);
      if (stop) return stop;
    }
    // Fewer pages than before an upgrade: all that there are have receipts.
    if (!isClosed(row)) await close(row.pages);
    return done;
  }

  type Step =
    | { readonly type: "post"; readonly repeated: boolean }
    | { readonly type: "there"; readonly post: PagePost }
    | { readonly type: "stop"; readonly outcome: Outcome };

  /** After an unclear outcome the platform is asked before anything is posted again. */
  async function nextStep(at: number, to: Destination): Promise<Step> {
    const mark = row.pages[at];
    if (!mark) return { type: "post", repeated: false };
    const answer = await look(to, mark);
    switch (answer.type) {
      case "there":
        return { type: "there", post: { ...mark, receipt: answer.receipt, found: true } };
      case "absent":
        return { type: "post", repeated: mark.repeated ?? false };
      case "cannot-know":
        return mark.repeated && !mayRepeat(row)
          ? { type: "stop", outcome: await fail("unclear") }
          : { type: "post", repeated: true };
      case "ask-later":
        return {
          type: "stop",
          outcome: tooLate(row, clock.now())
            ? await fail(answer.error.code)
            : await again({ state: "unclear", attempts: row.attempts + 1 }, answer.error),
        };
      default:
        throw new RangeError(`unknown answer ${String(answer satisfies never)}`);
    }
  }

  type Look =
    | { readonly type: "there"; readonly receipt: Receipt }
    | { readonly type: "absent" }
    | { readonly type: "cannot-know" }
    | { readonly type: "ask-later"; readonly error: DeliveryError };

  async function look(to: Destination, mark: PagePost): Promise<Look> {
    if (!adapter.find) return { type: "cannot-know" };
    try {
      const receipt = await adapter.find(to, mark.key, Temporal.Instant.from(mark.started));
      return receipt ? { type: "there", receipt } : { type: "absent" };
    } catch (error) {
      const known = asDeliveryError(error);
      // Not allowed to look back here: as good as a platform that has no look-back.
      if (known.retry === "never" || known.retry === "defect") return { type: "cannot-know" };
      return { type: "ask-later", error: known };
    }
  }

  async function post(
    at: number,
    to: Destination,
    { page }: EditionPage,
    repeated: boolean,
  ): Promise<Outcome | undefined> {
    const before = row.pages;
    const leave = await parts.gate.pass(bucketsOf(to, adapter.budgets));
    const key = pageKey(row.id, at + 1);
    const mark: PagePost = {
      key,
      started: clock.now().toString(),
      ...(repeated && { repeated }),
    };
    await write({ state: "sending", attempts: row.attempts + 1, pages: withPage(at, mark), ...by });
    if (repeated) observe({ type: "repeated", platform });
    // Writing took its time, and the platform counts from now.
    await leave();
    let receipt: Receipt;
    try {
      receipt = await adapter.send(to, page, key);
    } catch (error) {
      return failed(asDeliveryError(error), to, before);
    }
    return received(at, { ...mark, receipt });
  }

  async function received(at: number, post: PagePost): Promise<undefined> {
    if (post.receipt && at === 0 && row.kind === "digest") await converse(post.receipt);
    const posted = withPage(at, post);
    if (at + 1 >= pages.length) await close(posted);
    else await write({ pages: posted, state: "planned" });
  }

  async function close(posted: readonly PagePost[]): Promise<void> {
    const state = posted.some(({ found }) => found) ? "reconciled" : "sent";
    const { code: _, ...rest } = row;
    const next = { ...rest, pages: posted, state, updated: clock.now().toString() } as const;
    if (!(await store.ledger.replace(row, next, learnedFrom(posted)))) throw new Superseded();
    row = next;
    observe({ type: state, platform, late: row.late });
  }

  function learnedFrom([first]: readonly PagePost[]): Learned | undefined {
    if (row.kind !== "digest") return undefined;
    const opens = subscription?.placement === "thread" && !subscription.standingThread;
    return {
      lastEdition: edition.id,
      ...(opens && first?.receipt && { standingThread: first.receipt.thread }),
    };
  }

  /** People may ask below what was posted. */
  async function converse({ thread }: Receipt): Promise<void> {
    const before = await store.conversations.get(thread);
    await store.conversations.put(conversationOfEdition(edition, thread, clock.now(), before));
  }

  async function failed(
    error: DeliveryError,
    to: Destination,
    before: readonly PagePost[],
  ): Promise<Outcome> {
    const now = clock.now();
    if (error.retryAfter) {
      await parts.budgets.hold(bucketKey(to, error.scope), now.add(error.retryAfter));
    }
    switch (error.retry) {
      case "later":
        // Surely not posted: what was known before the call is what is known now.
        if (tooLate(row, now)) return fail(error.code, before);
        return again({ state: stateOf(before), pages: before }, error);
      case "unclear":
        observe({ type: "unclear", platform });
        if (tooLate(row, now)) return fail(error.code);
        return again({ state: "unclear" }, error);
      case "never": {
        const outcome = await fail(error.code, before);
        if (row.kind === "digest") {
          await refuse(row.destination, error.code, now, adapter, {
            subscriptions: store.subscriptions,
            log,
            commandName: parts.commandName,
          });
        }
        return outcome;
      }
      case "defect":
        return fail(error.code, before);
      default:
        throw new RangeError(`unknown retry ${String(error.retry satisfies never)}`);
    }
  }

  async function again(next: Partial<Delivery>, error: DeliveryError): Promise<Outcome> {
    const now = clock.now();
    const wait = error.retryAfter ? now.add(error.retryAfter) : nextAttempt(row, now);
    const least = next.state === "unclear" ? now.add(settling) : wait;
    const at = Temporal.Instant.compare(wait, least) > 0 ? wait : least;
    await write({ ...next, notBefore: at.toString(), code: error.code });
    observe({ type: "retried", platform, code: error.code });
    log.info("delivery-retried", { delivery: row.id, code: error.code, error });
    return { type: "again", at };
  }

  async function fail(code: string, posted: readonly PagePost[] = row.pages): Promise<Outcome> {
    await write({ state: "failed", code, pages: posted });
    observe({ type: "failed", platform, code });
    log.warn("delivery-failed", { delivery: row.id, code });
    return done;
  }

  return { run };
}

/** Pages below the first go into its thread. */
function placeOf({ place }: EditionPage, row: Delivery): Destination {
  const thread = row.destination.thread ?? row.pages[0]?.receipt?.thread;
  if (place === "destination" || thread === undefined) return row.destination;
  return { ...row.destination, thread };
}

const stateOf = (pages: readonly PagePost[]): Delivery["state"] =>
  pages.every(({ receipt }) => receipt) ? "planned" : "unclear";

/** Anything that is no DeliveryError is a defect of the adapter, and may have happened after the post. */
function asDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  return new DeliveryError("The adapter failed.", {
    retry: "unclear",
    code: "adapter-defect",
    cause: error,
  });
}
