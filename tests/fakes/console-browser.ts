/** The console as its page uses it, without a browser: requests in, what a reader sees out. */
import type { WireBrief, WireMessage, WireRoom } from "../../adapters/console/wire.ts";
import type { Post } from "../contracts/adapter.ts";

type Serve = (request: Request) => Promise<Response>;

const base = "http://127.0.0.1:3978";

export function createConsoleBrowser(serve: Serve) {
  let keys = 0;
  const get = (path: string) => serve(new Request(new URL(path, base)));

  /** Any request, as a page would send it. */
  const post = (path: string, body: unknown, type = "application/json") =>
    serve(
      new Request(new URL(path, base), {
        method: "POST",
        headers: { "content-type": type },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    );

  /** The first event of the stream: the room as it is. */
  async function room(): Promise<WireRoom> {
    const response = await get("/api/events");
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("\n\n")) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
    }
    await reader.cancel();
    return JSON.parse(/^event: room\ndata: (.*)\n/.exec(text)![1]!);
  }

  const answers = async () => (await room()).messages.filter(({ author }) => author === "bot");
  const act = async (path: string, body: object) => {
    keys += 1;
    const response = await post(path, { key: `key-${keys}`, ...body });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  };

  return {
    get,
    post,
    room,
    say: (said: { channel: string; text: string; thread?: number }) => act("/api/say", said),
    press: (pressed: { channel: string; line: string; label: string; thread?: number }) =>
      act("/api/press", pressed),
    brief: async () => (await (await get("/api/brief")).json()) as WireBrief,
    async posts(): Promise<readonly Post[]> {
      return (await answers()).map((message) => ({
        message: String(message.id),
        channel: message.channel,
        text: readable(message),
        ...(message.thread !== undefined && { thread: String(message.thread) }),
      }));
    },
    /** Elements, attributes and links that the core's renderer does not make of its own accord. */
    async foreignElements(): Promise<readonly string[]> {
      return (await answers()).flatMap(({ html = "" }) =>
        [...html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi)]
          .filter(([, , tag = "", rest = ""]) => !own.has(tag) || foreign.test(names(rest)))
          .map(([tag]) => tag),
      );
    },
  };
}

const own = new Set(
  "article header h1 h2 h3 p a q strong em code time ul ol li div dl dt dd table thead tbody tr th td aside figure figcaption button footer hr span".split(
    " ",
  ),
);
const foreign = /\son|style=|href="(?!#|https:\/\/record\.example)/i;

/** Attributes with the values of addresses only: other values are text. */
function names(attributes: string): string {
  return attributes.replace(/([a-z-]+)="[^"]*"/g, (whole, name) =>
    name === "href" ? whole : name,
  );
}

/** The words of a message, markup taken away. */
export function readable({ html = "" }: Pick<WireMessage, "html">): string {
  return html
    .replace(/<\/(?:p|h\d|li|td|th|dt|dd|button)>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}
