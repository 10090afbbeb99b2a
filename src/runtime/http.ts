/**
 * The one HTTP server. Routes are Web-standard fetch handlers by path prefix, longest first. Each
 * request's Host and Origin are checked before any route sees it: a page elsewhere must not reach a
 * loopback server through a rebound name (DNS rebinding) or a form (CSRF).
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler } from "srvx/node";
import type { Log } from "#core";

type FetchHandler = (request: Request) => Response | Promise<Response>;
type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

interface RouteBase {
  /** `/healthz` serves itself and everything below `/healthz/`. */
  readonly path: string;
  /**
   * Who may come: `loopback`, only names of this machine; `public`, also the name in PUBLIC_URL,
   * for reading; `anyone`, by any name and method: the route proves each sender itself, or says
   * nothing that matters.
   */
  readonly open: "loopback" | "public" | "anyone";
  /** Of a loopback route: where those who read its own path by the public name are sent instead. */
  readonly publicly?: string;
}
export type Route = RouteBase & ({ readonly fetch: FetchHandler } | { readonly node: NodeHandler });

export interface HttpServer {
  /** As in `http://127.0.0.1:3978`. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string;
  readonly routes: readonly Route[];
  readonly log: Log;
}

/** The port is taken or may not be used. The message says what to do. */
export class PortError extends Error {
  override readonly name = "PortError";
}

/**
 * Listens.
 * @throws PortError when the port is in use or not allowed.
 */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const routes = [...options.routes].sort((a, b) => b.path.length - a.path.length);
  const handlers = new Map(routes.map((route) => [route, nodeHandlerOf(route)]));
  const publicHost = options.publicUrl && new URL(options.publicUrl).host.toLowerCase();

  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const route = routes.find((each) => serves(each.path, path));
    const refusal = route
      ? refuse(route, request, publicHost)
      : { status: 404, reason: "Not found." };
    const elsewhere = route && refusal && publicHome(route, request, path, publicHost);
    if (elsewhere !== undefined) {
      response.writeHead(302, { location: elsewhere }).end();
      return;
    }
    if (!route || refusal) {
      options.log.debug("http-refused", { status: refusal?.status, path });
      response.writeHead(refusal?.status ?? 404, { "content-type": "text/plain; charset=utf-8" });
      response.end(`${refusal?.reason}\n`);
      return;
    }
    handlers.get(route)?.(request, response);
  });
  server.on("clientError", (_error, socket) => socket.destroy());

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portError(error, options)));
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Open event streams would hold the server for ever.
        server.closeAllConnections();
      }),
  };
}

function nodeHandlerOf(route: Route): NodeHandler {
  if ("node" in route) return route.node;
  // Its type asks for what HTTP/1 and HTTP/2 requests have together; it serves either.
  const handler = toNodeHandler(route.fetch, { maxRequestBodySize: 64 * 1024 }) as (
    ...call: Parameters<NodeHandler>
  ) => unknown;
  return (request, response) => {
    Promise.resolve(handler(request, response)).catch(() => response.destroy());
  };
}

function serves(prefix: string, path: string): boolean {
  return prefix === "/" || path === prefix || path.startsWith(`${prefix}/`);
}

function publicHome(
  route: Route,
  { headers, method }: IncomingMessage,
  path: string,
  publicHost: string | undefined,
): string | undefined {
  const known = publicHost !== undefined && headers.host?.toLowerCase() === publicHost;
  return known && path === route.path && method === "GET" ? route.publicly : undefined;
}

interface Refusal {
  readonly status: number;
  readonly reason: string;
}

function refuse(route: Route, request: IncomingMessage, publicHost?: string): Refusal | undefined {
  if (route.open === "anyone") return undefined;
  const host = request.headers.host?.toLowerCase() ?? "";
  const isPublic = publicHost !== undefined && host === publicHost;
  const reading = request.method === "GET" || request.method === "HEAD";
  if (!isLoopback(host) && !(isPublic && route.open === "public" && reading)) {
    return {
      status: 421,
      reason:
        "This server answers to the names of its own machine only. Open it by the address that it printed, or set PUBLIC_URL for its reading pages.",
    };
  }
  const origin = request.headers.origin?.toLowerCase();
  const site = request.headers["sec-fetch-site"];
  const foreign =
    origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
  if (foreign || (!reading && site === "cross-site")) {
    return {
      status: 403,
      reason: "Requests from other sites are refused. Use this server's own page.",
    };
  }
  return undefined;
}

function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, "");
  return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}

function portError(error: NodeJS.ErrnoException, options: HttpOptions): Error {
  const where = `${options.host}:${options.port}`;
  if (error.code === "EADDRINUSE") {
    return new PortError(
      `${where} is in use, perhaps by another Backchannel. Stop that one, or set PORT to a free port (PORT=0 picks one).`,
      { cause: error },
    );
  }
  if (error.code === "EACCES") {
    return new PortError(`${where} may not be used by this account. Set PORT to 1024 or above.`, {
      cause: error,
    });
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new PortError(`HOST names no address of this machine. Set it to 127.0.0.1.`, {
      cause: error,
    });
  }
  return error;
}
