/** Server-sent events: the room as it is, then each message as it comes. */

import { wireMessage } from "./register.ts";
import type { Room } from "./room.ts";
import type { WireRoom } from "./wire.ts";

export interface EventStreams {
  open(): Response;
  /** Ends all streams, so that the server can stop. */
  close(): void;
}

/** A proxy or a sleeping laptop drops a silent connection; a comment line keeps it. */
const silenceMilliseconds = 25_000;

/** Events that wait for a reader; one further behind is cut off, and gets the room anew when it comes back. */
const mostWaiting = 200;

export function createEventStreams(room: Room, snapshot: () => WireRoom): EventStreams {
  const closers = new Set<() => void>();
  return {
    open() {
      let close = () => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const encoder = new TextEncoder();
          const write = (text: string) => {
            controller.enqueue(encoder.encode(text));
            if ((controller.desiredSize ?? 0) >= -mostWaiting) return;
            // Not closed but failed: what waits is let go.
            controller.error(new Error("the reader is too slow"));
            close();
          };
          const event = (name: string, data: unknown) =>
            write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
          event("room", snapshot());
          const unwatch = room.watch((message) => event("message", wireMessage(message)));
          const beat = setInterval(() => write(": still here\n\n"), silenceMilliseconds);
          beat.unref();
          close = () => {
            if (!closers.delete(close)) return;
            unwatch();
            clearInterval(beat);
            try {
              controller.close();
            } catch {
              // The browser has already gone.
            }
          };
          closers.add(close);
        },
        cancel: () => close(),
      });
      return new Response(body, {
        headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
      });
    },
    close() {
      for (const close of [...closers]) close();
    },
  };
}
