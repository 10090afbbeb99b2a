/** Posts pages. The only maker of {@link DeliveryError} on Slack, by `failures.ts`. */
import type { WebClient } from "@slack/web-api";
import type { Destination, Log, Page, Receipt } from "#core";
import type { SlackBlock } from "./blocks.ts";
import type { Clients } from "./client.ts";
import { toDeliveryError } from "./failures.ts";
import { receiptOf, threadTs } from "./ids.ts";
import { inSomeManner } from "./manner.ts";
import type { Message } from "./render.ts";

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
 * Posts one page with one call; another one only where Slack surely refused it because of its blocks.
 * @throws DeliveryError
 */
export async function postPage(client: WebClient, post: Post, log: Log): Promise<Receipt> {
  try {
    return await inSomeManner(post, log, (message) => call(client, post, message));
  } catch (error) {
    throw toDeliveryError(error);
  }
}

async function call(client: WebClient, post: Post, message: Message): Promise<Receipt> {
  const thread = threadTs(post.to);
  const answer = await client.chat.postMessage({
    channel: post.to.channel,
    text: message.text,
    ...(message.blocks.length > 0 && { blocks: [...message.blocks] }),
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
