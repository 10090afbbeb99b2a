/** @import { WireBrief, WireMessage, WirePreview, WireRoom } from "../wire.ts" */

/**
 * The room as it is, then each message; the browser reconnects by itself.
 * @param {{ room(room: WireRoom): void, message(message: WireMessage): void, connection(open: boolean): void }} watcher
 */
export function watchRoom(watcher) {
  const stream = new EventSource("/api/events");
  stream.addEventListener("room", (event) => watcher.room(JSON.parse(event.data)));
  stream.addEventListener("message", (event) => watcher.message(JSON.parse(event.data)));
  stream.addEventListener("open", () => watcher.connection(true));
  stream.addEventListener("error", () => watcher.connection(false));
}

/**
 * @typedef {{ channel: string, thread?: number | undefined }} Place
 */

/** @param {Place & { text: string }} said */
export function say(said) {
  return post("/api/say", said);
}

/** @param {Place & { line: string, label: string }} pressed */
export function press(pressed) {
  return post("/api/press", pressed);
}

/**
 * @param {number} message
 * @returns {Promise<WirePreview>}
 */
export async function fetchPreview(message) {
  return get(`/api/preview?message=${message}`);
}

/** @returns {Promise<WireBrief>} */
export async function fetchBrief() {
  return get("/api/brief");
}

/**
 * @param {string} command
 * @param {string} option
 * @param {string} typed
 * @returns {Promise<{ label: string, value: string }[]>}
 */
export function complete(command, option, typed) {
  return get(`/api/complete?${new URLSearchParams({ command, option, typed })}`);
}

/**
 * @param {string} path
 * @param {object} body
 */
async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key: crypto.randomUUID(), ...body }),
  });
  return read(response);
}

/** @param {string} path */
async function get(path) {
  return read(await fetch(path));
}

/** @param {Response} response */
async function read(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok)
    throw new Error(body.error ?? "The console does not answer. Is it still running?");
  return body;
}
