/** The terminal: a conversation for people, or one JSON line for each line for programs. */
import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { type Bot, type Origin, toText } from "#core";
import { ask } from "./ask.ts";
import { runJsonLines } from "./json-lines.ts";
import { wrap } from "./wrap.ts";
import { write } from "./write.ts";

export interface ChatOptions {
  readonly bot: Bot;
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Lines of `{"conversation", "user"}` in, lines of `{"text", "citations", "answered"}` out. */
  readonly jsonl: boolean;
}

/** Resolves when the input ends or the person leaves. */
export async function runChat(options: ChatOptions): Promise<void> {
  if (options.jsonl) return runJsonLines(options);
  const { bot, stdin, stdout } = options;
  const terminal = "isTTY" in stdin && stdin.isTTY === true;
  const lines = createInterface({
    input: stdin,
    ...(terminal && { output: stdout, completer: (line: string) => complete(bot, line) }),
  });
  const columns = "columns" in stdout && typeof stdout.columns === "number" ? stdout.columns : 80;
  const width = Math.min(columns, 88);
  const say = (text: string) => write(stdout, `${wrap(text, width)}\n\n`);

  await say(greeting);
  lines.setPrompt("› ");
  if (terminal) lines.prompt();
  let turn = 0;
  for await (const line of lines) {
    const text = line.trim();
    if (/^\/?(?:exit|quit|bye)$/i.test(text)) break;
    turn += 1;
    if (text !== "") {
      await write(stdout, "\n");
      const reply = await ask({ bot, key: `terminal:${turn}`, text, origin });
      if (reply) await say(toText(reply.document));
      for (const { name } of reply?.files ?? []) {
        // In one line however long, to be copied; without npm's own words in the file.
        const command = `npm run --silent brief -- ${reply?.line} --as file > ${name}`;
        await write(stdout, `To save it:\n  ${command}\n\n`);
      }
    }
    if (terminal) lines.prompt();
  }
  lines.close();
}

const greeting =
  "Ask a question, or type a command: now, topic, timeline, who, help. Tab completes, exit leaves. Nothing is kept after that, so no digest will come here: npm start is for those.";

const origin: Origin & { readonly thread: string } = {
  platform: "console",
  workspace: "local",
  channel: "terminal",
  thread: "console:local:terminal:1",
  person: "local",
  direct: true,
  canPost: true,
  mayManage: true,
};

/** Commands, then the values of the command's main option. */
async function complete(bot: Bot, line: string): Promise<[string[], string]> {
  const [, name = "", rest] = /^\/?(\S*)(?:\s+(.*))?$/.exec(line) ?? [];
  if (rest === undefined) {
    const names = bot.commands.map((command) => `${command.name} `);
    return [names.filter((each) => each.startsWith(name.toLowerCase())), name];
  }
  const command = bot.commands.find((each) => each.name === name.toLowerCase());
  const option = command && Object.entries(command.options).find(([, spec]) => spec.rest)?.[0];
  if (!command || option === undefined) return [[], rest];
  const choices = await bot.complete(command.name, option, rest);
  return [choices.map((choice) => choice.value), rest];
}
