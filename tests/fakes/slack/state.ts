/** What a workspace holds, and what was said to it. */
export type Json = Readonly<Record<string, unknown>>;

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly metadata?: Json;
  /** Seen by this person alone. */
  readonly to?: string;
  readonly deleted?: boolean;
}

interface ApiCall {
  readonly method: string;
  readonly body: Json;
}

export interface Fault {
  /** `lost`: the work is done, the line cut. `silent`: the work is done, no answer comes. */
  readonly type: "error" | "lost" | "500" | "silent" | "429" | "cut" | "html";
  readonly error?: string;
  readonly retryAfter?: number;
  /** Only for calls that this is true of. */
  readonly when?: (body: Json) => boolean;
}

export interface State {
  readonly messages: Message[];
  readonly calls: ApiCall[];
  /** Breaches of Slack's limits: a test expects none. */
  readonly breaches: string[];
  readonly views: { readonly trigger: string; readonly view: Json }[];
  readonly homes: Map<string, Json>;
  readonly files: { readonly name: string; readonly thread?: string; readonly size: number }[];
  /** Channels and whether the bot is in them; others do not exist. */
  readonly channels: Map<string, "in" | "out" | "archived">;
  readonly people: Map<string, Json>;
  readonly faults: Map<string, Fault[]>;
  readonly triggers: Set<string>;
  /** Answers taken by a response address. */
  readonly responses: Map<string, number>;
}

export function createState(): State {
  return {
    messages: [],
    calls: [],
    breaches: [],
    views: [],
    homes: new Map(),
    files: [],
    channels: new Map([
      ["C1", "in"],
      ["C2", "in"],
      ["C3", "out"],
      ["D1", "in"],
    ]),
    people: new Map([
      ["U1", { id: "U1", tz: "Europe/Berlin", locale: "en-GB" }],
      ["U2", { id: "U2", tz: "America/New_York", locale: "en-US" }],
      ["UGUEST", { id: "UGUEST", tz: "UTC", is_restricted: true }],
    ]),
    faults: new Map(),
    triggers: new Set(),
    responses: new Map(),
  };
}
