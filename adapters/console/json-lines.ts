/** `npm run --silent chat -- --jsonl`: for scripts and scorers. One line out for each line in, in order. */
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { type Bot, bodyText, type Origin } from "#core";
import { ask } from "./ask.ts";
import { write } from "./write.ts";

const lineSchema = z.object({ conversation: z.string().min(1).max(500), user: z.string() });

interface Answer {
  /** Why there is no answer. */
  readonly error?: string;
  readonly text: string;
  readonly citations: readonly string[];
  readonly answered: boolean;
}

export async function runJsonLines(options: {
  readonly bot: Bot;
  readonly stdin: Readable;
  readonly stdout: Writable;
}): Promise<void> {
  const { bot, stdin, stdout } = options;
  let number = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const answer = await answerLine(bot, line, number).catch(
      (): Answer => failed("The bot failed on this line. Report it with the line, please."),
    );
    await write(stdout, `${JSON.stringify(answer)}\n`);
  }
}

async function answerLine(bot: Bot, line: string, number: number): Promise<Answer> {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success) {
    return failed('Each line is a JSON object like {"conversation":"1","user":"what is new?"}.');
  }
  const { conversation, user } = parsed.data;
  const origin = originOf(conversation);
  const reply = await ask({ bot, key: `jsonl:${number}`, text: user, origin });
  if (!reply) return failed("The bot has nothing to say to this.");
  const { document, citations, answered } = reply;
  return { text: bodyText(document), citations, answered };
}

/** A conversation id is a thread, and its own person and channel: one script is not one flood. */
function originOf(conversation: string): Origin & { readonly thread: string } {
  const name = encodeURIComponent(conversation.toWellFormed());
  return {
    platform: "console",
    workspace: "local",
    channel: `jsonl-${name}`,
    thread: `console:local:jsonl-${name}:1`,
    person: `jsonl-${name}`,
    direct: false,
    canPost: true,
    mayManage: true,
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function failed(error: string): Answer {
  return { error, text: "", citations: [], answered: false };
}
