/** Brings a reply to where it belongs: into the channel, the thread, or before one person's eyes. */
import { type Document, fit, type Page, type Receipt, type Reply, type Sentence, say } from "#core";
import { belowReply } from "./below.ts";
import type { Context } from "./context.ts";
import { toDeliveryError } from "./failures.ts";
import { shareFiles } from "./files.ts";
import { platform, threadId } from "./ids.ts";
import { isDirect } from "./origin.ts";
import { postPatiently } from "./patience.ts";
import { tellPrivately } from "./private.ts";
import { limits } from "./render.ts";

/** Where somebody spoke. */
export interface Place {
  readonly workspace: string;
  readonly channel: string;
  readonly person: string;
  /** Root of the thread in which the answer goes; absent at the top level. */
  readonly thread?: string;
  /** A direct message; told by an event, else by the channel's id. */
  readonly direct?: boolean;
  /** `ts` of the question. */
  readonly question?: string;
  /** Answers to this one person, five times within half an hour. */
  readonly responseUrl?: string;
  /** The bot is known not to be in the channel. */
  readonly outside?: boolean;
}

/** Slack's words for a channel that the bot may not post to because nobody invited it. */
const outside: ReadonlySet<string> = new Set(["not_in_channel", "channel_not_found"]);

/** @returns receipts of what was posted; none for what one person sees. */
export async function deliver(
  context: Context,
  reply: Reply,
  place: Place,
): Promise<readonly Receipt[]> {
  context.evidence.set(reply.id, reply.document.sources);
  if (reply.visibility === "private") {
    // The core has said that it cannot post here; how to change that is Slack's to say.
    const told = place.outside && reply.answered;
    await tellAlone(context, reply, place, told ? [invitation(context)] : []);
    return [];
  }
  try {
    const receipts = await post(context, reply, place);
    context.log.debug("slack-answered", { posts: receipts.length });
    return receipts;
  } catch (error) {
    const { code, retry } = toDeliveryError(error);
    // It may stand there: to say it a second time would be wrong.
    if (retry === "unclear") throw error;
    // Nobody can be invited to somebody else's direct messages.
    const uninvited = outside.has(code) && !isDirect(place.channel);
    if (uninvited) context.people.learn(place.channel, false);
    const note = uninvited ? [say("bot.cannot-post"), invitation(context)] : [];
    await tellAlone(context, reply, place, note);
    return [];
  }
}

async function tellAlone(
  context: Context,
  reply: Reply,
  place: Place,
  note: readonly Sentence[],
): Promise<void> {
  const document = note.length > 0 ? withNote(reply.document, note) : reply.document;
  await tellPrivately(context, pagesOf(document), place, belowReply(reply));
  if (reply.files.length === 0) return;
  // Nobody else may see them, so they go into the person's own conversation.
  const channel = await context.directChannel(place.person);
  await shareFiles(context, reply.files, { channel });
}

export function pagesOf(document: Document): readonly Page[] {
  return fit(document, limits);
}

async function post(context: Context, reply: Reply, place: Place): Promise<readonly Receipt[]> {
  const [first, ...rest] = pagesOf(reply.document);
  const [opening] = first ? await postPages(context, reply, [first], place) : [];
  if (!opening) return [];
  // The first page makes the thread; the others, and all that people ask, go into it.
  await context.bot.posted(reply.id, opening);
  const thread = place.thread ?? opening.message;
  const others = await postPages(context, reply, rest, { ...place, thread });
  await shareFiles(context, reply.files, { channel: place.channel, thread });
  return [opening, ...others];
}

/** Posts pages one after the other, below the place's thread. */
export async function postPages(
  context: Context,
  reply: Reply,
  pages: readonly Page[],
  { workspace, channel, thread, question }: Place,
): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = [];
  for (const page of pages) {
    const receipt = await postPatiently(context, {
      to: {
        platform,
        workspace,
        channel,
        ...(thread !== undefined && { thread: threadId(workspace, channel, thread) }),
      },
      page,
      key: `${reply.id}.${page.number}`,
      ...(page.number === page.of && { below: belowReply(reply) }),
      ...(question !== undefined && { question }),
    });
    receipts.push(receipt);
  }
  return receipts;
}

function invitation({ self }: Context): Sentence {
  return say("surface.invite", { line: { type: "inlineCode", value: `/invite @${self.name}` } });
}

function withNote(document: Document, sentences: readonly Sentence[]): Document {
  const note = {
    type: "callout",
    tone: "note",
    children: [{ type: "paragraph", sentences }],
  } as const;
  return { ...document, blocks: [...document.blocks, note] };
}
