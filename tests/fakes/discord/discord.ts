/**
 * A Discord of our own: REST and gateway on loopback, strict about what it is told, and able to lose
 * answers, to limit rates and to cut lines. One server with one channel to begin with.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "#core";
import { createFakeGateway, type FakeGateway } from "./gateway.ts";
import { createPeople, type People } from "./people.ts";
import type { Answer, Asked, Interaction, Json } from "./request.ts";
import { createRoutes } from "./rest.ts";
import { type Channel, createState, type Message, type State } from "./state.ts";

/** What happens to the next requests that match. */
interface Fault {
  readonly method: string;
  readonly path: RegExp;
  /** `after`: the work is done and its answer lost. */
  readonly how:
    | { readonly type: "reset"; readonly after: boolean }
    | {
        readonly type: "status";
        readonly status: number;
        readonly after: boolean;
        readonly code?: number;
      }
    | { readonly type: "hang"; readonly after: boolean }
    | { readonly type: "limit"; readonly seconds: number; readonly global?: boolean };
  times: number;
}

export interface FakeDiscord {
  /** For DISCORD_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly state: State;
  readonly gateway: FakeGateway;
  readonly people: People;
  readonly general: Channel;
  /** Requests so far. */
  readonly requests: readonly (Asked & { readonly status: number })[];
  readonly refused: readonly { readonly path: string; readonly faults: readonly string[] }[];
  fail(fault: Fault): void;
  /** Resolves when it holds; rejects after ten seconds. */
  until<Value>(test: () => Value | undefined | false): Promise<Value>;
  /** Something outside of it has changed that {@link until} may wait for. */
  changed(): void;
  /** What the bot has posted in a channel. */
  posts(channel: string): readonly Message[];
  stop(): Promise<void>;
}

const token = "test.token-that-is-long-enough";

export async function startFakeDiscord(clock: Clock): Promise<FakeDiscord> {
  const state = createState(clock);
  const general = state.addChannel({ name: "general" });
  const interactions = new Map<string, Interaction>();
  const requests: (Asked & { readonly status: number })[] = [];
  const refused: { readonly path: string; readonly faults: readonly string[] }[] = [];
  const faults: Fault[] = [];
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const look of [...waiting]) look();
  };
  const gateway = createFakeGateway(state, token, changed);
  const dispatch = (event: string, data: unknown) => gateway.dispatch(event, () => data);
  const route = createRoutes({
    ...{ state, interactions, refused, dispatch },
    gatewayUrl: () => gateway.url,
    now: () => clock.now(),
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request);
    const fault = faults.find(
      (each) => each.times > 0 && each.method === asked.method && each.path.test(asked.path),
    );
    if (fault) fault.times -= 1;
    const authorized =
      request.headers.authorization === `Bot ${token}` ||
      /^\/(interactions|webhooks)\//.test(asked.path);
    const unauthorized = { status: 401, body: { code: 0, message: "401: Unauthorized" } };
    const work = () => (authorized ? route(asked) : unauthorized);
    const how = fault?.how;
    const answer: Answer = how?.type === "limit" || (how && !how.after) ? { status: 0 } : work();
    const status =
      how?.type === "limit" ? 429 : how?.type === "status" ? how.status : answer.status;
    requests.push({ ...asked, status });
    changed();
    if (how?.type === "hang") return;
    if (how?.type === "reset") {
      request.socket.resetAndDestroy();
      return;
    }
    if (how?.type === "limit") {
      response.setHeader("retry-after", String(how.seconds));
      if (how.global) response.setHeader("x-ratelimit-global", "true");
      response.setHeader("x-ratelimit-scope", how.global ? "global" : "user");
      reply(response, 429, { message: "limited", retry_after: how.seconds, global: how.global });
      return;
    }
    reply(
      response,
      status,
      status === answer.status ? answer.body : { code: codeOf(how), message: "error" },
    );
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.on("upgrade", (request, stream) => gateway.upgrade(request, stream));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  gateway.url = `ws://127.0.0.1:${port}/gateway`;

  return {
    url: `http://127.0.0.1:${port}/api`,
    token,
    state,
    gateway,
    general,
    requests,
    refused,
    people: createPeople({ state, interactions, gateway, changed, now: () => clock.now() }),
    fail: (fault) => {
      faults.push(fault);
    },
    until: (test) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = test();
          if (found === undefined || found === false) return;
          waiting.delete(look);
          clearTimeout(timer);
          resolve(found as never);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`waited in vain for ${test}`));
        }, 10_000);
        waiting.add(look);
        look();
      }),
    changed,
    posts: (channel) => (state.channels.get(channel)?.messages ?? []).filter(({ bot }) => bot),
    stop: async () => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function codeOf(how: Fault["how"] | undefined): number {
  return how?.type === "status" ? (how.code ?? 0) : 0;
}

async function read(request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  const base = {
    method: request.method ?? "GET",
    path: decodeURIComponent(url.pathname.replace(/^\/api\/v10/, "")),
    query: url.searchParams,
  };
  if (type.startsWith("multipart/")) {
    const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
    const body = JSON.parse(String(form.get("payload_json"))) as Json;
    const files = [...form.entries()].flatMap(([, value]) =>
      typeof value === "string" ? [] : [value.name],
    );
    return { ...base, body, files };
  }
  return { ...base, body: bytes.length > 0 ? JSON.parse(bytes.toString()) : {}, files: [] };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, status === 204 ? {} : { "content-type": "application/json" });
  response.end(status === 204 ? undefined : JSON.stringify(body ?? {}));
}
