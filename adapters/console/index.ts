/**
 * The console: a chat page on this machine, and the terminal. The simplest adapter, and the model
 * for the others: same file names, same verbs.
 */
import {
  type Adapter,
  type Clock,
  DeliveryError,
  type Log,
  type Pictures,
  type Previewer,
  type Reading,
} from "#core";
import { createEventStreams } from "./events.ts";
import { limits } from "./limits.ts";
import { createPictureShelf } from "./picture-shelf.ts";
import { createPreviews } from "./previews.ts";
import { createReader } from "./reader/serve.ts";
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
  /** Draws charts; without it they are told in words alone. */
  readonly pictures?: Pictures;
  /** How other platforms would show a message; loaded when first asked for. */
  readonly previewers?: () => Promise<readonly Previewer[]>;
  /** What the reading pages show. */
  readonly reading?: Reading;
}

export interface ConsoleAdapter extends Adapter {
  /** Serves `/`, `/page/` and `/api/`; mounted on the runtime's HTTP server, for loopback only. */
  readonly fetch: Serve;
  /** Serves `/read`, `/edition/` and `/pictures/`: read-only, also under the public name. */
  readonly read: Serve;
}

export function createConsoleAdapter(options: ConsoleOptions): ConsoleAdapter {
  const { clock, log, commandName, pictures, reading } = options;
  const shelf = pictures && createPictureShelf(pictures);
  const previews =
    options.previewers && createPreviews(options.previewers, pictures && { pictures, log });
  const read = shelf && reading && createReader({ reading, shelf, clock, log });
  const room = createRoom();
  const sender = createSender(room, clock, shelf);
  let serve: Serve | undefined;
  let close = () => {};

  return {
    platform: "console",
    limits,
    start(bot) {
      const events = createEventStreams(room, () => registration(bot, room, commandName));
      const receiver = createReceiver({
        ...{ bot, room, sender, commandName, shelf },
        now: () => clock.now(),
      });
      serve = createServe({ bot, room, receiver, events, log, previews });
      close = events.close;
      return Promise.resolve();
    },
    fetch: (request) =>
      serve?.(request) ?? Promise.resolve(new Response("Not started yet.\n", { status: 503 })),
    read: (request) =>
      read?.(request) ?? Promise.resolve(new Response("Nothing to read here.\n", { status: 404 })),
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
