/** The bot: what comes in is read, answered and remembered; what goes wrong is said calmly. */
import type { Answerer } from "./answer/answer.ts";
import type { Bot, Call, IncomingMessage, Reply } from "./bot.ts";
import type { Command } from "./command/command.ts";
import { complete } from "./command/complete.ts";
import { specsOf, table } from "./command/table.ts";
import { directKey, keyOf } from "./conversation/key.ts";
import { createQueue, remember, type Said } from "./conversation/remember.ts";
import { UserError } from "./errors.ts";
import { createFlood, type FloodLimits, usualLimits } from "./flood.ts";
import type { Clock, Conversation, Library, Log, Store } from "./ports.ts";
import { type Asked, defectReply, errorReply, pauseReply, repeatedReply } from "./reply.ts";
import { type Outcome, respond } from "./respond.ts";

export interface BotParts {
  readonly library: Library;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly answerer: Answerer;
  /** What people type after the slash. */
  readonly commandName: string;
  /** Hides who a person is; the same person gives the same hash. */
  hashPerson(person: string): string;
  /** Absent: the usual ones. `none` for scripts that ask on somebody's own machine. */
  readonly flood?: FloodLimits | "none";
  /** Subcommands besides those of the core's own table. */
  readonly more?: readonly Command[];
}

/** Replies whose posting is awaited, and calls whose repetition gets the same reply. */
const mostAwaited = 1_000;

export function createBot(parts: BotParts): Bot {
  const { library, store, clock, log, answerer, hashPerson } = parts;
  const commandName = parts.commandName.toLowerCase();
  const commands = [...table, ...(parts.more ?? [])];
  const flood = parts.flood === "none" ? undefined : createFlood(parts.flood ?? usualLimits);
  const inTurn = createQueue();
  const calls = new Map<string, Promise<Reply>>();
  const awaiting = new Map<string, Said>();
  let defects = 0;

  async function answer(
    asked: Asked,
    input: Call["input"],
    way: "call" | "message",
    message: string | undefined,
  ): Promise<Reply> {
    const now = clock.now();
    const person = hashPerson(asked.origin.person);
    const work = async () => {
      const outcome = await respond({
        ...{ asked, input, way, now, person, message, commands, commandName },
        ...{ library, store, answerer },
      });
      await keep(outcome);
      return outcome.reply;
    };
    const key = keyOf(asked.origin);
    return key === undefined ? work() : inTurn(key, work);
  }

  async function keep({ reply, said, thread }: Outcome): Promise<void> {
    if (said === undefined) return;
    if (thread !== undefined) await remember(store.conversations, thread, said);
    else put(awaiting, reply.id, said);
  }

  /** Never rejects. */
  async function calmly<Result extends Reply | undefined>(
    asked: Asked,
    work: () => Promise<Result>,
  ): Promise<Result | Reply> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof UserError) return errorReply(asked, error);
      defects += 1;
      const reference = `${clock.now().epochMilliseconds.toString(36)}-${defects}`;
      log.error("defect", { reference, platform: asked.origin.platform, ...trace(error) });
      return defectReply(asked, reference);
    }
  }

  function wait({ origin }: Asked) {
    const place = `${origin.platform}:${origin.workspace}:${origin.channel}`;
    return flood?.pass(hashPerson(origin.person), place, clock.now());
  }

  async function handleCall({ key, origin, input }: Call): Promise<Reply> {
    const asked = { key, origin, line: input.type === "line" ? input.line : input.name };
    return calmly(asked, async () => {
      if (!(await store.seen.claim(`call:${key}`, clock.now()))) return repeatedReply(asked);
      const passage = wait(asked);
      if (passage?.type === "wait") return pauseReply(asked, passage.wait);
      return answer(asked, input, "call", undefined);
    });
  }

  async function handleMessage(incoming: IncomingMessage): Promise<Reply | undefined> {
    const { key, origin, text, message } = incoming;
    const asked = { key, origin, line: text };
    return calmly(asked, async () => {
      const ours = incoming.mentioned || origin.direct || (await owned(origin.thread));
      if (!ours || !(await store.seen.claim(`message:${key}`, clock.now()))) return undefined;
      const passage = wait(asked);
      if (passage?.type === "wait") {
        return passage.first ? pauseReply(asked, passage.wait) : undefined;
      }
      return answer(asked, { type: "line", line: text }, "message", message);
    });
  }

  async function owned(thread: string | undefined): Promise<boolean> {
    return thread !== undefined && (await store.conversations.get(thread)) !== undefined;
  }

  return {
    get commands() {
      return specsOf(commands, library.get());
    },
    command(call) {
      const known = calls.get(call.key);
      if (known) return known;
      const reply = handleCall(call);
      put(calls, call.key, reply);
      return reply;
    },
    message: handleMessage,
    complete: async (name, option, typed) => {
      const dossier = library.get();
      const specs = specsOf(commands, dossier);
      const spec = specs.find((each) => each.name === name)?.options[option];
      if (spec === undefined) return [];
      const today = clock.now().toZonedDateTimeISO("UTC").toPlainDate();
      return complete(spec, typed, { dossier, dossiers: library.ids, commands: specs, today });
    },
    posted: async (id, { thread }) => {
      const said = awaiting.get(id);
      awaiting.delete(id);
      if (said) await inTurn(thread, () => remember(store.conversations, thread, said));
    },
    deleted: async (thread, message) => {
      for (const key of [thread, directKey(thread)]) {
        await inTurn(key, async () => {
          const conversation = await store.conversations.get(key);
          if (conversation) await store.conversations.put(without(conversation, message));
        });
      }
    },
    owns: owned,
    feedback: (feedback) =>
      store.feedback.add({
        ...feedback,
        dossier: feedback.dossier || library.get().id,
        at: clock.now().toString(),
      }),
    removed: async (prefix) => {
      await store.conversations.forgetThreads(prefix);
      await store.subscriptions.forgetThreads(prefix);
      await store.notes.forgetThreads(prefix);
    },
  };
}

function without(conversation: Conversation, message: string): Conversation {
  return {
    ...conversation,
    turns: conversation.turns.filter((turn) => turn.message !== message),
  };
}

function put<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostAwaited && oldest !== undefined) map.delete(oldest);
}

/** Where it happened, without messages: they may hold a person's words. */
function trace(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? "").split("\n").map((frame) => frame.trim());
  return { error: error.name, at: frames.filter((frame) => frame.startsWith("at ")).slice(0, 8) };
}
