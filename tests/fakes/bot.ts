/** A bot on the canal dossier, with a store, a clock and a log that tests can look into. */
import {
  type Bot,
  type BotParts,
  type Call,
  createAnswerer,
  createBot,
  createMemoryStore,
  type Dossier,
  type IncomingMessage,
  type Origin,
  type Reply,
  type Store,
} from "#core";
import { canalDossier } from "../fixtures/dossiers.ts";
import { createHandClock, type HandClock } from "./clock.ts";

export interface TestBot {
  readonly bot: Bot;
  readonly store: Store;
  readonly clock: HandClock;
  readonly logged: readonly { readonly event: string; readonly fields: unknown }[];
  /** A slash command in a channel. */
  slash(line: string, origin?: Partial<Origin>): Promise<Reply>;
  /** A message; in a thread when the origin names one. */
  write(
    text: string,
    origin?: Partial<Origin>,
    more?: Partial<IncomingMessage>,
  ): Promise<Reply | undefined>;
}

export const channel: Origin = {
  platform: "test",
  workspace: "w",
  channel: "general",
  person: "ann",
  direct: false,
  canPost: true,
  mayManage: false,
};

export function createTestBot(
  parts: Partial<BotParts> = {},
  dossiers: readonly Dossier[] = [canalDossier()],
): TestBot {
  const store = createMemoryStore();
  const clock = createHandClock();
  const logged: { event: string; fields: unknown }[] = [];
  const log = (event: string, fields?: unknown) => logged.push({ event, fields });
  const bot = createBot({
    library: {
      ids: dossiers.map(({ id }) => id),
      get: (id) => {
        const found = id === undefined ? dossiers[0] : dossiers.find((each) => each.id === id);
        if (!found) throw new Error(`no dossier ${id}`);
        return found;
      },
    },
    store,
    clock,
    log: { debug: log, info: log, warn: log, error: log },
    answerer: createAnswerer(),
    commandName: "brief",
    hashPerson: (person) => `#${person}`,
    ...parts,
  });
  let calls = 0;
  const call = (input: Call["input"], origin?: Partial<Origin>) => {
    calls += 1;
    return bot.command({ key: `call-${calls}`, origin: { ...channel, ...origin }, input });
  };
  return {
    bot,
    store,
    clock,
    logged,
    slash: (line, origin) => call({ type: "line", line }, origin),
    write: (text, origin, more) => {
      calls += 1;
      return bot.message({
        key: `message-${calls}`,
        origin: { ...channel, ...origin },
        text,
        mentioned: false,
        ...more,
      });
    },
  };
}
