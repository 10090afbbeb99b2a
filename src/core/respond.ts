/** One call or message: read, answered, and what is to be remembered of it. */
import type { Answerer } from "./answer/answer.ts";
import type { Call, Origin, Reply } from "./bot.ts";
import type {
  Command,
  CommandContext,
  CommandSpec,
  Depth,
  Draft,
  OptionValues,
} from "./command/command.ts";
import { type Grammar, type Parsed, parse, parseOptions } from "./command/grammar/parse.ts";
import { specsOf } from "./command/table.ts";
import { shareable, staying } from "./command/ways-on.ts";
import { lineOf } from "./command/write-line.ts";
import { directKey, goesOn, keyOf, privateKey } from "./conversation/key.ts";
import type { Said } from "./conversation/remember.ts";
import { say } from "./document/sentence.ts";
import type { Document } from "./document/tree.ts";
import { asOf } from "./dossier/as-of.ts";
import type { Dossier } from "./dossier/dossier.ts";
import type { Conversation, Library, Store, ThreadId, Turn } from "./ports.ts";
import { type Asked, answerReply } from "./reply.ts";
import { isShareable, visibilityOf, type Way } from "./visibility.ts";

export interface Request {
  readonly asked: Asked;
  readonly input: Call["input"];
  readonly way: Way;
  readonly now: Temporal.Instant;
  /** Hash of the person. */
  readonly person: string;
  /** The platform's id of the question's message. */
  readonly message: string | undefined;
  readonly commands: readonly Command[];
  readonly commandName: string;
  readonly library: Library;
  readonly store: Store;
  readonly answerer: Answerer;
}

export interface Outcome {
  readonly reply: Reply;
  /** Absent when nothing is to be remembered. */
  readonly said: Said | undefined;
  /** Where to remember it; absent until the reply is posted and has a thread. */
  readonly thread: ThreadId | undefined;
}

/** Subcommands that speak of what was said before, also where no thread shows it. */
const goingOn: readonly string[] = ["ask", "why", "export"];

/** Subcommands that are no part of a conversation. */
const aside: readonly string[] = [
  "forget",
  "help",
  "less",
  "pause",
  "preview",
  "resume",
  "status",
  "subscribe",
  "subscriptions",
  "unsubscribe",
];

const usualDepth: Depth = "90s";

/** @throws UserError for what the person can mend. */
export async function respond(request: Request): Promise<Outcome> {
  const { asked, way, now, person, library, store, answerer } = request;
  const { origin } = asked;
  const before = await conversationOf(request);
  const specs = specsOf(request.commands, library.get(before?.dossier));
  const { name, values } = asCommand(read(request, before, specs));
  const [command, spec] = [find(request.commands, name), find(specs, name)];
  const conversation = partOf(name, origin, before);
  const dossier = dossierFor(request, conversation, values);
  const chosen = values["depth"] as Depth | undefined;
  const context: CommandContext = {
    ...{ library, now, origin, person, conversation, answerer, store, dossier },
    depth: chosen ?? conversation?.depth ?? usualDepth,
    depthChosen: chosen !== undefined || conversation?.depth !== undefined,
    commandName: request.commandName,
    commands: specs,
  };
  const draft = await command.run(values, context);
  const question = spoken(values);
  if (draft.gap && question !== undefined) await store.unanswered.add(question, dossier.id, now);
  const visibility = draft.visibility ?? visibilityOf(spec, values, way, origin);
  const line = lineOf(spec, values);
  const document = finished(draft.document, request, context, { spec, line, visibility });
  const reply = answerReply({ ...asked, line }, draft, document, visibility);
  return {
    reply,
    said: aside.includes(name)
      ? undefined
      : {
          turn: turnOf(request, name, question ?? line, reply, draft, dossier.id),
          dossier: dossier.id,
          asOf: dossier.asOf?.toString(),
          depth: chosen ?? conversation?.depth,
          anew: conversation === undefined,
        },
    thread: keyOf(origin) ?? (visibility === "private" ? privateKey(origin, person) : undefined),
  };
}

/** The conversation this could go on with. */
async function conversationOf(request: Request): Promise<Conversation | undefined> {
  const { asked, now, person, store, way } = request;
  const { origin } = asked;
  const key = keyOf(origin) ?? (way === "call" ? privateKey(origin, person) : undefined);
  const found = key === undefined ? undefined : await store.conversations.get(key);
  if (origin.direct && origin.thread !== undefined) {
    return withRoot(store, origin.thread, found);
  }
  return found && goesOn(found, origin, now) ? found : undefined;
}

