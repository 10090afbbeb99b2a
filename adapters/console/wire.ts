/** What the console's server and its page say to each other. Plain JSON. */
import type { CommandSpec, PreviewPage } from "#core";

export interface WireChannel {
  readonly id: string;
  readonly name: string;
  /** A conversation with the bot alone. */
  readonly direct: boolean;
}

export interface WireMessage {
  /** Grows with time; the message of a thread id. */
  readonly id: number;
  readonly channel: string;
  /** Id of the message that it answers in a thread. */
  readonly thread?: number;
  readonly author: "person" | "bot";
  /** ISO instant. */
  readonly at: string;
  /** In words: what was typed, or what a phone would show. */
  readonly text: string;
  /** The bot's document, as HTML that the core has escaped. */
  readonly html?: string;
  /** Only the person who asked sees it. */
  readonly private: boolean;
  readonly footnotes: readonly WireFootnote[];
  readonly files: readonly WireFile[];
  /** It can be shown as other platforms would show it. */
  readonly preview?: boolean;
}

/** A claim that the message cites, with what a reader needs to judge it. */
export interface WireFootnote {
  readonly number: number;
  readonly claim: string;
  readonly headline: string;
  readonly text: string;
  readonly status: "current" | "superseded" | "disputed" | "rejected";
  readonly sources: readonly WireSource[];
}

export interface WireSource {
  readonly publisher: string;
  readonly title: string;
  readonly locator: string;
  readonly url?: string;
  readonly published?: string;
  readonly party?: string;
  /** As in "B2", and what its letter and its digit mean. */
  readonly rating: string;
  readonly reliability: string;
  readonly credibility: string;
}

export interface WireFile {
  readonly name: string;
  readonly url: string;
  readonly picture: boolean;
  readonly alt: string;
}

/** First event of the stream, and again after each reconnection. */
export interface WireRoom {
  readonly commandName: string;
  readonly commands: readonly CommandSpec[];
  readonly channels: readonly WireChannel[];
  readonly messages: readonly WireMessage[];
}

/** One message as other platforms would show it. */
export interface WirePreview {
  /** What a phone shows. */
  readonly notification: string;
  readonly text: string;
  readonly platforms: readonly {
    readonly platform: string;
    readonly builder?: string;
    readonly pages: readonly PreviewPage[];
  }[];
}

/** The front page's briefing. */
export type WireBrief = Pick<WireMessage, "html" | "footnotes" | "text">;
