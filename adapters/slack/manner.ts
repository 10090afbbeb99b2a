/** The ways in which a page can be said in Slack, from the richest to the one that is always taken. */
import type { Log, Page } from "#core";
import { bareElements } from "./below.ts";
import type { SlackBlock } from "./blocks.ts";
import { codeOf } from "./failures.ts";
import { type Message, render } from "./render.ts";

export interface Part {
  readonly page: Page;
  /** What the adapter adds below: evidence, feedback. */
  readonly below?: readonly SlackBlock[];
}

/** `native`: as it is meant. `bare`: without what a workspace may not know. `text`: no block at all. */
export type Manner = "native" | "bare" | "text";

export function messageOf({ page, below = [] }: Part, manner: Manner): Message {
  switch (manner) {
    case "native":
      return render(page, { native: true, below });
    case "bare":
      return render(page, { native: false, below: below.map(bareElements) });
    case "text":
      return textAlone(render(page, { native: false }));
    default:
      throw new RangeError(`unknown manner ${String(manner satisfies never)}`);
  }
}

/** What to try next when Slack has refused the blocks for this reason; undefined: nothing. */
export function nextManner(manner: Manner, code: string): Manner | undefined {
  if (!refusals.has(code) || manner === "text") return undefined;
  // The bare blocks are no shorter.
  return manner === "native" && code !== tooLong ? "bare" : "text";
}

const tooLong = "msg_blocks_too_long";
const refusals: ReadonlySet<string> = new Set(["invalid_blocks", "invalid_blocks_format", tooLong]);

/**
 * Sends once; once more in a simpler manner where Slack surely refused the blocks.
 * @throws what `send` threw last.
 */
export async function inSomeManner<Result>(
  part: Part,
  log: Log,
  send: (message: Message) => Promise<Result>,
): Promise<Result> {
  let manner: Manner = "native";
  for (;;) {
    try {
      return await send(messageOf(part, manner));
    } catch (error) {
      const next = nextManner(manner, codeOf(error));
      if (refusals.has(codeOf(error))) logRefusal(error, log);
      if (next === undefined) throw error;
      manner = next;
    }
  }
}

/** Which block and why, without anybody's words. */
function logRefusal(error: unknown, log: Log): void {
  const data = error instanceof Error && "data" in error ? error.data : undefined;
  const { errors, response_metadata } = (data ?? {}) as {
    readonly errors?: unknown;
    readonly response_metadata?: { readonly messages?: unknown };
  };
  const messages = response_metadata?.messages;
  log.warn("slack-blocks-refused", { code: codeOf(error), errors, messages });
}

/** The words of the blocks as one text, without buttons: its thread takes the same lines typed. */
function textAlone({ text, blocks }: Message): Message {
  const words = blocks.flatMap(wordsOf).join("\n\n");
  return { text: words === "" ? text : words, blocks: [] };
}

interface Worded {
  readonly type: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly elements?: readonly { readonly text?: unknown }[];
}

function wordsOf(block: SlackBlock): readonly string[] {
  const { type, text, elements = [] } = block as Worded;
  switch (type) {
    case "header":
      // A span that opens inside another one would stand there as it is.
      return text ? [/[*_~`]/.test(text.text) ? text.text : `*${text.text}*`] : [];
    case "section":
      return text ? [text.text] : [];
    case "context":
      return elements.flatMap((element) =>
        typeof element.text === "string" ? [element.text] : [],
      );
    default:
      return [];
  }
}
