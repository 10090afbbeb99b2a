/**
 * A local Slack: the Web API over HTTP, Socket Mode over WebSockets, signed HTTP events. It keeps what
 * it is told, refuses what breaks its documented limits, and fails on request.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serveApi } from "./api.ts";
import { bot } from "./methods.ts";
import { createState, type Fault, type Json, type Message, type State } from "./state.ts";
import { createSockets, type Delivered, postSigned, type Sockets } from "./transport.ts";

export interface FakeSlack {
  readonly url: string;
  readonly state: State;
  readonly sockets: Sockets;
  /** Where signed HTTP goes; without it everything goes through the socket. */
  target: string | undefined;
  fail(method: string, ...faults: readonly Fault[]): void;
  calls(method: string): readonly Json[];
  /** Resolves when something has come in that makes it true. */
  until(holds: (state: State) => boolean): Promise<void>;
  command(text: string, more?: Json): Promise<Delivered>;
  event(event: Json, more?: Json): Promise<Delivered>;
  /** An interaction: a press, a shortcut, a view, a menu. */
  interact(payload: Json): Promise<Delivered>;
  /** Messages that everybody sees, in order. */
  posted(channel?: string): readonly Message[];
  nextTs(): string;
  nextTrigger(): string;
  stop(): Promise<void>;
}

export interface FakeOptions {
  readonly scopes?: readonly string[];
  readonly now?: () => number;
}

export async function createFakeSlack({
  scopes = [],
  now = Date.now,
}: FakeOptions = {}): Promise<FakeSlack> {
  const state = createState();
  const sockets = createSockets();
  const waiting: { readonly holds: (state: State) => boolean; readonly resolve: () => void }[] = [];
  let count = 0;
  const number = () => {
    count += 1;
    return count;
  };
  const nextTs = () => `${Math.floor(now() / 1000)}.${String(number()).padStart(6, "0")}`;
  const nextTrigger = () => `trigger.${number()}`;
  const tell = () => {
    for (const waiter of waiting.splice(0)) {
      if (waiter.holds(state)) waiter.resolve();
      else waiting.push(waiter);
    }
  };
  let origin = "";
  const server = createServer((request, response) => {
    serveApi(request, response, state, { origin, nextTs, scopes }).then(tell, () => {
      response.destroy();
    });
    response.on("close", tell);
  });
  server.on("upgrade", (request, stream) => sockets.upgrade(request, stream));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const slack: FakeSlack = {
    url: `${origin}/api`,
    state,
    sockets,
    target: undefined,
    fail: (method, ...faults) => {
      state.faults.set(method, [...(state.faults.get(method) ?? []), ...faults]);
    },
    calls: (method) => state.calls.filter((call) => call.method === method).map(({ body }) => body),
    until: (holds) =>
      holds(state)
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ holds, resolve });
          }),
    command(text, more = {}) {
      const channel = String(more["channel_id"] ?? "C1");
      const person = String(more["user_id"] ?? "U1");
      const payload = {
        command: "/brief",
        text,
        team_id: bot.team,
        team_domain: "testers",
        channel_id: channel,
        channel_name: "general",
        user_id: person,
        user_name: "ann",
        api_app_id: "A1",
        is_enterprise_install: "false",
        trigger_id: nextTrigger(),
        response_url: `${origin}/respond/${channel}/${person}/${number()}`,
        ...more,
      };
      if (!slack.target) return sockets.send("slash_commands", payload);
      return postSigned(slack.target, form(payload), "application/x-www-form-urlencoded");
    },
    event(event, more = {}) {
      const payload = {
        type: "event_callback",
        token: "t",
        team_id: bot.team,
        api_app_id: "A1",
        event_id: `Ev${number()}`,
        event_time: Math.floor(now() / 1000),
        authorizations: [
          { team_id: bot.team, user_id: bot.user, is_bot: true, is_enterprise_install: false },
        ],
        event,
        ...more,
      };
      if (!slack.target) return sockets.send("events_api", payload);
      return postSigned(slack.target, JSON.stringify(payload), "application/json");
    },
    interact(payload) {
      const whole = {
        team: { id: bot.team, domain: "testers" },
        user: { id: "U1", username: "ann", team_id: bot.team },
        api_app_id: "A1",
        token: "t",
        trigger_id: nextTrigger(),
        ...payload,
      };
      if (!slack.target) return sockets.send("interactive", whole);
      const body = form({ payload: JSON.stringify(whole) });
      return postSigned(slack.target, body, "application/x-www-form-urlencoded");
    },
    posted: (channel) =>
      state.messages.filter(
        (message) =>
          message.to === undefined &&
          !message.deleted &&
          (channel === undefined || message.channel === channel),
      ),
    nextTs,
    nextTrigger,
    async stop() {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return slack;
}

function form(payload: Json): string {
  return new URLSearchParams(
    Object.entries(payload).map(([key, value]) => [key, String(value)]),
  ).toString();
}
