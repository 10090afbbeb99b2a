/** An answer that may not be posted where it was asked goes to the person alone. */
import { ComponentType } from "discord.js";
import { type Bot, DeliveryError, type Log, type Reply, type ServiceSentence, say } from "#core";
import type { Answered } from "./answers.ts";
import type { DiscordMessage } from "./heard.ts";
import type { Leaves } from "./leaves.ts";
import { directPlace, madeAt, messageUrl, noGuild, threadId } from "./place.ts";
import type { Letter } from "./post.ts";
import { renderInlines } from "./render-inlines.ts";
import type { Sender } from "./send.ts";

export interface BlockedParts {
  readonly bot: Bot;
  readonly leaves: Leaves;
  readonly sender: Sender;
  readonly log: Log;
}

/** True for what another attempt in the same place does not change. */
export function isBlocked(error: unknown): error is DeliveryError {
  return error instanceof DeliveryError && error.retry === "never";
}

/**
 * A direct message with the answer, and why it comes there: it disturbs nobody else. Who takes none
 * is not told; the log says so, and `status` in that channel that the bot cannot post.
 */
export async function answerDirectly(
  { bot, leaves, sender, log }: BlockedParts,
  message: DiscordMessage,
  reply: Reply,
  { code }: DeliveryError,
): Promise<Answered | undefined> {
  const { guild_id: guild = noGuild, channel_id: channel, id } = message;
  const url = messageUrl(guild, channel, id);
  const place = say("post.asked-there", {
    place: { type: "link", url, children: say("post.your-message").children },
  });
  const letters = [
    { components: [textOf(say("post.blocked")), textOf(place)] },
    ...(await leaves.open(reply, undefined, { guild: noGuild, key: id })),
  ].map((letter, index): Letter => ({ ...letter, nonce: `${id}.${index}` }));
  try {
    const messages = await sender.write(message.author.id, letters);
    const [first] = messages;
    if (!first) return undefined;
    const conversation = directPlace(first.channel_id);
    await bot.posted(reply.id, {
      message: first.id,
      at: madeAt(first.id).toString(),
      thread: threadId(conversation),
    });
    log.info("discord-answered-directly", { guild, channel, code });
    const posted = messages.map((each) => ({ channel: each.channel_id, id: each.id }));
    return { conversation, messages: posted };
  } catch (error) {
    log.warn("discord-person-not-told", { guild, channel, code, error });
    return undefined;
  }
}

function textOf(sentence: ServiceSentence) {
  return { type: ComponentType.TextDisplay as const, content: renderInlines(sentence.children) };
}
