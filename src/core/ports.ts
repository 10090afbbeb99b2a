/**
 * What the core needs from outside, and what the outside may ask of it. Everything here is a small
 * type; the runtime and the adapters bring the implementations, and `tests/contracts/` holds the
 * suites that each of them passes.
 */
import type { Bot } from "./bot.ts";
import type { Delivery } from "./delivery/delivery.ts";
import type { Edition } from "./digest/edition.ts";
import type { Subscription } from "./digest/subscription.ts";
import type { Limits } from "./document/fit.ts";
import type { Document } from "./document/tree.ts";
import type { Look, Picture } from "./figure/picture.ts";

export interface Clock {
  now(): Temporal.Instant;
}

/** Structured log. Event names are kebab-case and permanent; fields never hold people's words. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
export type LogFields = Readonly<Record<string, unknown>>;

/** Where a post goes. `thread` is a {@link ThreadId} when it goes below another message. */
export interface Destination {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: ThreadId;
}

/** `platform:workspace:channel:message`, readable and whole: `console:local:general:7`. */
export type ThreadId = string;

/** One message's worth of a document: within the platform's limits, never cut inside a sentence. */
export interface Page {
  readonly document: Document;
  /** 1-based. */
  readonly number: number;
  readonly of: number;
  /** What a phone shows: the bottom line; its first 100 characters stand alone. */
  readonly notification: string;
}

/** Proof that a platform has taken a page. */
export interface Receipt {
  /** The platform's id of the message. */
  readonly message: string;
  /** ISO instant by the platform, or by us where it names none. */
  readonly at: string;
  /** Thread in which people answer it. */
  readonly thread: ThreadId;
  readonly url?: string;
}

/** A chat platform. States its limits; the core never asks which platform it is. */
export interface Adapter {
  readonly platform: string;
  readonly limits: Limits;
  /** Connects and starts to receive. Resolves when it does. */
  start(bot: Bot): Promise<void>;
  /**
   * Posts one page, once: no retry of its own. `key` (a UUID) is carried where the platform can.
   * @throws DeliveryError for everything that is not a receipt.
   */
  send(to: Destination, page: Page, key: string): Promise<Receipt>;
  /** Looks for a page whose outcome is unclear. Absent where the platform cannot know. */
  find?(to: Destination, key: string, since: Temporal.Instant): Promise<Receipt | undefined>;
  /** How much the platform lets us post. Absent: no limit known. */
  readonly budgets?: readonly Budget[];
  /** Private word to one person, such as the owner of a subscription that had to stop. */
  tell?(workspace: string, person: string, page: Page): Promise<void>;
  stop(): Promise<void>;
}

/** So many posts in any so many seconds, as the platform's own page states it. */
export interface Budget {
  /** Whose it is: the whole platform's (one bot), each workspace's or each channel's. */
  readonly per: BudgetScope;
  readonly posts: number;
  readonly seconds: number;
}
export type BudgetScope = "platform" | "workspace" | "channel";

/** One thread's memory. Plain JSON. */
export interface Conversation {
  readonly thread: ThreadId;
  readonly dossier: string;
  /** ISO day chosen with `as-of`; stays with the thread. */
  readonly asOf?: string;
  readonly depth?: "headline" | "90s" | "full";
  readonly turns: readonly Turn[];
  /** ISO instant of the last turn. */
  readonly updated: string;
}

export interface Turn {
  /** ISO instant. */
  readonly at: string;
  /** Hash of the person, so that `forget me` can find it. */
  readonly person: string;
  readonly question: string;
  /** The platform's id of the question's message, so that an edit or deletion can find it. */
  readonly message?: string;
  readonly answered: boolean;
  /** Claims that the answer cited. */
  readonly citations: readonly string[];
  /**
   * Of these, what everybody in the channel was told as not rejected by the record: should the
   * record come to reject one, the thread is told. Absent where only one person reads.
   */
  readonly stated?: readonly string[];
  /** What the answerer understood and wants to carry; opaque to the store. */
  readonly carried: Readonly<Record<string, unknown>>;
}

export interface ConversationStore {
  get(thread: ThreadId): Promise<Conversation | undefined>;
  put(conversation: Conversation): Promise<void>;
  /** Those with a turn since the instant, by thread: at most so many, behind `after`. */
  since(
    instant: Temporal.Instant,
    most: number,
    after?: ThreadId,
  ): Promise<readonly Conversation[]>;
  /** Forgets every turn of a person; returns how many. */
  forgetPerson(person: string): Promise<number>;
  /** Forgets everything below a prefix of thread ids, such as `chat:T1:`. */
  forgetThreads(prefix: string): Promise<number>;
  /** Forgets conversations without a turn since the instant. */
  forgetBefore(instant: Temporal.Instant): Promise<number>;
}

/** Keys that were handled already: events that a platform delivers twice. Survives a restart. */
export interface SeenStore {
  /** True for the first caller with this key, false for all later ones. Atomic. */
  claim(key: string, at: Temporal.Instant): Promise<boolean>;
  forgetBefore(instant: Temporal.Instant): Promise<number>;
}

/**
 * What an adapter must still know after a restart or on another replica: where its answers stand,
 * what it may do in a place. Plain JSON and nobody's words; opaque to all others. A place begins as
 * a {@link ThreadId} does: `chat:T1:`, `chat:T1:C1:7`.
 */
export interface NoteStore {
  get(kind: string, place: string): Promise<unknown>;
  put(kind: string, place: string, note: object, at: Temporal.Instant): Promise<void>;
  remove(kind: string, place: string): Promise<void>;
  /** Those with a note of this kind. */
  places(kind: string): Promise<readonly string[]>;
  /** Forgets notes of every kind on everything below a prefix such as `chat:T1:`. */
  forgetThreads(prefix: string): Promise<number>;
  /** Forgets notes that were put before the instant. */
  forgetBefore(instant: Temporal.Instant): Promise<number>;
}

