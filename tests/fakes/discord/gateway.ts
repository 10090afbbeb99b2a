/** The gateway: hello, identify, resume, heartbeats, dispatches, and ways to fail. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { acceptSocket, type Socket } from "../frames.ts";
import { guildOf, userOf } from "./payloads.ts";
import type { State } from "./state.ts";

interface Session {
  readonly id: string;
  readonly intents: number;
  /** Dispatches since it began, to be replayed. */
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: Socket | undefined;
}

export interface FakeGateway {
  upgrade(request: IncomingMessage, stream: Duplex): void;
  dispatch(event: string, data: (intents: number) => unknown): void;
  /** Sessions begun, and taken up again. */
  readonly identified: number;
  readonly resumed: number;
  /** Intents of the newest session. */
  readonly intents: number;
  /** How the next identify is refused. */
  refuseWith: 4004 | 4014 | undefined;
  /** Sessions are not known any more: resuming fails. */
  forgetSessions: boolean;
  /** Heartbeats are not acknowledged. */
  mute: boolean;
  heartbeatEvery: number;
  /** Address to resume at. */
  url: string;
  /** Cuts or closes all connections. */
  cut(how: "drop" | "reconnect" | "invalid" | number): void;
  connected(): number;
  /** Most sessions that were ever connected at one time. */
  readonly mostConnected: number;
  close(): void;
}

export function createFakeGateway(state: State, token: string, changed: () => void): FakeGateway {
  const sessions = new Map<string, Session>();
  const sockets = new Set<Socket>();

  const gateway: FakeGateway = {
    upgrade(request, stream) {
      let session: Session | undefined;
      // A process that was killed says no goodbye.
      stream.once("end", () => stream.destroy());
      const socket = acceptSocket(stream, String(request.headers["sec-websocket-key"]), {
        text: (text) => {
          const { op, d } = JSON.parse(text) as { op: number; d: Record<string, unknown> };
          if (op === 1 && !gateway.mute) socket.send(JSON.stringify({ op: 11 }));
          if (op === 2) session = identify(socket, d);
          if (op === 6) session = resume(socket, d);
        },
        end() {
          sockets.delete(socket);
          if (session?.socket === socket) session.socket = undefined;
          changed();
        },
      });
      sockets.add(socket);
      socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: gateway.heartbeatEvery } }));
    },
    dispatch(event, data) {
      for (const session of sessions.values()) send(session, event, data(session.intents));
    },
    identified: 0,
    resumed: 0,
    intents: 0,
    refuseWith: undefined,
    forgetSessions: false,
    mute: false,
    heartbeatEvery: 41_250,
    url: "",
    cut(how) {
      if (how === "invalid") gateway.forgetSessions = true;
      for (const socket of [...sockets]) {
        if (how === "drop") socket.drop();
        else if (how === "reconnect") socket.send(JSON.stringify({ op: 7, d: null }));
        else if (how === "invalid") socket.send(JSON.stringify({ op: 9, d: false }));
        else socket.close(how);
      }
    },
    mostConnected: 0,
    connected: () => [...sessions.values()].filter(({ socket }) => socket).length,
    close() {
      for (const socket of [...sockets]) socket.drop();
    },
  };
  const counts = gateway as { -readonly [Count in keyof FakeGateway]: FakeGateway[Count] };

  function identify(socket: Socket, d: Record<string, unknown>): Session | undefined {
    const refusal = gateway.refuseWith ?? (d["token"] === token ? undefined : 4004);
    if (refusal) {
      socket.close(refusal);
      return undefined;
    }
    for (const [id, old] of sessions) if (!old.socket) sessions.delete(id);
    const session: Session = {
      id: `session-${counts.identified + 1}`,
      intents: Number(d["intents"]),
      sent: [],
      socket,
    };
    sessions.set(session.id, session);
    counts.identified += 1;
    counts.intents = session.intents;
    counts.mostConnected = Math.max(counts.mostConnected, gateway.connected());
    gateway.forgetSessions = false;
    send(session, "READY", {
      v: 10,
      user: userOf(state.bot, true),
      guilds: [{ id: state.guild, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: gateway.url,
      session_type: "normal",
      shard: d["shard"],
      application: { id: state.application, flags: 0 },
    });
    send(session, "GUILD_CREATE", guildOf(state));
    changed();
    return session;
  }

  function resume(socket: Socket, d: Record<string, unknown>): Session | undefined {
    const session = sessions.get(String(d["session_id"]));
    if (!session || gateway.forgetSessions) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return undefined;
    }
    session.socket = socket;
    for (const each of session.sent)
      if (each.s > Number(d["seq"])) socket.send(JSON.stringify({ op: 0, ...each }));
    counts.resumed += 1;
    send(session, "RESUMED", {});
    changed();
    return session;
  }

  function send(session: Session, t: string, d: unknown): void {
    const dispatch = { s: session.sent.length + 1, t, d };
    session.sent.push(dispatch);
    session.socket?.send(JSON.stringify({ op: 0, ...dispatch }));
  }

  return gateway;
}