/** A thread in direct messages goes on from the question that it hangs below. */
async function withRoot(
  { conversations }: Pick<Store, "conversations">,
  thread: ThreadId,
  found: Conversation | undefined,
): Promise<Conversation | undefined> {
  const around = await conversations.get(directKey(thread));
  const root = around?.turns.find(({ message }) => message === thread.split(":").at(-1));
  if (!around || !root) return found;
  return { ...(found ?? around), thread, turns: [root, ...(found?.turns ?? [])] };
}

/** Where no thread shows what was said before, a subcommand starts anew. */
function partOf(
  name: string,
  { thread }: Origin,
  before: Conversation | undefined,
): Conversation | undefined {
  return thread !== undefined || goingOn.includes(name) ? before : undefined;
}

function read(
  { asked, input, way, now, library, commandName }: Request,
  before: Conversation | undefined,
  commands: readonly CommandSpec[],
): Parsed {
  const grammar: Grammar = {
    commands,
    first: "now",
    commandName,
    today: today(now),
    dossiers: library.ids,
    dossier: (values, name) =>
      dossierFor({ now, library }, partOf(name, asked.origin, before), values),
  };
  switch (input.type) {
    case "line":
      return parse(input.line, way === "call" ? "typed" : "said", grammar);
    case "options":
      return parseOptions(input.name, input.options, grammar);
    default:
      throw new RangeError(`unknown input ${JSON.stringify(input satisfies never)}`);
  }
}

function asCommand(parsed: Parsed): { readonly name: string; readonly values: OptionValues } {
  if (parsed.type === "command") return parsed;
  return { name: "ask", values: { question: parsed.text } };
}

/** The dossier asked for, or the thread's, or the default; as of the day asked for, or the thread's. */
function dossierFor(
  { library, now }: Pick<Request, "library" | "now">,
  conversation: Conversation | undefined,
  values: OptionValues,
): Dossier {
  const wanted = values["in"];
  const dossier = library.get(typeof wanted === "string" ? wanted : conversation?.dossier);
  const day = values["as-of"] ?? conversation?.asOf;
  // As of today is no view of a day, so that it also ends one that a thread has kept.
  if (typeof day !== "string" || day === today(now).toString()) return dossier;
  return asOf(dossier, Temporal.PlainDate.from(day));
}

function today(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO("UTC").toPlainDate();
}

function find<Named extends { readonly name: string }>(all: readonly Named[], name: string): Named {
  const found = all.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`no subcommand "${name}"`);
  return found;
}

/** The person's own words, of the subcommands that take any. */
function spoken(values: OptionValues): string | undefined {
  const words = values["question"] ?? values["assertion"];
  return typeof words === "string" ? words : undefined;
}

/** A turn of a subcommand carries its name: nothing in it was understood from free words. */
function turnOf(
  { asked: { origin }, now, person, message, library }: Request,
  name: string,
  question: string,
  reply: Reply,
  draft: Draft,
  dossier: string,
): Turn {
  // As the record has it now, also where the answer is as of an earlier day.
  const { claims } = library.get(dossier);
  const stated = reply.citations.filter((id) => claims.get(id)?.status !== "rejected");
  return {
    at: now.toString(),
    person,
    question,
    ...(message !== undefined && { message }),
    answered: reply.answered,
    citations: reply.citations,
    ...(reply.visibility === "public" && !origin.direct && { stated }),
    carried: { ...draft.carried, ...(name !== "ask" && { command: name }) },
  };
}

/** The stamp once in a thread, buttons that stay where they are, and a way to share. */
function finished(
  document: Document,
  { way, asked: { origin }, library }: Request,
  { dossier, conversation, commands }: CommandContext,
  shown: {
    readonly spec: CommandSpec;
    readonly line: string;
    readonly visibility: Reply["visibility"];
  },
): Document {
  const { spec, line, visibility } = shown;
  const stay = staying(document, {
    asOf: dossier.asOf?.toString(),
    dossier: dossier.id === library.get().id ? undefined : dossier.id,
    privately: visibility === "private" && isShareable(spec),
    commands,
  });
  const same =
    keyOf(origin) !== undefined &&
    conversation !== undefined &&
    conversation.dossier === dossier.id &&
    conversation.asOf === dossier.asOf?.toString();
  const stamped = same ? withoutStamp(stay) : stay;
  if (visibility === "public" || way === "message") return stamped;
  const hint = origin.canPost || !("privately" in spec.options) ? stamped : withHint(stamped);
  if (!origin.canPost) return hint;
  if ("publicly" in spec.options) return shareable(hint, `${line} publicly:yes`);
  return "privately" in spec.options ? shareable(hint, line) : hint;
}

function withoutStamp({ stamp: _, ...document }: Document): Document {
  return document;
}

function withHint(document: Document): Document {
  const hint = { type: "paragraph", sentences: [say("bot.cannot-post")] } as const;
  return { ...document, blocks: [...document.blocks, hint] };
}
