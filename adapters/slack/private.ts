/** What one person alone sees: through the command's own address, or as an ephemeral message. */
import type { Page } from "#core";
import type { SlackBlock } from "./blocks.ts";
import type { Context } from "./context.ts";
import type { Place } from "./deliver.ts";
import { codeOf } from "./failures.ts";
import { platform } from "./ids.ts";
import { postPatiently } from "./patience.ts";
import type { Message } from "./render.ts";
import { logRefusal, messageOf, refusedBlocks } from "./send.ts";

/** Of the five answers that an address takes, one is left for what comes later. */
const mostResponses = 4;

/** The last page carries `below`. */
export async function tellPrivately(
  context: Context,
  pages: readonly Page[],
  place: Place,
  below: readonly SlackBlock[],
): Promise<void> {
  for (const [index, page] of pages.entries()) {
    const post = { page, ...(index === pages.length - 1 && { below }) };
    if (place.responseUrl !== undefined && index < mostResponses) {
      if (await respond(context, place.responseUrl, post, place.thread)) continue;
    }
    if (await postEphemeral(context, place, post)) continue;
    await directMessage(context, place, post);
  }
}

interface Part {
  readonly page: Page;
  readonly below?: readonly SlackBlock[];
}

/**
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 * @returns false when the address surely did not take it.
 */
async function respond(
  context: Context,
  url: string,
  part: Part,
  thread: string | undefined,
): Promise<boolean> {
  for (const native of [true, false]) {
    const answer = await context.respond(url, {
      response_type: "ephemeral",
      replace_original: false,
      ...messageOf(part, native),
      ...(thread !== undefined && { thread_ts: thread }),
    });
    if (answer === "taken" || answer === "unclear") return true;
    if (answer === "gone") return false;
  }
  return false;
}

/** @returns false where the bot may not speak to the person in that place. */
async function postEphemeral(context: Context, place: Place, part: Part): Promise<boolean> {
  const { channel, person, thread } = place;
  const send = ({ text, blocks }: Message) =>
    context.clients.post.chat.postEphemeral({
      channel,
      user: person,
      text,
      blocks: [...blocks],
      ...(thread !== undefined && { thread_ts: thread }),
    });
  try {
    await send(messageOf(part, true));
    return true;
  } catch (error) {
    if (refusedBlocks(error)) {
      logRefusal(error, context.log);
      await send(messageOf(part, false));
      return true;
    }
    if (codeOf(error) === "") throw error;
    context.log.info("slack-ephemeral-refused", { code: codeOf(error) });
    return false;
  }
}

/** Where even that is refused: a direct message says it. */
async function directMessage(
  context: Context,
  { workspace, person }: Pick<Place, "workspace" | "person">,
  { page, below }: Part,
): Promise<void> {
  const channel = await context.directChannel(person);
  await postPatiently(context, {
    to: { platform, workspace, channel },
    page,
    key: context.newKey(),
    ...(below && { below }),
  });
}
