/** From an interaction to its answer: privately, in the channel, or in place of what was there. */

import {
  type APIInteraction,
  type APIMessageTopLevelComponent,
  ApplicationIntegrationType,
  ComponentType,
  MessageFlags,
} from "discord.js";
import {
  type Bot,
  type Call,
  type Log,
  type Reply,
  type ServiceSentence,
  say,
  toMarkdown,
} from "#core";
import type { Answerer, Posted } from "./answer.ts";
import { type Callback, type Content, createCallback } from "./callback.ts";
import { aboutChannel } from "./custom-id.ts";
import type { Kept, Leaves } from "./leaves.ts";
import { discordNumbers } from "./limits.ts";
import { hereOf } from "./origin.ts";
import { noGuild, type Place } from "./place.ts";
import type { Letter } from "./post.ts";
import { receiptOf } from "./receipt.ts";
import { renderInlines } from "./render-inlines.ts";
import type { Rest } from "./rest.ts";

export interface Asked {
  readonly interaction: APIInteraction;
  readonly call: Call;
  /** Conversation whose message holds the button, or thread that it was said in. */
  readonly below?: Place | undefined;
  /** The answer replaces the message that holds the button. */
  readonly inPlace?: boolean;
}

export interface ResponderParts {
  readonly bot: Bot;
  readonly rest: Rest;
  readonly answerer: Answerer;
  readonly leaves: Leaves;
  readonly log: Log;
  /** Milliseconds after which an answer that is not ready yet is announced. */
  readonly deferAfter: number;
}

type Deferred = "ephemeral" | "public" | "update" | undefined;

export function createResponder(parts: ResponderParts): (asked: Asked) => Promise<void> {
  const { bot, rest, answerer, leaves, log, deferAfter } = parts;

  async function respond(asked: Asked): Promise<void> {
    const { interaction, call } = asked;
    const callback = createCallback(rest.replies, interaction);
    const pending = bot.command(call);
    let deferred: Deferred;
    if (!(await isReady(pending, deferAfter))) {
      deferred = deferralOf(asked);
      if (!(await callback.defer(deferred))) return;
    }
    const reply = await pending;
    if (asked.inPlace && (await inPlace(asked, reply, callback, deferred))) return;
    const toChannel = reply.visibility === "public" && call.origin.canPost && !call.origin.direct;
    if (toChannel) await inChannel(asked, reply, callback, deferred);
    else await byInteraction(asked, reply, callback, deferred);
  }

  /** False when this reply cannot stand where the message is. */
  async function inPlace(
    { interaction, below }: Asked,
    reply: Reply,
    callback: Callback,
    deferred: Deferred,
  ): Promise<boolean> {
    const alone = isEphemeral(interaction);
    if (!reply.answered && reply.visibility === "private" && !alone) return false;
    const root = alone ? undefined : rootBelow(interaction, below);
    const letters = await leaves.open(reply, root, keptBy(interaction));
    const [letter] = letters;
    if (!letter || letters.length > 1) return false;
    if (deferred === undefined) await callback.update(letter);
    else await callback.edit(letter);
    return true;
  }

  /** A message of the bot's own below or in the channel, so that replies to it can be read. */
  async function inChannel(
    asked: Asked,
    reply: Reply,
    callback: Callback,
    deferred: Deferred,
  ): Promise<void> {
    const { interaction, below } = asked;
    const { guild_id: guild = noGuild } = interaction;
    if (deferred === undefined && !(await callback.say(notice(say("post.posted")), true))) return;
    const here = hereOf(interaction);
    const channel = here.thread?.message ?? here.channel;
    let posted: Posted;
    try {
      posted = await answerer.post(reply, {
        guild,
        channel,
        ...(below && { below }),
        nonce: interaction.id,
      });
    } catch (error) {
      log.warn("discord-answer-not-posted", { guild, channel, error });
      await instead(asked, reply, callback, deferred);
      return;
    }
    await bot.posted(reply.id, posted.receipt);
    if (deferred === "update") return;
    if (posted.channel !== channel) await callback.edit(notice(postedThere(posted)));
    else if (deferred) await callback.edit(notice(say("post.posted")));
  }

  /** What could not be posted goes to the person. */
  async function instead(
    { interaction }: Asked,
    reply: Reply,
    callback: Callback,
    deferred: Deferred,
  ): Promise<void> {
    const letters = await leaves.open(reply, undefined, keptBy(interaction));
    const [first, ...others] = letters;
    if (!first) return;
    const blocked = notice(say("post.blocked"));
    if (deferred === "update") await callback.more(blocked, true);
    else await callback.edit(blocked);
    for (const letter of [first, ...others]) await callback.more(letter, true);
  }

  async function byInteraction(
    { interaction, call }: Asked,
    reply: Reply,
    callback: Callback,
    deferred: Deferred,
  ): Promise<void> {
    const ephemeral = reply.visibility === "private" && !call.origin.direct;
    const letters = await leaves.open(reply, undefined, keptBy(interaction));
    const { channel: here } = hereOf(interaction);
    const elsewhere = call.origin.channel !== here;
    const [first, ...others] = enough(
      interaction,
      reply,
      elsewhere ? aboutElsewhere(letters, call.origin.channel) : letters,
    );
    if (!first) return;
    const message = await firstOf(callback, first, ephemeral, deferred);
    if (message === false) return;
    for (const letter of others) await callback.more(letter, ephemeral);
    if (ephemeral || message === undefined) return;
    const { guild_id: guild = noGuild } = interaction;
    const { channel } = hereOf(interaction);
    const place = { guild, channel, message };
    await bot.posted(reply.id, receiptOf({ id: message, channel_id: channel }, place));
  }

  return respond;
}