/** What the record could not answer, without who asked. */
export interface UnansweredStore {
  add(question: string, dossier: string, at: Temporal.Instant): Promise<void>;
  /** Most frequent first. */
  list(dossier: string): Promise<readonly UnansweredQuestion[]>;
  forgetBefore(instant: Temporal.Instant): Promise<number>;
}
export interface UnansweredQuestion {
  readonly question: string;
  readonly count: number;
  /** ISO instants. */
  readonly first: string;
  readonly last: string;
}

/** Readers' verdicts on answers, for curators. */
export interface FeedbackStore {
  add(feedback: Feedback): Promise<void>;
  list(): Promise<readonly Feedback[]>;
}
export interface Feedback {
  readonly at: string;
  readonly verdict: "useful" | "not-useful" | "wrong";
  readonly dossier: string;
  readonly question: string;
  readonly citations: readonly string[];
  readonly note?: string;
}

export interface SubscriptionStore {
  get(id: string): Promise<Subscription | undefined>;
  put(subscription: Subscription): Promise<void>;
  remove(id: string): Promise<void>;
  /**
   * Changes what is stored now, in one step that no other change comes between. Returns what is
   * stored after it, undefined when there is no such subscription.
   */
  change(
    id: string,
    to: (current: Subscription) => Subscription,
  ): Promise<Subscription | undefined>;
  /** Of one channel, oldest first. */
  ofChannel(platform: string, workspace: string, channel: string): Promise<readonly Subscription[]>;
  /** Of one person in a workspace, wherever they go, oldest first. */
  ofOwner(platform: string, workspace: string, owner: string): Promise<readonly Subscription[]>;
  /** Those whose `nextRunAt` has come, earliest first. A pause without an end has no next run. */
  due(now: Temporal.Instant, most: number): Promise<readonly Subscription[]>;
  /** How many are in each state. */
  count(): Promise<Readonly<Record<"active" | "paused" | "off", number>>>;
  /** Everything below a prefix such as `chat:T1:`; returns how many. */
  forgetThreads(prefix: string): Promise<number>;
}

export interface EditionStore {
  get(id: string): Promise<Edition | undefined>;
  /** Keeps the first of an id: an edition never changes. Returns the one kept. */
  keep(edition: Edition): Promise<Edition>;
  /** Composed since the instant, by id: at most so many, behind `after`. */
  since(instant: Temporal.Instant, most: number, after?: string): Promise<readonly Edition[]>;
  forgetBefore(instant: Temporal.Instant): Promise<number>;
}

/** The deliveries. What a method has written is on disk when its promise resolves. */
export interface Ledger {
  /**
   * In one transaction: plans what is not yet known by its id, and moves subscriptions on to their
   * next run. A move whose `from` no longer holds is left out: another replica or a person was
   * faster. Returns the ids that were new.
   */
  plan(deliveries: readonly Delivery[], moves: readonly Move[]): Promise<readonly string[]>;
  get(id: string): Promise<Delivery | undefined>;
  /**
   * Writes `next` if the row still is `previous`, exactly; false when somebody else changed it.
   * In the same transaction the subscription learns what the delivery taught.
   */
  replace(previous: Delivery, next: Delivery, learned?: Learned): Promise<boolean>;
  /**
   * Open ones whose time has come, in order of schedule; one per destination, its earliest. Leaves
   * out destinations that begin with one of `except`.
   */
  ready(
    now: Temporal.Instant,
    most: number,
    except?: readonly string[],
  ): Promise<readonly Delivery[]>;
  /** The earliest open one of a destination, whether or not its time has come. */
  head(destination: Destination): Promise<Delivery | undefined>;
  /** `sending` rows: at start, what a crash left behind. */
  interrupted(): Promise<readonly Delivery[]>;
  /** Given up: the dead letter, latest first. */
  failed(most: number): Promise<readonly Delivery[]>;
  count(): Promise<Readonly<Partial<Record<Delivery["state"], number>>>>;
  /** Earliest `notBefore` of those open. */
  oldest(): Promise<Temporal.Instant | undefined>;
  /** Of these editions, of every state. */
  ofEditions(editions: readonly string[]): Promise<readonly Delivery[]>;
  forgetBefore(instant: Temporal.Instant): Promise<number>;
}

/** Moves a subscription from one run to the next; without `to` it runs no more. ISO instants. */
export interface Move {
  readonly subscription: string;
  readonly from: string;
  readonly to?: string;
}

/** What a delivery teaches its subscription. */
export type Learned = Pick<Subscription, "lastEdition" | "standingThread">;

/** All persistence. Two back ends and a memory one pass the same suite. */
export interface Store {
  readonly conversations: ConversationStore;
  readonly seen: SeenStore;
  readonly notes: NoteStore;
  readonly unanswered: UnansweredStore;
  readonly feedback: FeedbackStore;
  readonly subscriptions: SubscriptionStore;
  readonly editions: EditionStore;
  readonly ledger: Ledger;
  close(): Promise<void>;
}

/** Draws pictures, away from the thread that answers people. */
export interface Pictures {
  svg(picture: Picture, look: Look): Promise<string>;
  /** PNG bytes at twice the look's width, sharp on the screens that people read on. */
  png(picture: Picture, look: Look): Promise<Uint8Array>;
}

/** The dossiers that are loaded now. */
export interface Library {
  /** @throws UserError when there is none of that id. */
  get(id?: string): import("./dossier/dossier.ts").Dossier;
  readonly ids: readonly string[];
}
