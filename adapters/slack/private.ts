/** What one person alone sees: through the command's own address, or as an ephemeral message. */
import type { Page } from "#core";
import type { SlackBlock } from "./blocks.ts";
import type { Context } from "./context.ts";
import type { Place } from "./deliver.ts";
import { codeOf } from "./failures.ts";
import { platform } from "./ids.ts";
import { inSomeManner, type Manner, messageOf, nextManner, type Part } from "./manner.ts";
import { postPatiently } from "./patience.ts";

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
  let manner: Manner | undefined = "native";
  while (manner) {
    const { text, blocks } = messageOf(part, manner);
    const answer = await context.respond(url, {
      response_type: "ephemeral",
      replace_original: false,
      text,
      ...(blocks.length > 0 && { blocks }),
      ...(thread !== undefined && { thread_ts: thread }),
    });
    if (answer === "taken" || answer === "unclear") return true;
    if (answer === "gone") return false;
    manner = nextManner(manner, answer.refused);
  }
  return false;
}

/** @returns false where the bot may not speak to the person in that place. */
async function postEphemeral(context: Context, place: Place, part: Part): Promise<boolean> {
  const { channel, person, thread } = place;
  try {
    await inSomeManner(part, context.log, ({ text, blocks }) =>
      context.clients.post.chat.postEphemeral({
        channel,
        user: person,
        text,
        ...(blocks.length > 0 && { blocks: [...blocks] }),
        ...(thread !== undefined && { thread_ts: thread }),
      }),
    );
    return true;
  } catch (error) {
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
