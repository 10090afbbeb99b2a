/** People in our Discord: they write, press, fill in and choose. */
import type { FakeGateway } from "./gateway.ts";
import { channelOf, messageOf, readable, userOf, usualPermissions } from "./payloads.ts";
import type { Interaction } from "./request.ts";
import type { Channel, Message, State } from "./state.ts";

export interface PeopleParts {
  readonly state: State;
  readonly interactions: Map<string, Interaction>;
  readonly gateway: FakeGateway;
  changed(): void;
  now(): Temporal.Instant;
}

interface Circumstances {
  readonly person?: string;
  /** The bot is not in this server: the person has installed it. */
  readonly userInstall?: boolean;
  readonly locale?: string;
  /** The person may manage channels. */
  readonly manages?: boolean;
}

export interface People {
  /** Id of somebody who is just there. */
  readonly ann: string;
  writes(
    channel: string,
    content: string,
    more?: { readonly replyTo?: string; readonly person?: string },
  ): Message;
  edits(message: Message, content: string): void;
  deletes(message: Message): void;
  command(
    channel: string,
    name: string,
    options?: Readonly<Record<string, string | number | boolean>>,
    circumstances?: Circumstances,
  ): Interaction;
  /** The same payload again. */
  repeats(interaction: Interaction): void;
  types(channel: string, name: string, option: string, typed: string): Interaction;
  checks(channel: string, message: Message, circumstances?: Circumstances): Interaction;
  /** Presses the button with that label, or that custom id. */
  presses(message: Message, label: string, circumstances?: Circumstances): Interaction;
  selects(message: Message, value: string, circumstances?: Circumstances): Interaction;
  /** Fills in the form that an interaction has opened. */
  submits(
    form: Interaction,
    values: Readonly<Record<string, string>>,
    circumstances?: Circumstances,
  ): Interaction;
}

interface Component {
  readonly type: number;
  readonly label?: string;
  readonly custom_id?: string;
  readonly components?: readonly Component[];
}

