/**
 * A channel that a person picks for a command, such as a forum, in which no command can be typed.
 * Discord tells with it what this person and the bot may do there.
 */
import {
  type APIApplicationCommandBasicOption,
  type APIInteraction,
  type APILabelComponent,
  ApplicationCommandOptionType,
  ChannelType,
  ComponentType,
} from "discord.js";
import { type Origin, plainText, say } from "#core";
import type { Directory } from "./directory.ts";
import { localized } from "./localisations.ts";
import { hereOf, originOf } from "./origin.ts";
import { may, mayManage } from "./permissions.ts";
import { noGuild } from "./place.ts";

const name = "channel";

/** Where digests make sense. Discord's description of commands does not know media channels. */
const types = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
] as const;

/** Subcommands that are about a channel as a whole, and may be about another one. */
export function takesChannel(command: string): boolean {
  return command === "subscribe";
}

export function channelOption(): APIApplicationCommandBasicOption {
  return {
    ...localized("option", name, plainText(say("post.channel"))),
    type: ApplicationCommandOptionType.Channel,
    channel_types: [...types],
  };
}

/** With the channel in which the form is opened, as long as nothing else is picked. */
export function channelField(here: string): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: name,
    description: plainText(say("post.channel")),
    component: {
      type: ComponentType.ChannelSelect,
      custom_id: name,
      channel_types: [...types],
      default_values: [{ id: here, type: "channel" as never }],
      required: false,
      min_values: 0,
      max_values: 1,
    },
  };
}

interface Picked {
  readonly id: string;
  /** Of this person, and of the bot. Absent where Discord does not tell. */
  readonly permissions?: string;
  readonly app_permissions?: string;
}

/** Shape of what commands and forms bring along. */
interface Data {
  readonly resolved?: { readonly channels?: Readonly<Record<string, Picked>> };
}

const pickedIn = (interaction: APIInteraction): Picked | undefined =>
  Object.values((interaction.data as Data | undefined)?.resolved?.channels ?? {})[0];

/** The channel picked, or the one that this is said in; none in a direct message. */
export function channelIn(interaction: APIInteraction): string | undefined {
  if (interaction.guild_id === undefined) return undefined;
  return pickedIn(interaction)?.id ?? hereOf(interaction).channel;
}

/** The channel itself in place of its thread, or the one picked in its place. */
export function originIn(interaction: APIInteraction, directory: Directory): Origin {
  const { thread: _, ...here } = originOf(interaction);
  if (here.direct || here.workspace === noGuild) return here;
  const picked = pickedIn(interaction);
  if (!picked || picked.id === here.channel) {
    const given: string | undefined = interaction.app_permissions;
    return { ...here, canPost: given === undefined ? here.canPost : may(BigInt(given), "post") };
  }
  return {
    ...here,
    channel: picked.id,
    canPost:
      picked.app_permissions === undefined
        ? directory.refusal(here.workspace, picked.id, "post") === undefined
        : may(BigInt(picked.app_permissions), "post"),
    mayManage: picked.permissions === undefined ? false : mayManage(BigInt(picked.permissions)),
  };
}

/** The origin of a button that is about another channel than the one it stands in. */
export function originAt(
  interaction: APIInteraction,
  channel: string,
  directory: Directory,
): Origin {
  const { thread: _, ...here } = originOf(interaction);
  const { member } = interaction;
  return {
    ...here,
    channel,
    canPost: directory.refusal(here.workspace, channel, "post") === undefined,
    mayManage:
      member !== undefined &&
      directory.mayManage(here.workspace, channel, member.user.id, member.roles),
  };
}
