/** Shows that an answer is under way, and what a conversation is about. */
import { plainText, type Reply, say } from "#core";
import type { Context } from "./context.ts";
import type { Place } from "./deliver.ts";
import { codeOf } from "./failures.ts";
import { isDirect } from "./origin.ts";

/**
 * In a direct message the status stands at once, as in every conversation with an agent; in a channel
 * only when the answer takes longer than a moment. Slack takes it away when the answer is posted.
 * https://docs.slack.dev/reference/methods/assistant.threads.setStatus
 */
export async function whileWorking<Result extends Pick<Reply, "visibility">>(
  context: Context,
  { channel, thread, direct = isDirect(channel) }: Place,
  work: () => Promise<Result | undefined>,
): Promise<Result | undefined> {
  if (thread === undefined) return work();
  const shown: Promise<void>[] = [];
  const show = () => {
    shown.push(setStatus(context, channel, thread, plainText(say("surface.working"))));
  };
  const timer = direct ? undefined : setTimeout(show, context.moment);
  if (timer === undefined) show();
  try {
    const result = await work();
    clearTimeout(timer);
    // A status that arrives behind the answer would stay.
    await Promise.all(shown);
    // No post takes it away where there is none, or one that only the person sees.
    if (shown.length > 0 && result?.visibility !== "public") {
      await setStatus(context, channel, thread, "");
    }
    return result;
  } finally {
    clearTimeout(timer);
  }
}

async function setStatus(
  { clients, log }: Context,
  channel: string,
  thread: string,
  status: string,
): Promise<void> {
  try {
    await clients.call.assistant.threads.setStatus({
      channel_id: channel,
      thread_ts: thread,
      status,
    });
  } catch (error) {
    log.debug("slack-status-refused", { code: codeOf(error) });
  }
}

/** Longest title that Slack's list of conversations shows whole. */
const longestTitle = 60;

/** The conversation's title in the list: its first question. */
export async function nameThread(
  { clients, log }: Context,
  { channel, thread }: Place,
  question: string,
): Promise<void> {
  const title = shorten(question.replaceAll(/\s+/g, " "));
  if (thread === undefined || title === "") return;
  try {
    await clients.call.assistant.threads.setTitle({
      channel_id: channel,
      thread_ts: thread,
      title,
    });
  } catch (error) {
    log.debug("slack-title-refused", { code: codeOf(error) });
  }
}

function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= longestTitle) return text;
  return `${characters
    .slice(0, longestTitle - 1)
    .join("")
    .trimEnd()}…`;
}
