/**
 * The console: a chat page on this machine, and the terminal. The simplest adapter, and the model
 * for the others: same file names, same verbs.
 */
import { type Adapter, type Clock, DeliveryError, type Log } from "#core";
import { createEventStreams } from "./events.ts";
import { limits } from "./limits.ts";
import { createReceiver } from "./receive.ts";
import { registration } from "./register.ts";
import { createRoom } from "./room.ts";
import { createSender } from "./send.ts";
import { createServe, type Serve } from "./serve.ts";

export { briefFormats, runBrief } from "./brief.ts";
export { runChat } from "./chat.ts";

export interface ConsoleOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Word after the slash. */
  readonly commandName: string;
}

export interface ConsoleAdapter extends Adapter {
  /** Serves `/`, `/page/` and `/api/`; mounted on the runtime's HTTP server, for loopback only. */
  readonly fetch: Serve;
}

export function createConsoleAdapter({ clock, log, commandName }: ConsoleOptions): ConsoleAdapter {
  const room = createRoom();
  const sender = createSender(room, clock);
  let serve: Serve | undefined;
  let close = () => {};

  return {
    platform: "console",
    limits,
    start(bot) {
      const events = createEventStreams(room, () => registration(bot, room, commandName));
      const receiver = createReceiver({ bot, room, sender, commandName, now: () => clock.now() });
      serve = createServe({ bot, room, receiver, events, log });
      close = events.close;
      return Promise.resolve();
    },
    fetch: (request) =>
      serve?.(request) ?? Promise.resolve(new Response("Not started yet.\n", { status: 503 })),
    send(to, page, key) {
      if (!serve) {
        return Promise.reject(
          new DeliveryError("the console is not running", { retry: "later", code: "stopped" }),
        );
      }
      return sender.send(to, page, key);
    },
    find: sender.find,
    tell: sender.tell,
    stop() {
      close();
      serve = undefined;
      return Promise.resolve();
    },
  };
}
