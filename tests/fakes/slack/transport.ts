/** How Slack reaches an app: by a socket that the app opened, or by signed HTTP. */
import { createHmac, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { acceptSocket, type Socket } from "../frames.ts";
import type { Json } from "./state.ts";

export interface Delivered {
  /** HTTP status, or 200 for an acknowledged envelope. */
  readonly status: number;
  /** What the app answered: options of a menu, a new view. */
  readonly body: Json;
}

export interface Sockets {
  upgrade(request: IncomingMessage, stream: Duplex): void;
  /** Connections so far. */
  readonly opened: number;
  readonly live: readonly Socket[];
  /** Resolves when that many connections have been opened since the start. */
  until(opened: number): Promise<void>;
  /** Through any live connection; rejects when the app does not acknowledge. */
  send(type: string, payload: Json, more?: Json): Promise<Delivered>;
  close(): void;
}

export function createSockets(): Sockets {
  const live: Socket[] = [];
  const waiting: { readonly opened: number; readonly resolve: () => void }[] = [];
  const awaited = new Map<string, (delivered: Delivered) => void>();
  let opened = 0;
  return {
    live,
    get opened() {
      return opened;
    },
    upgrade(request, stream) {
      const socket = acceptSocket(stream, String(request.headers["sec-websocket-key"]), {
        text(text) {
          const { envelope_id, payload } = JSON.parse(text) as {
            envelope_id: string;
            payload?: Json;
          };
          awaited.get(envelope_id)?.({ status: 200, body: payload ?? {} });
          awaited.delete(envelope_id);
        },
        end() {
          live.splice(live.indexOf(socket), 1);
        },
      });
      live.push(socket);
      opened += 1;
      socket.send(JSON.stringify({ type: "hello", num_connections: live.length }));
      for (const waiter of waiting.splice(0)) {
        if (opened >= waiter.opened) waiter.resolve();
        else waiting.push(waiter);
      }
    },
    until: (count) =>
      opened >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ opened: count, resolve });
          }),
    send(type, payload, more = {}) {
      const envelope_id = randomUUID();
      const socket = live.at(-1);
      if (!socket) return Promise.resolve({ status: 503, body: {} });
      const acknowledged = new Promise<Delivered>((resolve) => {
        awaited.set(envelope_id, resolve);
      });
      socket.send(
        JSON.stringify({ type, envelope_id, payload, accepts_response_payload: true, ...more }),
      );
      return acknowledged;
    },
    close() {
      for (const socket of [...live]) socket.drop();
    },
  };
}

export interface HttpOptions {
  readonly secret?: string;
  /** Seconds. */
  readonly timestamp?: number;
  readonly signature?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as Slack signs it. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export async function postSigned(
  url: string,
  body: string,
  type: string,
  { secret = signingSecret, timestamp, signature, headers = {} }: HttpOptions = {},
): Promise<Delivered> {
  const seconds = String(timestamp ?? Math.floor(Date.now() / 1000));
  const hash = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  const signed = signature === undefined ? `v0=${hash}` : signature;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": type,
      "x-slack-request-timestamp": seconds,
      ...(signed !== null && { "x-slack-signature": signed }),
      ...headers,
    },
    body,
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? (JSON.parse(text) as Json) : {} };
}

export const signingSecret = "8f742231b10e8888abcd99yyyzzz85a5";
