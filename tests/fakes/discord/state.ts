/** What a Discord of our own holds: one server with channels, messages and threads. */
import type { Clock } from "#core";

export interface Channel {
  readonly id: string;
  readonly guild?: string;
  /** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
  readonly type: number;
  readonly parent?: string;
  readonly name: string;
  /** Discord's code for why the bot may not post here. */
  closed?: "50001" | "50013";
  /** The bot may not make threads here. */
  threadless?: boolean;
  archived?: boolean;
  tagRequired?: boolean;
  readonly tags: readonly string[];
  readonly messages: Message[];
}

export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly bot: boolean;
  content: string;
  components: readonly unknown[];
  flags: number;
  readonly files: readonly string[];
  readonly replyTo?: string;
  readonly nonce?: string;
  /** Made in answer to an interaction: replies to it do not carry their text. */
  readonly byInteraction: boolean;
  readonly at: string;
  edits: number;
}

export interface State {
  readonly application: string;
  readonly bot: string;
  readonly botRole: string;
  readonly guild: string;
  /** Servers that the bot is in. The gateway tells of the first one alone. */
  readonly guilds: Set<string>;
  readonly owner: string;
  readonly channels: Map<string, Channel>;
  /** By `everywhere` or the server's id. */
  readonly commands: Map<string, unknown[]>;
  nextId(): string;
  addChannel(parts: Partial<Channel> & { readonly name: string }): Channel;
  message(channel: string, id: string): Message | undefined;
}

const epoch = 1_420_070_400_000;

export function createState(clock: Clock): State {
  const channels = new Map<string, Channel>();
  let last = 0n;
  /** As Discord makes them: time first, then a count. */
  const nextId = () => {
    const wanted = BigInt(clock.now().epochMilliseconds - epoch) << 22n;
    last = wanted > last ? wanted : last + 1n;
    return last.toString();
  };
  const guild = nextId();
  return {
    application: nextId(),
    bot: nextId(),
    botRole: nextId(),
    owner: nextId(),
    guild,
    guilds: new Set([guild]),
    channels,
    commands: new Map(),
    nextId,
    addChannel(parts) {
      const channel: Channel = {
        id: parts.id ?? nextId(),
        ...(parts.type === 1 ? {} : { guild }),
        type: 0,
        tags: [],
        messages: [],
        ...parts,
      };
      channels.set(channel.id, channel);
      return channel;
    },
    message: (channel, id) => channels.get(channel)?.messages.find((each) => each.id === id),
  };
}
