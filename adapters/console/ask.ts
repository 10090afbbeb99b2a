import type { Bot, Origin, Reply } from "#core";

interface Question {
  readonly bot: Bot;
  readonly key: string;
  readonly text: string;
  /** With its thread: what is printed needs no receipt, for its thread is known before. */
  readonly origin: Origin & { readonly thread: string };
}

/** Says something in a thread of the terminal. A leading slash is forgiven. */
export function ask({ bot, key, origin, text }: Question): Promise<Reply | undefined> {
  const words = text.replace(/^\//, "");
  return bot.message({ key, origin, text: words, mentioned: true, message: key });
}
