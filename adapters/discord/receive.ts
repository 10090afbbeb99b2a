/** What Discord's gateway tells, by kind, to those who act on it. Nothing here ever throws or rejects. */

import { type APIInteraction, GatewayDispatchEvents } from "discord.js";
import type { Bot, Log } from "#core";
import type { Answerer } from "./answer.ts";
import type { Answers } from "./answers.ts";
import { createChanges, type DeletedMessage } from "./changes.ts";
import type { Directory } from "./directory.ts";
import type { DiscordMessage } from "./heard.ts";
import { createInteractions } from "./interactions.ts";
import type { Leaves } from "./leaves.ts";
import { createMessages } from "./messages.ts";
import { prefixOf } from "./place.ts";
import type { Poster } from "./post.ts";
import type { Rest } from "./rest.ts";
import type { Sender } from "./send.ts";
import type { Standing } from "./standing.ts";

export interface ReceiverParts {
  readonly bot: Bot;
  readonly rest: Rest;
  readonly poster: Poster;
  readonly sender: Sender;
  readonly answerer: Answerer;
  readonly leaves: Leaves;
  readonly directory: Directory;
  readonly standing: Standing;
  readonly answers: Answers;
  readonly log: Log;
  me(): string;
  readonly readsContent: boolean;
  readonly deferAfter: number;
}

export function createReceiver(
  parts: ReceiverParts,
): (event: GatewayDispatchEvents, data: unknown) => Promise<void> {
  const { bot, log, standing } = parts;
  const interactions = createInteractions(parts);
  const messages = createMessages(parts);
  const changes = createChanges({ ...parts, messages });

  // Payloads come from Discord by an authenticated connection and have its documented shapes.
  async function receive(event: GatewayDispatchEvents, data: unknown): Promise<void> {
    switch (event) {
      case GatewayDispatchEvents.InteractionCreate:
        return interactions(data as APIInteraction);
      case GatewayDispatchEvents.MessageCreate:
        return messages.created(data as DiscordMessage);
      case GatewayDispatchEvents.MessageUpdate:
        return changes.edited(data as DiscordMessage);
      case GatewayDispatchEvents.MessageDelete:
        return changes.deleted(data as DeletedMessage);
      case GatewayDispatchEvents.MessageDeleteBulk: {
        const { ids, ...place } = data as Omit<DeletedMessage, "id"> & { ids: readonly string[] };
        for (const id of ids) await changes.deleted({ ...place, id });
        return;
      }
      case GatewayDispatchEvents.GuildDelete: {
        const { id, unavailable } = data as { id: string; unavailable?: boolean };
        // An outage is no removal.
        if (!unavailable) await bot.removed(prefixOf(id));
        return;
      }
      case GatewayDispatchEvents.ChannelDelete: {
        const { id, guild_id: guild } = data as { id: string; guild_id?: string };
        if (guild === undefined) return;
        await bot.removed(prefixOf(guild, id));
        return standing.changed(guild);
      }
      case GatewayDispatchEvents.ThreadDelete: {
        const { id, guild_id, parent_id } = data as Record<string, string>;
        if (guild_id && parent_id && id) {
          await bot.removed(prefixOf(guild_id, parent_id, id).slice(0, -1));
          // What was answered in it is noted below its own id.
          await bot.removed(prefixOf(guild_id, id));
        }
        return;
      }
      case GatewayDispatchEvents.ChannelCreate:
      case GatewayDispatchEvents.ChannelUpdate:
      case GatewayDispatchEvents.GuildRoleUpdate:
      case GatewayDispatchEvents.GuildRoleDelete: {
        const { guild_id: guild } = data as { guild_id?: string };
        if (guild !== undefined) await standing.changed(guild);
        return;
      }
      case GatewayDispatchEvents.GuildMemberUpdate: {
        const { guild_id: guild, user } = data as { guild_id: string; user: { id: string } };
        if (user.id === parts.me()) await standing.changed(guild);
        return;
      }
      default:
        return;
    }
  }

  return (event, data) =>
    receive(event, data).catch((error) =>
      log.error("discord-event-failed", { kind: event, error }),
    );
}
