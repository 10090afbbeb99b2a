/**
 * A Discord that only answers, in a process of its own so that its work is not counted. Told by its
 * parent to send interactions, it says how long each first response took.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { channelOf, guildOf, userOf, usualPermissions } from "../fakes/discord/payloads.ts";
import { createState } from "../fakes/discord/state.ts";
import { acceptSocket, type Socket } from "../fakes/frames.ts";
import type { Order, Result } from "./slack-server.ts";

const state = createState({ now: Temporal.Now.instant });
const channel = state.addChannel({ name: "general" });
const person = state.nextId();

const sent = new Map<string, number>();
let socket: Socket | undefined;
let order: Order | undefined;
let acknowledged: number[] = [];
let begun = 0;
let posted = 0;
let sequence = 0;

const server = createServer((request, response) => {
  const path = (request.url ?? "").replace("/api/v10", "").split("?", 1)[0] ?? "";
  request.resume();
  request.on("end", () => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer(request.method ?? "GET", path)));
  });
});

function answer(method: string, path: string): unknown {
  const { port } = server.address() as AddressInfo;
  if (path === "/gateway/bot") {
    const session_start_limit = { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 };
    return { url: `ws://127.0.0.1:${port}/gateway`, shards: 1, session_start_limit };
  }
  if (path.startsWith("/interactions/")) {
    const at = sent.get(path.split("/")[2] ?? "");
    if (at !== undefined) acknowledged.push(performance.now() - at);
    next();
    return {};
  }
  if (method === "POST" && path.endsWith("/messages")) {
    posted += 1;
    next();
    const author = userOf(state.bot, true);
    return { id: state.nextId(), channel_id: path.split("/")[2], author, type: 0, content: "" };
  }
  return path.endsWith("/commands") ? [] : { id: state.nextId() };
}

server.on("upgrade", (request, stream) => {
  const mine = acceptSocket(stream, String(request.headers["sec-websocket-key"]), {
    text(text) {
      const { op, d } = JSON.parse(text) as { op: number; d: { shard: unknown } };
      if (op === 1) mine.send(JSON.stringify({ op: 11 }));
      if (op !== 2) return;
      sequence = 0;
      socket = mine;
      dispatch("READY", {
        v: 10,
        user: userOf(state.bot, true),
        guilds: [{ id: state.guild, unavailable: true }],
        session_id: "session",
        resume_gateway_url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/gateway`,
        shard: d.shard,
        application: { id: state.application, flags: 0 },
      });
      dispatch("GUILD_CREATE", guildOf(state));
    },
    end() {},
  });
  mine.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
});

function dispatch(t: string, d: unknown): void {
  sequence += 1;
  socket?.send(JSON.stringify({ op: 0, s: sequence, t, d }));
}

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
  while (begun < order.commands && begun - back < order.window) interact();
}

function interact(): void {
  begun += 1;
  const id = state.nextId();
  sent.set(id, performance.now());
  dispatch("INTERACTION_CREATE", {
    id,
    application_id: state.application,
    type: 2,
    data: { id: "1", name: "brief", type: 1, options: [{ name: "now", type: 1, options: [] }] },
    token: `token-${id}`,
    version: 1,
    channel_id: channel.id,
    channel: { ...channelOf(channel, state), permissions: usualPermissions },
    guild_id: state.guild,
    guild: { id: state.guild, locale: "en-US", features: [] },
    guild_locale: "en-US",
    locale: "en-US",
    member: {
      user: userOf(person, false),
      roles: [],
      joined_at: "2026-01-01T00:00:00.000Z",
      deaf: false,
      mute: false,
      flags: 0,
      permissions: usualPermissions,
    },
    context: 0,
    app_permissions: usualPermissions,
    entitlements: [],
    authorizing_integration_owners: { "0": state.guild },
    attachment_size_limit: 10_485_760,
  });
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
    else interact();
  }, message.every);
});

server.listen(0, "127.0.0.1", () => {
  process.send?.({
    port: (server.address() as AddressInfo).port,
    guild: state.guild,
    channel: channel.id,
  });
});
