/**
 * The document tree: what the core says, before any platform. Node names follow mdast where it has
 * one. A document is plain JSON, always.
 *
 * All words stand in {@link Sentence}s, and a sentence can be made in two ways only: from claims
 * (`document/sentence.ts`) or from the catalogue of service texts (`texts/`). The brand below has
 * no value; it keeps every other way from compiling.
 */

import type { Figure } from "../figure/figure.ts";

declare const grounded: unique symbol;

/** Says something about the world. Each number, date and name in it occurs in its claims or is derived. */
export interface ClaimSentence {
  readonly type: "claim";
  /** Ids of the claims that carry it. */
  readonly claims: readonly [string, ...string[]];
  readonly children: readonly Inline[];
  readonly [grounded]: true;
}

/** A text of the catalogue: help, labels, refusals, errors. States nothing about the subject. */
export interface ServiceSentence {
  readonly type: "service";
  /** Key in the catalogue. */
  readonly text: string;
  readonly children: readonly Inline[];
  readonly [grounded]: true;
}

export type Sentence = ClaimSentence | ServiceSentence;

export interface Text {
  readonly type: "text";
  readonly value: string;
}
export interface Strong {
  readonly type: "strong";
  readonly children: readonly Inline[];
}
export interface Emphasis {
  readonly type: "emphasis";
  readonly children: readonly Inline[];
}
export interface InlineCode {
  readonly type: "inlineCode";
  readonly value: string;
}
export interface Link {
  readonly type: "link";
  readonly url: string;
  readonly children: readonly Inline[];
}
/** A moment. Platforms that can show it in the reader's own zone do. */
export interface Time {
  readonly type: "time";
  /** ISO 8601 instant. */
  readonly instant: string;
  /** IANA zone in which `value` is written. */
  readonly zone: string;
  /** The text for platforms that cannot localise. */
  readonly value: string;
}
/** A value the core worked out: a count, an age, a span of years, a page number. */
export interface Derived {
  readonly type: "derived";
  readonly value: string;
  readonly from:
    | { readonly type: "claims"; readonly claims: readonly string[] }
    | { readonly type: "record" }
    | { readonly type: "clock" }
    | { readonly type: "layout" };
}
/** The name or title of a record of the dossier, as in a heading or a button. */
export interface RecordName {
  readonly type: "record";
  readonly of: RecordKind;
  readonly id: string;
  readonly value: string;
}
export type RecordKind =
  | "dossier"
  | "source"
  | "actor"
  | "topic"
  | "term"
  | "claim"
  | "dispute"
  | "series"
  | "agenda"
  | "era";
/** Words of the person who asks, echoed. Cleaned of control characters and bounded in length. */
export interface Asked {
  readonly type: "asked";
  readonly value: string;
}
/** A channel of the platform that the document goes to, which shows it by its name where it can. */
export interface ChannelName {
  readonly type: "channel";
  /** The platform's id. */
  readonly value: string;
}

export type Inline =
  | Text
  | Strong
  | Emphasis
  | InlineCode
  | Link
  | Time
  | Derived
  | RecordName
  | Asked
  | ChannelName;

export interface Heading {
  readonly type: "heading";
  readonly depth: 2 | 3;
  readonly sentence: Sentence;
}
export interface Paragraph {
  readonly type: "paragraph";
  readonly sentences: readonly Sentence[];
}
export interface ListItem {
  readonly type: "listItem";
  readonly sentences: readonly Sentence[];
  /** Said below the item, quieter: why it matters, a caution. */
  readonly details: readonly Sentence[];
}
export interface List {
  readonly type: "list";
  readonly ordered: boolean;
  /** Number of the first item of an ordered list that continues on a later page; 1 when absent. */
  readonly start?: number;
  readonly items: readonly ListItem[];
}
export interface Table {
  readonly type: "table";
  readonly columns: readonly Sentence[];
  readonly rows: readonly (readonly Sentence[])[];
}
export interface Facts {
  readonly type: "facts";
  readonly rows: readonly { readonly label: Sentence; readonly value: readonly Sentence[] }[];
}
export interface TimelineEntry {
  /** EDTF of the claim, for programs. */
  readonly when: string;
  /** The date in words, for people. */
  readonly date: Sentence;
  readonly sentences: readonly Sentence[];
}
export interface Timeline {
  readonly type: "timeline";
  readonly entries: readonly TimelineEntry[];
}
/** A picture with its text twin: every platform can say `alt`, some can draw `figure`. */
export interface Chart {
  readonly type: "chart";
  readonly title: Sentence;
  /** Unit, span or method, in a line. */
  readonly subtitle?: Sentence;
  readonly alt: readonly Sentence[];
  readonly figure: Figure;
}
export interface Callout {
  readonly type: "callout";
  readonly tone: "note" | "caution" | "dispute" | "correction";
  readonly title?: Sentence;
  readonly children: readonly (Paragraph | List)[];
}
/** A button. Pressing it is the same as typing its command line. */
export interface Action {
  readonly type: "action";
  readonly label: Sentence;
  /** A line of the command grammar without the command's name, like `topic nuclear depth:full`. */
  readonly line: string;
  readonly emphasis?: "primary";
}
export interface Actions {
  readonly type: "actions";
  readonly actions: readonly Action[];
}
export interface ThematicBreak {
  readonly type: "thematicBreak";
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Facts
  | Timeline
  | Chart
  | Callout
  | Actions
  | ThematicBreak;

/** The record's age, shown once below the title. */
export interface Stamp {
  /** ISO day that the document speaks for: today, or the day asked for with `as-of`. */
  readonly asOf: string;
  /** ISO day on which the record ends. */
  readonly coverageUntil: string;
  /** Days from the end of the record to `asOf`; 0 when `asOf` lies within it. */
  readonly ageDays: number;
  /** Older than 30 days: shown as a caution. */
  readonly stale: boolean;
  /** True when the reader chose the day. */
  readonly chosen: boolean;
  /** Content hash of the dossier. */
  readonly version: string;
}

/** What stands behind one claim that the document cites. Numbered in order of first citation. */
export interface Footnote {
  readonly number: number;
  readonly claim: string;
  readonly status: "current" | "superseded" | "disputed" | "rejected";
  /** The claim in a line, and in full. */
  readonly headline: string;
  readonly text: string;
  /** Empty on a page that cites the claim while a neighbouring page of the same document lists it. */
  readonly sources: readonly FootnoteSource[];
}
export interface FootnoteSource {
  readonly source: string;
  readonly publisher: string;
  readonly title: string;
  readonly locator: string;
  readonly url?: string;
  readonly published?: string;
  /** Admiralty rating of source and information together, as in "B2". */
  readonly rating: string;
  /** As in "state media (Iran)". */
  readonly party?: string;
}

export interface Document {
  readonly title: Sentence;
  /** One sentence that stands alone: the phone's notification, the first line. */
  readonly lead?: Sentence;
  readonly blocks: readonly Block[];
  readonly sources: readonly Footnote[];
  /** Absent on help and errors, and in a thread after the first answer. */
  readonly stamp?: Stamp;
  /** Said quietly in one line below the stamp: words and reading time, "page 2 of 3". */
  readonly layout?: readonly ServiceSentence[];
}
