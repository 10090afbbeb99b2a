/** Posts pages. The only maker of {@link DeliveryError} on Slack, by `failures.ts`. */
import type { WebClient } from "@slack/web-api";
import type { Destination, Log, Page, Receipt } from "#core";
import type { SlackBlock } from "./blocks.ts";
import type { Clients } from "./client.ts";
import { codeOf, toDeliveryError } from "./failures.ts";
import { receiptOf, threadTs } from "./ids.ts";
import { type Message, render } from "./render.ts";

/** Names our messages' metadata. https://docs.slack.dev/messaging/message-metadata */
const metadataType = "backchannel_post";

export interface Post {
  readonly to: Destination;
  readonly page: Page;
  /** Carried in the metadata, so that a look back finds the message. */
  readonly key: string;
  readonly below?: readonly SlackBlock[];
  /** `ts` of the question that it answers, so that an edit or deletion finds the answer. */
  readonly question?: string;
}

/**
 * Posts one page with one call; a second one only where Slack surely refused the first, because of a
 * block that it does not know.
 * @throws DeliveryError
 */
export async function postPage(client: WebClient, post: Post, log: Log): Promise<Receipt> {
  try {
    return await call(client, post, messageOf(post, true));
  } catch (error) {
    if (!refusedBlocks(error)) throw toDeliveryError(error);
    logRefusal(error, log);
  }
  try {
    return await call(client, post, messageOf(post, false));
  } catch (error) {
    if (refusedBlocks(error)) logRefusal(error, log);
    throw toDeliveryError(error);
  }
}

export function messageOf({ page, below }: Pick<Post, "page" | "below">, native: boolean): Message {
  return render(page, { native, ...(below && { below: native ? below : below.map(bare) }) });
}

export function refusedBlocks(error: unknown): boolean {
  return codeOf(error) === "invalid_blocks" || codeOf(error) === "invalid_blocks_format";
}

/** Which block and why, without anybody's words. */
export function logRefusal(error: unknown, log: Log): void {
  const data = error instanceof Error && "data" in error ? error.data : undefined;
  const { errors, response_metadata } = (data ?? {}) as {
    readonly errors?: unknown;
    readonly response_metadata?: { readonly messages?: unknown };
  };
  log.warn("slack-invalid-blocks", { errors, messages: response_metadata?.messages });
}

async function call(client: WebClient, post: Post, message: Message): Promise<Receipt> {
  const thread = threadTs(post.to);
  const answer = await client.chat.postMessage({
    channel: post.to.channel,
    text: message.text,
    blocks: [...message.blocks],
    metadata: {
      event_type: metadataType,
      event_payload: { key: post.key, ...(post.question && { question: post.question }) },
    },
    unfurl_links: false,
    unfurl_media: false,
    ...(thread !== undefined && { thread_ts: thread }),
  });
  // Slack names the channel it really posted to: a person's id becomes a conversation's.
  const channel = answer.channel ?? post.to.channel;
  return receiptOf({ ...post.to, channel }, answer.ts ?? "0");
}

/** Feedback as plain buttons, for workspaces that refuse the newer element. */
function bare(block: SlackBlock): SlackBlock {
  if (block.type !== "context_actions" || !("elements" in block)) return block;
  const elements = block.elements as readonly FeedbackElement[];
  return {
    type: "actions",
    elements: elements.flatMap(({ action_id, positive_button, negative_button }) =>
      [positive_button, negative_button].map(({ text, value }, index) => ({
        type: "button" as const,
        text,
        value,
        action_id: `${action_id}.${index}`,
      })),
    ),
  } as SlackBlock;
}
interface FeedbackElement {
  readonly action_id: string;
  readonly positive_button: FeedbackButton;
  readonly negative_button: FeedbackButton;
}
interface FeedbackButton {
  readonly text: { readonly type: "plain_text"; readonly text: string };
  readonly value: string;
}

/** Most messages that a look back reads, in pages: some apps get 15 at a time. */
const lookBackPages = 5;

export interface Found {
  readonly ts: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Our messages since an instant, newest first, with what their metadata carries.
 * @throws the SDK's error when Slack does not let us look.
 */
export async function* lookBack(
  { call: client }: Clients,
  to: Destination,
  since: Temporal.Instant | undefined,
): AsyncGenerator<Found> {
  const thread = threadTs(to);
  const oldest = since === undefined ? undefined : seconds(since.subtract({ seconds: 30 }));
  let cursor: string | undefined;
  for (let page = 0; page < lookBackPages; page += 1) {
    const options = {
      channel: to.channel,
      include_all_metadata: true,
      limit: 100,
      ...(oldest !== undefined && { oldest }),
      ...(cursor !== undefined && { cursor }),
    };
    const answer =
      thread === undefined
        ? await client.conversations.history(options)
        : await client.conversations.replies({ ...options, ts: thread });
    for (const { ts, metadata } of answer.messages ?? []) {
      if (ts !== undefined && metadata?.event_type === metadataType) {
        yield { ts, payload: metadata.event_payload ?? {} };
      }
    }
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return;
  }
}

/** @throws DeliveryError when Slack does not let us look: then nobody knows. */
export async function findPost(
  clients: Clients,
  to: Destination,
  key: string,
  since: Temporal.Instant,
): Promise<Receipt | undefined> {
  try {
    for await (const { ts, payload } of lookBack(clients, to, since)) {
      if (payload["key"] === key) return receiptOf(to, ts);
    }
    return undefined;
  } catch (error) {
    throw toDeliveryError(error);
  }
}

function seconds(instant: Temporal.Instant): string {
  return (instant.epochMilliseconds / 1000).toFixed(6);
}
