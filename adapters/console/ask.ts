import type { Bot, Origin, Reply } from "#core";

interface Question {
  readonly bot: Bot;
  readonly key: string;
  readonly text: string;
  /** With its thread: what is printed needs no receipt, for its thread is known before. */
  readonly origin: Origin & { readonly thread: string };
}

/** Says something in a thread of the terminal; a line that begins with a slash is a command. */
export function ask({ bot, key, origin, text }: Question): Promise<Reply | undefined> {
  const line = /^\s*\/(.*)$/s.exec(text)?.[1];
  if (line !== undefined) return bot.command({ key, origin, input: { type: "line", line } });
  return bot.message({ key, origin, text, mentioned: true, message: key });
}