async function firstOf(
  callback: Callback,
  letter: Letter,
  ephemeral: boolean,
  deferred: Deferred,
): Promise<string | undefined | false> {
  if (deferred === undefined) {
    const said = await callback.say(letter, ephemeral);
    return said === false ? false : said.message;
  }
  const message =
    deferred === "update" ? await callback.more(letter, ephemeral) : await callback.edit(letter);
  return message?.id;
}

function deferralOf({ inPlace, call: { origin } }: Asked) {
  if (inPlace) return "update" as const;
  return origin.direct ? "public" : "ephemeral";
}

/** True when it settles in time. */
async function isReady(pending: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([pending.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A commands of a person's own, where the bot is not, may add five messages: the rest is a file. */
function enough(
  interaction: APIInteraction,
  reply: Reply,
  letters: readonly Letter[],
): readonly Content[] {
  const owners = interaction.authorizing_integration_owners as
    | Partial<Record<ApplicationIntegrationType, string>>
    | undefined;
  const most = 1 + discordNumbers.followUps.most;
  const everywhere = owners?.[ApplicationIntegrationType.GuildInstall] !== undefined;
  if (everywhere || !owners || letters.length <= most) return letters;
  const whole = {
    name: "answer.md",
    type: "text/markdown",
    content: toMarkdown(reply.document),
    alt: reply.line,
  };
  const rest: Content = {
    components: [
      ...notice(say("post.rest")).components,
      { type: ComponentType.File, file: { url: `attachment://${whole.name}` } },
    ],
    files: [whole],
  };
  return [...letters.slice(0, most - 1), rest];
}

/** Says on top which channel it is about; its buttons are about that one too. */
function aboutElsewhere(letters: readonly Letter[], channel: string): readonly Letter[] {
  const place = { type: "channel", value: channel } as const;
  const line = `-# ${renderInlines(say("post.elsewhere", { place }).children)}`;
  return letters.map((letter, index) => {
    const { components, ...rest } = aboutChannel(letter, channel);
    const top = index === 0 ? [{ type: ComponentType.TextDisplay as const, content: line }] : [];
    return { ...rest, components: [...top, ...components] };
  });
}

function notice(sentence: ServiceSentence): Content {
  const components: APIMessageTopLevelComponent[] = [
    { type: ComponentType.TextDisplay, content: renderInlines(sentence.children) },
  ];
  return { components };
}

function postedThere({ receipt }: Posted): ServiceSentence {
  if (receipt.url === undefined) return say("post.posted");
  return say("post.posted-there", {
    place: { type: "link", url: receipt.url, children: say("post.place").children },
  });
}

const keptBy = ({ id, guild_id: guild = noGuild }: APIInteraction): Kept => ({ guild, key: id });

export function isEphemeral(interaction: APIInteraction): boolean {
  const flags = "message" in interaction ? interaction.message?.flags : undefined;
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** Named in the button only where the message itself is not the first. */
function rootBelow(interaction: APIInteraction, below: Place | undefined): string | undefined {
  const own = "message" in interaction ? interaction.message?.id : undefined;
  return below?.message === own ? undefined : below?.message;
}