export function createPeople(parts: PeopleParts): People {
  const { state, interactions, gateway } = parts;
  const ann = state.nextId();
  const payloads = new Map<string, unknown>();
  /** Message under a form, so that it can be submitted. */
  const sources = new Map<string, Message>();

  function tell(message: Message, event: string): void {
    const guild = state.channels.get(message.channel)?.guild;
    gateway.dispatch(event, (intents) => {
      const sees = (intents & (1 << 15)) !== 0 || readable(message, state);
      return {
        ...messageOf(message, state, sees ? "bot" : "nobody"),
        ...(guild && {
          guild_id: guild,
          member: {
            roles: [],
            joined_at: "2026-01-01T00:00:00.000Z",
            deaf: false,
            mute: false,
            flags: 0,
          },
        }),
      };
    });
  }

  function interact(
    channelId: string,
    type: number,
    data: unknown,
    circumstances: Circumstances = {},
    source?: Message,
  ): Interaction {
    const { person = ann, userInstall = false, locale = "en-US", manages = false } = circumstances;
    const channel = state.channels.get(channelId);
    if (!channel) throw new Error(`no channel ${channelId}`);
    const interaction: Interaction = {
      id: state.nextId(),
      token: `token-${state.nextId()}`,
      channel: channelId,
      messages: [],
      ...(source && { source }),
    };
    interactions.set(interaction.token, interaction);
    const manage = manages ? 1n << 4n : 0n;
    const payload = {
      id: interaction.id,
      application_id: state.application,
      type,
      data,
      token: interaction.token,
      version: 1,
      channel_id: channelId,
      channel: { ...channelOf(channel, state), permissions: usualPermissions },
      ...(channel.guild
        ? {
            guild_id: channel.guild,
            guild: { id: channel.guild, locale: "en-US", features: [] },
            guild_locale: "en-US",
            member: {
              user: userOf(person, false),
              roles: [],
              joined_at: "2026-01-01T00:00:00.000Z",
              deaf: false,
              mute: false,
              flags: 0,
              permissions: (BigInt(usualPermissions) | manage).toString(),
            },
            context: 0,
          }
        : { user: userOf(person, false), context: 1 }),
      app_permissions: (BigInt(usualPermissions) & ~deniedIn(channel)).toString(),
      locale,
      entitlements: [],
      authorizing_integration_owners: userInstall ? { "1": person } : { "0": channel.guild ?? "0" },
      attachment_size_limit: 10_485_760,
      ...(source && {
        message: {
          ...messageOf(source, state, "bot"),
          flags: source.flags | ("ephemeral" in source && source.ephemeral ? 64 : 0),
        },
      }),
    };
    payloads.set(interaction.id, payload);
    gateway.dispatch("INTERACTION_CREATE", () => payload);
    return interaction;
  }

  const optionsOf = (options: Readonly<Record<string, string | number | boolean>>) =>
    Object.entries(options).map(([name, value]) => ({
      name,
      value,
      type:
        name === "channel" ? 7 : typeof value === "boolean" ? 5 : typeof value === "number" ? 4 : 3,
    }));
  /** What Discord tells with a channel that was picked. */
  const resolved = (id: unknown, { manages = false }: Circumstances = {}) => {
    const channel = state.channels.get(String(id));
    if (!channel) return {};
    const manage = manages ? 1n << 4n : 0n;
    const { type, name } = channel;
    const picked = {
      ...{ id, type, name },
      permissions: (BigInt(usualPermissions) | manage).toString(),
      app_permissions: (BigInt(usualPermissions) & ~deniedIn(channel)).toString(),
    };
    return { resolved: { channels: { [channel.id]: picked } } };
  };
  const base = { id: state.nextId(), name: "brief", type: 1 };

  return {
    ann,
    writes(channelId, content, { replyTo, person = ann } = {}) {
      const channel = state.channels.get(channelId);
      if (!channel) throw new Error(`no channel ${channelId}`);
      const message: Message = {
        id: state.nextId(),
        channel: channelId,
        author: person,
        bot: false,
        content,
        components: [],
        flags: 0,
        files: [],
        byInteraction: false,
        at: parts.now().toString(),
        edits: 0,
        ...(replyTo && { replyTo }),
      };
      channel.messages.push(message);
      tell(message, "MESSAGE_CREATE");
      return message;
    },
    edits(message, content) {
      message.content = content;
      message.edits += 1;
      tell(message, "MESSAGE_UPDATE");
    },
    deletes(message) {
      const channel = state.channels.get(message.channel);
      channel?.messages.splice(channel.messages.indexOf(message), 1);
      gateway.dispatch("MESSAGE_DELETE", () => ({
        id: message.id,
        channel_id: message.channel,
        ...(channel?.guild && { guild_id: channel.guild }),
      }));
    },
    command: (channel, name, options = {}, circumstances) =>
      interact(
        channel,
        2,
        {
          ...base,
          options: [{ name, type: 1, options: optionsOf(options) }],
          ...resolved(options["channel"], circumstances),
        },
        circumstances,
      ),
    repeats(interaction) {
      gateway.dispatch("INTERACTION_CREATE", () => payloads.get(interaction.id));
    },
    types: (channel, name, option, typed) =>
      interact(channel, 4, {
        ...base,
        options: [
          { name, type: 1, options: [{ name: option, type: 3, value: typed, focused: true }] },
        ],
      }),
    checks: (channel, message, circumstances) =>
      interact(
        channel,
        2,
        {
          id: state.nextId(),
          name: "Check this message",
          type: 3,
          target_id: message.id,
          resolved: { messages: { [message.id]: messageOf(message, state, "bot") } },
        },
        circumstances,
      ),
    presses(message, label, circumstances) {
      const button = flat(message.components as readonly Component[]).find(
        (each) => each.type === 2 && (each.label === label || each.custom_id === label),
      );
      if (!button) throw new Error(`no button "${label}"`);
      const data = { custom_id: button.custom_id, component_type: 2, id: 1 };
      const pressed = interact(message.channel, 3, data, circumstances, message);
      sources.set(pressed.id, message);
      return pressed;
    },
    selects(message, value, circumstances) {
      const select = flat(message.components as readonly Component[]).find(
        ({ type }) => type === 3,
      );
      if (!select) throw new Error("no select");
      const data = { custom_id: select.custom_id, component_type: 3, id: 1, values: [value] };
      return interact(message.channel, 3, data, circumstances, message);
    },
    submits(form, values, circumstances) {
      const components = Object.entries(values).map(([custom_id, value], index) => ({
        type: 18,
        id: index + 1,
        component:
          custom_id === "channel"
            ? { type: 8, id: 100 + index, custom_id, values: [value] }
            : { type: 4, id: 100 + index, custom_id, value },
      }));
      const submitted = {
        custom_id: form.callback?.data["custom_id"],
        components,
        ...resolved(values["channel"], circumstances),
      };
      return interact(form.channel, 5, submitted, circumstances, sources.get(form.id));
    },
  };
}

function deniedIn({ closed }: Channel): bigint {
  return (closed ? 1n << 11n : 0n) | (closed === "50001" ? 1n << 10n : 0n);
}

function flat(components: readonly Component[]): readonly Component[] {
  return components.flatMap((each) => [each, ...flat(each.components ?? [])]);
}
