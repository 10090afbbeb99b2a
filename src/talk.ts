/** Talking in the terminal: `npm run chat` and `npm run brief`. A fresh memory store each time. */
import { type Bot, createAnswerer, createBot, createMemoryStore, toText } from "#core";
import { briefFormats, runBrief, runChat } from "../adapters/console/index.ts";
import { personHash } from "./runtime/store/installation.ts";
import { openSettings } from "./settings.ts";

const chatUsage = `Usage: npm run chat [-- --jsonl]
With --jsonl it reads lines like {"conversation":"1","user":"who mediates?"} and answers each with one.
`;

/** `chat [--jsonl]`. Resolves to the exit code when the input ends. */
export async function chatCommand(words: readonly string[], root: URL): Promise<number> {
  const jsonl = words.includes("--jsonl");
  if (words.some((word) => word !== "--jsonl")) {
    process.stderr.write(chatUsage);
    return 2;
  }
  const bot = await openBot(root);
  if (!bot) return 1;
  await runChat({ bot, stdin: process.stdin, stdout: process.stdout, jsonl });
  return 0;
}

const briefUsage = `Usage: npm run brief -- <command line> [--as ${briefFormats.join("|")}]
As in: npm run brief -- topic prisoners --as markdown
       npm run brief -- ask "who mediates?" --explain
`;

/** `brief <line> [--as FORMAT]`. Prints one answer. */
export async function briefCommand(all: readonly string[], root: URL): Promise<number> {
  const explain = all.includes("--explain");
  const words = all.filter((word) => word !== "--explain");
  const at = words.indexOf("--as");
  const as = at < 0 ? "text" : words[at + 1];
  const format = briefFormats.find((each) => each === as);
  if (!format) {
    process.stderr.write(briefUsage);
    return 2;
  }
  const line = words.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const bot = await openBot(root);
  if (!bot) return 1;
  await runBrief({ bot, line: line.join(" "), as: format, stdout: process.stdout });
  return explain ? explained(line, root) : 0;
}

/** What stands behind the answer to a question: claims, scores, and what was understood. */
async function explained(line: readonly string[], root: URL): Promise<number> {
  const settings = await openSettings(root, "error");
  if (!settings) return 1;
  const [first, ...rest] = line;
  const text = (first === "ask" ? rest : line).join(" ");
  const dossier = settings.dossiers.get();
  const request = {
    text,
    dossier,
    now: Temporal.Now.instant(),
    depth: "90s",
    conversation: undefined,
  } as const;
  process.stdout.write(`\n${toText(createAnswerer().workings(request))}\n`);
  return 0;
}

async function openBot(root: URL): Promise<Bot | undefined> {
  const settings = await openSettings(root, "error");
  if (!settings) return undefined;
  return createBot({
    library: settings.dossiers,
    store: createMemoryStore(),
    clock: { now: Temporal.Now.instant },
    log: settings.log,
    answerer: createAnswerer(),
    commandName: settings.config.commandName,
    hashPerson: personHash("a terminal knows one person"),
    flood: "none",
  });
}
