/** A question that is changed is answered anew in the same place; one that is deleted is forgotten. */
import type { Receipt, Reply } from "#core";
import { belowReply } from "./below.ts";
import { type Context, isNew } from "./context.ts";
import { deliver, type Place, pagesOf, postPages } from "./deliver.ts";
import { codeOf } from "./failures.ts";
import { platform, receiptOf, threadId } from "./ids.ts";
import { inSomeManner, type Part } from "./manner.ts";
import type { MessageEvent } from "./message-event.ts";
import { speaker } from "./message-event.ts";
import { isDirect, originOf } from "./origin.ts";
import { readText } from "./read-text.ts";
import { lookBack } from "./send.ts";

export async function reviseAnswer(
  context: Context,
  event: MessageEvent,
  workspace: string,
): Promise<void> {
  const { channel, message, previous_message: before } = event;
  if (!message || message.text === undefined) return;
  const person = speaker(context, message);
  if (person === undefined || message.bot_id !== undefined) return;
  // Previews and replies change a message as well, but not what it says.
  if (before?.text === message.text) return;
  const { ts, thread_ts } = message;
  const { text, mentioned } = readText(message.text, context.self.user);
  const place: Place = { workspace, channel, person, thread: thread_ts ?? ts, question: ts };
  const answers = await answersTo(context, place, ts);
  if (answers.length === 0 && !mentioned) return;
  const version = message.edited?.ts ?? event.event_ts ?? event.ts;
  if (!(await isNew(context, `edit:${workspace}:${channel}:${ts}:${version}`))) return;

  await context.bot.deleted(threadId(workspace, channel, thread_ts ?? ts), ts);
  const reply = await context.bot.message({
    key: `${channel}:${ts}:${version}`,
    origin: await originOf(context, {
      workspace,
      channel,
      person,
      thread: thread_ts,
      inside: true,
    }),
    text,
    // It was answered before, so it is for the bot.
    mentioned: mentioned || isDirect(channel) || answers.length > 0,
    message: ts,
  });
  if (!reply) return;
  const receipts = await replace(context, reply, place, answers);
  context.answers.set(`${channel}:${ts}`, receipts);
}

/** The new pages in place of the old ones; what is left over of either is posted or deleted. */
async function replace(
  context: Context,
  reply: Reply,
  place: Place,
  answers: readonly Receipt[],
): Promise<readonly Receipt[]> {
  if (reply.visibility === "private" || answers.length === 0) {
    await remove(context, place.channel, answers);
    return deliver(context, reply, place);
  }
  context.evidence.set(reply.id, reply.document.sources);
  const pages = pagesOf(reply.document);
  const kept = answers.slice(0, pages.length);
  for (const [index, { message }] of kept.entries()) {
    const page = pages[index];
    const below = index === pages.length - 1 ? belowReply(reply) : [];
    if (page) await update(context, place.channel, message, { page, below });
  }
  await remove(context, place.channel, answers.slice(pages.length));
  if (kept[0]) await context.bot.posted(reply.id, kept[0]);
  const more = await postPages(context, reply, pages.slice(kept.length), place);
  return [...kept, ...more];
}

export async function forgetQuestion(
  context: Context,
  { channel, deleted_ts, previous_message: before }: MessageEvent,
  workspace: string,
): Promise<void> {
  const ts = deleted_ts ?? before?.ts;
  if (ts === undefined) return;
  const root = before?.thread_ts ?? ts;
  // One of our own that somebody deleted: its question stays answered.
  if (before && speaker(context, before) === undefined) return;
  // What is said to the bot directly is always for it.
  const ours = isDirect(channel) || (await context.bot.owns(threadId(workspace, channel, root)));
  if (!ours) return;
  const place: Place = { workspace, channel, person: "", thread: root };
  await context.bot.deleted(threadId(workspace, channel, root), ts);
  await remove(context, channel, await answersTo(context, place, ts));
  context.answers.delete(`${channel}:${ts}`);
}

/** Our answers to a question: as remembered, or after a restart as their metadata says. */
async function answersTo(
  context: Context,
  { workspace, channel, thread }: Place,
  question: string,
): Promise<readonly Receipt[]> {
  const remembered = context.answers.get(`${channel}:${question}`);
  if (remembered || thread === undefined) return remembered ?? [];
  const id = threadId(workspace, channel, thread);
  if (!isDirect(channel) && !(await context.bot.owns(id))) return [];
  const to = { platform, workspace, channel, thread: id };
  const found: Receipt[] = [];
  try {
    for await (const { ts, payload } of lookBack(context.clients, to, undefined)) {
      if (payload["question"] === question) found.push(receiptOf(to, ts));
    }
  } catch (error) {
    context.log.info("slack-look-back-refused", { code: codeOf(error) });
  }
  return found.toSorted((a, b) => Number(a.message) - Number(b.message));
}

async function update(
  { clients, log }: Context,
  channel: string,
  ts: string,
  part: Part,
): Promise<void> {
  try {
    // Text without blocks takes the old blocks away.
    await inSomeManner(part, log, ({ text, blocks }) =>
      clients.call.chat.update({ channel, ts, text, blocks: [...blocks] }),
    );
  } catch (error) {
    log.warn("slack-update-refused", { code: codeOf(error) });
  }
}

async function remove(
  { clients, log }: Context,
  channel: string,
  receipts: readonly Receipt[],
): Promise<void> {
  for (const { message } of receipts) {
    try {
      await clients.call.chat.delete({ channel, ts: message });
    } catch (error) {
      log.info("slack-delete-refused", { code: codeOf(error) });
    }
  }
}
