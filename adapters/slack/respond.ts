/** Answers to the address that came with a command or a press. */
import type { Log } from "#core";
import type { Message } from "./render.ts";

type Outcome =
  | "taken"
  /** Nobody knows: not repeated. */
  | "unclear"
  /** The address is used up, too old or gone. */
  | "gone"
  /** It does not take these blocks: Slack's word for why. */
  | { readonly refused: string };

type Response = Partial<Message> & {
  readonly response_type?: "ephemeral" | "in_channel";
  readonly replace_original?: boolean;
  readonly delete_original?: boolean;
  readonly thread_ts?: string;
};
export type Responder = (url: string, response: Response) => Promise<Outcome>;

export function createResponder(log: Log, timeout: number, apiUrl?: string): Responder {
  return async (url, response) => {
    if (!mayPost(url, apiUrl)) {
      log.warn("slack-response-address-refused");
      return "gone";
    }
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        body: JSON.stringify(response),
        redirect: "error",
        signal: AbortSignal.timeout(timeout),
      });
      const text = await answer.text();
      const [refused] = /invalid_blocks(?:_format)?|msg_blocks_too_long/.exec(text) ?? [];
      if (refused !== undefined) {
        log.warn("slack-blocks-refused", { code: refused, at: "response_url" });
        return { refused };
      }
      if (answer.status >= 500) return unclear(log, `http_${answer.status}`);
      if (!answer.ok || /"ok"\s*:\s*false/.test(text)) {
        log.warn("slack-response-refused", { status: answer.status, text: text.slice(0, 100) });
        return "gone";
      }
      return "taken";
    } catch (error) {
      return unclear(log, error instanceof Error ? error.name : "error");
    }
  };
}

/** Answers hold people's words: they go to Slack, or to the Slack that the operator named. */
function mayPost(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (apiUrl !== undefined) return protocol === "https:" || protocol === "http:";
  return protocol === "https:" && (hostname === "slack.com" || hostname.endsWith(".slack.com"));
}

function unclear(log: Log, code: string): Outcome {
  log.warn("slack-response-unclear", { code });
  return "unclear";
}
