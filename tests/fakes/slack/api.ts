/** Serves the Web API, upload addresses and response addresses over HTTP, with faults on request. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { parse } from "node:querystring";
import { type MethodContext, messageOf, methods, refuseBlocks } from "./methods.ts";
import type { Fault, Json, State } from "./state.ts";

export async function serveApi(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
  context: MethodContext,
): Promise<void> {
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  const body = await bodyOf(request);
  if (path.startsWith("/upload/")) {
    state.files.push({ name: path.slice("/upload/".length), size: body.length });
    response.end("OK");
    return;
  }
  if (path.startsWith("/respond/")) {
    respond(path, body, response, state, context);
    return;
  }
  const name = path.replace("/api/", "");
  const parsed = parseBody(body, request.headers["content-type"] ?? "");
  state.calls.push({ method: name, body: parsed });
  const fault = takeFault(state, name, parsed);
  if (fault?.type === "cut") {
    request.socket.destroy();
    return;
  }
  const refused = refusalOf(fault);
  const method = methods[name];
  const answer =
    refused ?? (method ? method(parsed, state, context) : { ok: false, error: "unknown_method" });
  finish(response, request, answer, fault, context);
}

function finish(
  response: ServerResponse,
  request: IncomingMessage,
  answer: Json,
  fault: Fault | undefined,
  { scopes }: MethodContext,
): void {
  switch (fault?.type) {
    case "lost":
      request.socket.destroy();
      return;
    case "silent":
      return;
    case "500":
      response.writeHead(500).end("oops");
      return;
    case "html":
      response.writeHead(200, { "content-type": "text/html" }).end("<html>busy</html>");
      return;
    case "429":
      response.writeHead(429, { "retry-after": String(fault.retryAfter ?? 1) });
      response.end(JSON.stringify({ ok: false, error: "ratelimited" }));
      return;
    default:
      response.writeHead(200, {
        "content-type": "application/json; charset=utf-8",
        "x-oauth-scopes": scopes.join(","),
      });
      response.end(JSON.stringify(answer));
  }
}

function takeFault(state: State, method: string, body: Json): Fault | undefined {
  const faults = state.faults.get(method) ?? [];
  const at = faults.findIndex(({ when }) => when === undefined || when(body));
  return at < 0 ? undefined : faults.splice(at, 1)[0];
}

/** Faults in which the work is not done. */
function refusalOf(fault: Fault | undefined): Json | undefined {
  if (fault?.type === "error") return { ok: false, error: fault.error ?? "internal_error" };
  return fault?.type === "429" || fault?.type === "html" ? { ok: false } : undefined;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses: five times. */
function respond(
  path: string,
  body: Buffer,
  response: ServerResponse,
  state: State,
  { nextTs }: MethodContext,
): void {
  const uses = (state.responses.get(path) ?? 0) + 1;
  state.responses.set(path, uses);
  if (uses > 5) {
    response.writeHead(404).end("used_url");
    return;
  }
  const parsed = JSON.parse(body.toString()) as Json;
  state.calls.push({ method: "response_url", body: parsed });
  const refusal =
    refusalOf(takeFault(state, "response_url", parsed)) ?? refuseBlocks(parsed, state);
  if (refusal) {
    response.writeHead(200).end(JSON.stringify(refusal));
    return;
  }
  const [, , channel = "", person = ""] = path.split("/");
  const message = messageOf(parsed, channel, nextTs());
  state.messages.push(
    parsed["response_type"] === "in_channel" ? message : { ...message, to: person },
  );
  response.writeHead(200).end("ok");
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Form fields; objects come as JSON inside of them. */
function parseBody(body: Buffer, type: string): Json {
  if (type.includes("json")) return JSON.parse(body.toString()) as Json;
  return Object.fromEntries(
    Object.entries(parse(body.toString())).map(([key, value]) => [key, decode(String(value))]),
  );
}

function decode(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
