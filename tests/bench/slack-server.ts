/**
 * A Slack that only answers, in a process of its own so that its work is not counted. Told by its
 * parent to send commands, it says how long each acknowledgement took.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { acceptSocket, type Socket } from "../fakes/frames.ts";

/** Sends so many commands, `window` at a time, or one every `every` milliseconds. */
export interface Order {
  readonly commands: number;
  readonly window: number;
  readonly every?: number;
  /** Wait for the post that answers each, not only for its acknowledgement. */
  readonly posts: boolean;
}
export interface Result {
  /** Milliseconds, one for each command. */
  readonly acknowledged: readonly number[];
}

const sent = new Map<string, number>();
let socket: Socket | undefined;
let order: Order | undefined;
let acknowledged: number[] = [];
let begun = 0;
let posted = 0;
let count = 0;

const answers: Readonly<Record<string, object>> = {
  "auth.test": { user_id: "UBOT", bot_id: "BBOT", user: "bot", team_id: "T1" },
  "users.info": { user: { id: "U1", tz: "UTC" } },
  "conversations.info": { channel: { id: "C1", is_member: true } },
};

const server = createServer((request, response) => {
  const method = (request.url ?? "").replace("/api/", "");
  request.resume();
  request.on("end", () => {
    count += 1;
    const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answer =
      method === "apps.connections.open" ? { url: `ws://${origin}/link` } : answers[method];
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ok: true, channel: "C1", ts: `1700000000.${count}`, ...answer }));
    if (method === "chat.postMessage") {
      posted += 1;
      next();
    }
  });
});

server.on("upgrade", (request, stream) => {
  socket = acceptSocket(stream, String(request.headers["sec-websocket-key"]), {
    text(text) {
      const { envelope_id } = JSON.parse(text) as { envelope_id: string };
      const at = sent.get(envelope_id);
      if (at === undefined) return;
      sent.delete(envelope_id);
      acknowledged.push(performance.now() - at);
      next();
    },
    end() {},
  });
  socket.send(JSON.stringify({ type: "hello" }));
});

/** Keeps as many under way as were ordered; tells when all have come back. */
function next(): void {
  if (!order) return;
  const back = order.posts ? Math.min(posted, acknowledged.length) : acknowledged.length;
  if (back === order.commands) {
    process.send?.({ acknowledged } satisfies Result);
    order = undefined;
    return;
  }
  if (order.every !== undefined) return;
  while (begun < order.commands && begun - back < order.window) command();
}

function command(): void {
  begun += 1;
  count += 1;
  const id = `e${count}`;
  sent.set(id, performance.now());
  socket?.send(
    JSON.stringify({
      type: "slash_commands",
      envelope_id: id,
      accepts_response_payload: true,
      payload: {
        command: "/brief",
        text: "now",
        team_id: "T1",
        channel_id: "C1",
        user_id: "U1",
        trigger_id: `t${count}`,
        response_url: "https://hooks.slack.com/commands/x",
      },
    }),
  );
}

process.on("message", (message: Order) => {
  order = message;
  acknowledged = [];
  begun = 0;
  posted = 0;
  if (message.every === undefined) {
    next();
    return;
  }
  const timer = setInterval(() => {
    if (!order || begun === order.commands) clearInterval(timer);
    else command();
  }, message.every);
});

server.listen(0, "127.0.0.1", () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
