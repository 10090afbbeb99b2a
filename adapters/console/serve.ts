/** The console's requests. The runtime has already checked Host and Origin. */

import { z } from "zod";
import type { Bot, Log } from "#core";
import { type Asset, readAssets } from "./assets.ts";
import type { EventStreams } from "./events.ts";
import type { Previews } from "./previews.ts";
import type { Receiver } from "./receive.ts";
import type { Room } from "./room.ts";

const place = {
  key: z.string().min(1).max(80),
  channel: z.string().min(1).max(40),
  thread: z.int().positive().optional(),
};
const requests = {
  "/api/say": z.strictObject({ ...place, text: z.string().trim().min(1).max(20_000) }),
  "/api/press": z.strictObject({
    ...place,
    line: z.string().max(2_000),
    label: z.string().min(1).max(500),
  }),
} as const;

/** No inline script or style, nothing from elsewhere, no frame around it. */
const guards = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
} as const;

interface Parts {
  readonly bot: Bot;
  readonly room: Room;
  readonly receiver: Receiver;
  readonly events: EventStreams;
  readonly log: Log;
  readonly previews?: Previews | undefined;
}

export type Serve = (request: Request) => Promise<Response>;

export function createServe({ bot, room, receiver, events, log, previews }: Parts): Serve {
  const assets = readAssets();

  async function act(path: keyof typeof requests, request: Request): Promise<Response> {
    const type = request.headers.get("content-type") ?? "";
    if (!type.startsWith("application/json")) return problem(415, "Send JSON.");
    const body: unknown = await request.json().catch(() => undefined);
    switch (path) {
      case "/api/say": {
        const said = requests[path].safeParse(body);
        if (!said.success || !known(said.data)) return problem(400, mistake);
        await receiver.say(said.data);
        return json({ done: true });
      }
      case "/api/press": {
        const pressed = requests[path].safeParse(body);
        if (!pressed.success || !known(pressed.data)) return problem(400, mistake);
        await receiver.press(pressed.data);
        return json({ done: true });
      }
      default:
        throw new Error(`unknown request ${path satisfies never}`);
    }
  }

  const known = (said: { readonly channel: string; readonly thread?: number | undefined }) =>
    room.channels.some((channel) => channel.id === said.channel) &&
    (said.thread === undefined || room.get(said.thread)?.channel === said.channel);

  async function read(url: URL): Promise<Response> {
    const asset = assets.get(url.pathname);
    if (asset) return assetResponse(asset);
    if (url.pathname === "/api/events") return events.open();
    if (url.pathname === "/api/brief") return json(await receiver.brief());
    if (url.pathname === "/api/preview") {
      const previewed = room.get(Number(url.searchParams.get("message")))?.previewed;
      if (!previewed || !previews) return problem(404, "There is nothing to preview here.");
      return json(await previews.of(previewed));
    }
    if (url.pathname === "/api/complete") {
      const [command, option, typed] = ["command", "option", "typed"].map(
        (name) => url.searchParams.get(name) ?? "",
      ) as [string, string, string];
      return json(await bot.complete(command, option, typed.slice(0, 200)));
    }
    const file = /^\/api\/files\/(\d+)\/(\d+)$/.exec(url.pathname);
    const content = file && room.get(Number(file[1]))?.contents[Number(file[2])];
    if (!content) return problem(404, "There is nothing here.");
    const { content: body } = content;
    return new Response(typeof body === "string" ? body : Uint8Array.from(body), {
      headers: {
        "content-type": content.type,
        "content-disposition": `${shown.has(content.type) ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(content.name)}`,
      },
    });
  }

  async function respond(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (request.method === "GET" || request.method === "HEAD") return read(url);
    if (request.method !== "POST") return problem(405, "Use GET or POST.");
    if (!Object.hasOwn(requests, url.pathname)) return problem(404, "There is nothing here.");
    return act(url.pathname as keyof typeof requests, request);
  }

  return async function serve(request) {
    const response = await respond(request).catch((error: unknown) => {
      log.error("console-request-failed", { path: new URL(request.url).pathname, error });
      return problem(500, "Something went wrong here. Try again; the log says more.");
    });
    for (const [name, value] of Object.entries(guards)) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
}

/** Opened in the page; anything else is saved, so that nothing in a file can run here. */
const shown: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp"]);

const mistake = "The page sent something that the console does not understand. Reload the page.";

function json(value: unknown): Response {
  return Response.json(value);
}

function problem(status: number, error: string): Response {
  return Response.json({ error }, { status });
}

function assetResponse({ type, content }: Asset): Response {
  return new Response(content, {
    headers: {
      "content-type": type,
      ...(type === "font/ttf" && { "cache-control": "max-age=86400" }),
    },
  });
}
