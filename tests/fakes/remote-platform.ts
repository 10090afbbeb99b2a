/**
 * A platform in another process, so that it outlives a bot that is killed: over HTTP on loopback. It
 * knows of every call what it accepted, and may look at the bot's life at each moment of a call.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Adapter, DeliveryError, type Destination, destinationKey, type Receipt } from "#core";

/** What a post meets on its way: before it is accepted, after, and after its answer has left. */
export type Moment = "arrived" | "accepted" | "answered";

export interface RemotePlatform {
  readonly url: string;
  /** Keys in the order in which they were accepted. */
  readonly posts: readonly { readonly key: string; readonly to: string }[];
  stop(): Promise<void>;
}

export async function servePlatform(
  on: (moment: Moment, posts: number) => void = () => {},
): Promise<RemotePlatform> {
  const posts: { key: string; to: string }[] = [];
  const numbers = new Map<string, number>();
  const server = createServer((request, response) => {
    const answer = (body: unknown) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    };
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname === "/find") {
      answer({ number: numbers.get(url.searchParams.get("key") ?? "") ?? 0 });
      return;
    }
    let body = "";
    request.on("data", (piece) => {
      body += piece;
    });
    request.on("end", () => {
      on("arrived", posts.length);
      const { key, to } = JSON.parse(body);
      posts.push({ key, to });
      numbers.set(key, posts.length);
      on("accepted", posts.length);
      answer({ number: posts.length });
      on("answered", posts.length);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The bot's side of it. */
export function createRemoteAdapter(url: string, finds: boolean): Adapter {
  const receiptOf = (to: Destination, number: number): Receipt => ({
    message: String(number),
    at: Temporal.Now.instant().toString(),
    thread: `fake:${to.workspace}:${to.channel}:${number}`,
  });
  return {
    platform: "fake",
    limits: {
      page: { characters: 4_000, blocks: 100, actions: 25 },
      actionLabel: 80,
      actionLine: 200,
      measure: () => ({ characters: 1, blocks: 1, actions: 0 }),
    },
    start: async () => {},
    stop: async () => {},
    async send(to, _page, key) {
      try {
        const response = await fetch(url, {
          method: "POST",
          body: JSON.stringify({ key, to: destinationKey(to) }),
        });
        const { number } = (await response.json()) as { number: number };
        return receiptOf(to, number);
      } catch (cause) {
        throw new DeliveryError("no answer", { retry: "unclear", code: "no-answer", cause });
      }
    },
    ...(finds && {
      async find(to: Destination, key: string) {
        const response = await fetch(`${url}/find?key=${key}`);
        const { number } = (await response.json()) as { number: number };
        return number === 0 ? undefined : receiptOf(to, number);
      },
    }),
  };
}
