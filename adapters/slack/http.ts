/** Events, commands and presses over HTTP, verified by their signature. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPReceiver } from "@slack/bolt";
import type { Clock, Log } from "#core";
import { sdkLogger } from "./client.ts";
import { createRecent } from "./recent.ts";

/** Where Slack's manifest sends everything. */
export const eventsPath = "/slack/events";

export interface SlackHttp {
  readonly receiver: HTTPReceiver;
  /** For the runtime's one server. */
  handle(request: IncomingMessage, response: ServerResponse): void;
}

/** Slack's requests are far smaller. */
const largestBody = 1024 * 1024;
/** A signature is good for this long, before and after; so long its repetition is refused. */
const signatureAge = Temporal.Duration.from({ minutes: 5 });

export function createHttp(signingSecret: string, clock: Clock, log: Log): SlackHttp {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [eventsPath],
    logger: sdkLogger(log),
    bodyLimit: largestBody,
    // Commands and presses are acknowledged by their handlers at once.
    unhandledRequestTimeoutMillis: 3_001,
  });
  const used = createRecent<string>(20_000);

  return {
    receiver,
    handle(request, response) {
      const path = (request.url ?? "").split("?", 1)[0];
      if (request.method !== "POST" || path !== eventsPath) {
        refuse(response, request.method === "POST" ? 404 : 405);
        return;
      }
      if (Number(request.headers["content-length"]) > largestBody) {
        // Read to its end and forgotten: a sender that is still sending hears no answer.
        request.resume();
        refuse(response, 413);
        return;
      }
      if (isFromFuture(request, clock)) {
        log.warn("slack-request-refused", { why: "timestamp" });
        refuse(response, 401);
        return;
      }
      // The SDK compares the whole header with the bare media type.
      const type = request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
      if (type !== undefined) request.headers["content-type"] = type;
      if (isForm(type) && isReplay(request, used)) {
        log.warn("slack-request-refused", { why: "replay" });
        refuse(response, 401);
        return;
      }
      receiver.requestListener(request, response);
    },
  };
}

/** The SDK looks for requests that are too old only. */
function isFromFuture(request: IncomingMessage, clock: Clock): boolean {
  const seconds = Number(request.headers["x-slack-request-timestamp"]);
  const latest = clock.now().add(signatureAge).epochMilliseconds / 1000;
  return Number.isFinite(seconds) && seconds > latest;
}

/**
 * Commands and presses are never sent twice by Slack, so a signature that comes again is somebody
 * else's. Events may be: they are told apart by their id.
 */
function isForm(type: string | undefined): boolean {
  return type === "application/x-www-form-urlencoded";
}

function isReplay(
  request: IncomingMessage,
  used: ReturnType<typeof createRecent<string>>,
): boolean {
  const signature = request.headers["x-slack-signature"];
  if (typeof signature !== "string") return false;
  const stamp = String(request.headers["x-slack-request-timestamp"]);
  const key = createHash("sha256").update(`${stamp}:${signature}`).digest("base64url");
  if (used.get(key) !== undefined) return true;
  used.set(key, stamp);
  return false;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end();
}
