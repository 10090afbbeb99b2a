/** Discord's REST interface, as far as a bot like ours uses it. */
import { channelOf, messageOf, readable, userOf, usualPermissions } from "./payloads.ts";
import {
  type Answer,
  type Asked,
  type Handler,
  type Json,
  type RestParts,
  type Route,
  refusal,
} from "./request.ts";
import { interactionRoutes } from "./rest-interactions.ts";
import { commandFaults, messageFaults, threadFaults } from "./rules.ts";
import type { Channel, Message } from "./state.ts";

const nonceWindow = Temporal.Duration.from({ minutes: 2 });

export function createRoutes(parts: RestParts): (asked: Asked) => Answer {
  const { state, refused } = parts;
  const nonces = new Map<string, { readonly message: Message; readonly at: Temporal.Instant }>();
  const faulty = (asked: Asked, faults: readonly string[]): Answer | undefined => {
    if (faults.length === 0) return undefined;
    refused.push({ path: asked.path, faults });
    return refusal(400, 50_035, `Invalid Form Body: ${faults.join("; ")}`);
  };

  const write = (
    channel: string,
    { body, files }: Asked,
    more: Partial<Message> = {},
  ): Message => ({
    id: state.nextId(),
    channel,
    author: state.bot,
    bot: true,
    content: String(body["content"] ?? ""),
    components: (body["components"] as unknown[]) ?? [],
    flags: Number(body["flags"] ?? 0),
    files,
    byInteraction: false,
    at: parts.now().toString(),
    edits: 0,
    ...more,
  });
  const rewrite = (message: Message, { body }: Asked) => {
    message.components = (body["components"] as unknown[]) ?? message.components;
    message.flags = Number(body["flags"] ?? message.flags);
    message.edits += 1;
  };

  function post(asked: Asked, [id = ""]: readonly string[]): Answer {
    const channel = state.channels.get(id);
    if (!channel) return refusal(404, 10_003, "Unknown Channel");
    if (channel.guild && !state.guilds.has(channel.guild)) return refusal(403, 50_001);
    if (channel.closed) return refusal(403, Number(channel.closed));
    if (channel.type === 15) return refusal(400, 40_058);
    const reference = asked.body["message_reference"] as { message_id?: string } | undefined;
    const fault = faulty(asked, messageFaults(asked.body, "MessageCreateRequest", asked.files));
    if (fault) return fault;
    const nonce = asked.body["nonce"] as string | undefined;
    const known = nonce === undefined ? undefined : nonces.get(`${id}:${nonce}`);
    const fresh = known && Temporal.Duration.compare(known.at.until(parts.now()), nonceWindow) < 0;
    if (asked.body["enforce_nonce"] === true && known && fresh) {
      return { status: 200, body: messageOf(known.message, state, "bot") };
    }
    const replyTo = reference?.message_id;
    const message = write(id, asked, {
      ...(replyTo && state.message(id, replyTo) && { replyTo }),
      ...(nonce && { nonce }),
    });
    channel.archived = false;
    channel.messages.push(message);
    if (nonce) nonces.set(`${id}:${nonce}`, { message, at: parts.now() });
    parts.dispatch("MESSAGE_CREATE", {
      ...messageOf(message, state, "bot"),
      ...(channel.guild && { guild_id: channel.guild }),
    });
    return { status: 200, body: messageOf(message, state, "bot") };
  }

  function history({ query }: Asked, [id = ""]: readonly string[]): Answer {
    const channel = state.channels.get(id);
    if (!channel) return refusal(404, 10_003, "Unknown Channel");
    if (channel.closed === "50001") return refusal(403, 50_001);
    const after = query.get("after");
    const limit = Number(query.get("limit") ?? 50);
    const later = channel.messages.filter((each) => !after || BigInt(each.id) > BigInt(after));
    // Discord gives the oldest ones after a message, newest first.
    const page = after ? later.slice(0, limit) : later.slice(-limit);
    return {
      status: 200,
      body: page
        .toReversed()
        .map((each) => messageOf(each, state, readable(each, state) ? "bot" : "nobody")),
    };
  }

  function change(asked: Asked, [channel = "", id = ""]: readonly string[]): Answer {
    const message = state.message(channel, id);
    if (!message) return refusal(404, 10_008, "Unknown Message");
    const fault = faulty(
      asked,
      messageFaults(asked.body, "MessageEditRequestPartial", asked.files),
    );
    if (fault) return fault;
    rewrite(message, asked);
    return { status: 200, body: messageOf(message, state, "bot") };
  }

  function remove(_: Asked, [channel = "", id = ""]: readonly string[]): Answer {
    const messages = state.channels.get(channel)?.messages ?? [];
    const at = messages.findIndex((each) => each.id === id);
    if (at < 0) return refusal(404, 10_008, "Unknown Message");
    messages.splice(at, 1);
    parts.dispatch("MESSAGE_DELETE", { id, channel_id: channel, guild_id: state.guild });
    return { status: 204 };
  }

  function threadOn(asked: Asked, [parent = "", message = ""]: readonly string[]): Answer {
    const channel = state.channels.get(parent);
    if (!channel) return refusal(404, 10_003);
    if (channel.parent || channel.type !== 0) {
      if (channel.type !== 5) return refusal(400, 50_024);
    }
    if (channel.threadless) return refusal(403, 50_013);
    if (!state.message(parent, message)) return refusal(404, 10_008);
    if (state.channels.has(message)) return refusal(400, 160_004);
    const fault = faulty(asked, threadFaults(asked.body));
    if (fault) return fault;
    return threadMade(channel, message, String(asked.body["name"]));
  }

  function threadMade(parent: Channel, id: string, name: string): Answer {
    const thread = state.addChannel({
      id,
      name,
      type: parent.type === 5 ? 10 : 11,
      parent: parent.id,
    });
    parts.dispatch("THREAD_CREATE", { ...channelOf(thread, state), newly_created: true });
    return { status: 201, body: channelOf(thread, state) };
  }

  function forumPost(asked: Asked, [id = ""]: readonly string[]): Answer {
    const forum = state.channels.get(id);
    if (forum?.type !== 15) return refusal(400, 50_024);
    if (forum.closed) return refusal(403, Number(forum.closed));
    const tags = (asked.body["applied_tags"] as string[] | undefined) ?? [];
    if (forum.tagRequired && tags.length === 0) return refusal(400, 40_067);
    const inner = { ...asked, body: asked.body["message"] as Json };
    const faults = [
      ...threadFaults(asked.body),
      ...messageFaults(inner.body, "BaseCreateMessageCreateRequest", asked.files),
    ];
    const fault = faulty(asked, faults);
    if (fault) return fault;
    const thread = state.nextId();
    const made = threadMade(forum, thread, String(asked.body["name"]));
    state.channels.get(thread)?.messages.push(write(thread, inner, { id: thread }));
    return made;
  }

  function commands(key: string): Answer {
    return { status: 200, body: state.commands.get(key) ?? [] };
  }

  function overwrite(asked: Asked, key: string): Answer {
    const wanted = asked.body as unknown as Parameters<typeof commandFaults>[0][];
    const fault = faulty(asked, wanted.flatMap(commandFaults));
    if (fault) return fault;
    const kept = wanted.map((each) => ({
      id: state.nextId(),
      application_id: state.application,
      version: state.nextId(),
      default_member_permissions: null,
      nsfw: false,
      ...each,
    }));
    state.commands.set(key, kept);
    return { status: 200, body: kept };
  }

  function directChannel(asked: Asked): Answer {
    const person = String(asked.body["recipient_id"]);
    const name = `dm-${person}`;
    const known = [...state.channels.values()].find((each) => each.name === name);
    const channel = known ?? state.addChannel({ name, type: 1 });
    return { status: 200, body: channelOf(channel, state) };
  }

  const activeThreads = (): Answer => ({
    status: 200,
    body: {
      threads: [...state.channels.values()]
        .filter(({ parent, archived }) => parent !== undefined && !archived)
        .map((each) => channelOf(each, state)),
      members: [],
    },
  });
  const channelRead: Handler = (_, [id = ""]) => {
    const channel = state.channels.get(id);
    if (!channel) return refusal(404, 10_003);
    if (channel.closed === "50001") return refusal(403, 50_001);
    return { status: 200, body: channelOf(channel, state) };
  };
  const inGuild =
    (handler: (guild: string) => Answer): Handler =>
    (_, [id = ""]) =>
      state.guilds.has(id) ? handler(id) : refusal(403, 50_001);
  /** Threads and, since October 2026, channels that the bot may not see are left out. */
  const channels = (guild: string): Answer => ({
    status: 200,
    body: [...state.channels.values()]
      .filter((each) => each.guild === guild && !each.parent && each.closed !== "50001")
      .map((each) => channelOf(each, state)),
  });
  const member = (): Answer => ({
    status: 200,
    body: { user: userOf(state.bot, true), roles: [state.botRole], flags: 0 },
  });
  const own = ({ query }: Asked): Answer => ({
    status: 200,
    body: [...state.guilds]
      .filter((id) => BigInt(id) > BigInt(query.get("after") ?? 0))
      .toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
      .slice(0, Number(query.get("limit") ?? 200))
      .map((id) => ({ id, name: "Desk", permissions: usualPermissions, owner: false })),
  });

  const routes: readonly Route[] = [
    ["POST", /^\/channels\/(\d+)\/messages$/, post],
    ["GET", /^\/channels\/(\d+)\/messages$/, history],
    ["PATCH", /^\/channels\/(\d+)\/messages\/(\d+)$/, change],
    ["DELETE", /^\/channels\/(\d+)\/messages\/(\d+)$/, remove],
    ["POST", /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, threadOn],
    ["POST", /^\/channels\/(\d+)\/threads$/, forumPost],
    ["GET", /^\/channels\/(\d+)$/, channelRead],
    ["GET", /^\/guilds\/(\d+)\/threads\/active$/, activeThreads],
    ["POST", /^\/users\/@me\/channels$/, directChannel],
    ...interactionRoutes({ ...parts, write, rewrite, faulty }),
    ["GET", /^\/applications\/\d+\/commands$/, () => commands("everywhere")],
    ["PUT", /^\/applications\/\d+\/commands$/, (asked) => overwrite(asked, "everywhere")],
    ["GET", /^\/applications\/\d+\/guilds\/(\d+)\/commands$/, (_, [id = ""]) => commands(id)],
    [
      "PUT",
      /^\/applications\/\d+\/guilds\/(\d+)\/commands$/,
      (asked, [id = ""]) => overwrite(asked, id),
    ],
    ["GET", /^\/users\/@me\/guilds$/, own],
    ["GET", /^\/guilds\/(\d+)\/channels$/, inGuild(channels)],
    ["GET", /^\/guilds\/(\d+)\/members\/\d+$/, inGuild(member)],
    ["GET", /^\/users\/@me$/, () => ({ status: 200, body: userOf(state.bot, true) })],
    [
      "GET",
      /^\/applications\/@me$/,
      () => ({
        status: 200,
        body: { id: state.application, flags: 0, bot: userOf(state.bot, true) },
      }),
    ],
    [
      "GET",
      /^\/gateway\/bot$/,
      () => ({
        status: 200,
        body: {
          url: parts.gatewayUrl(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
        },
      }),
    ],
  ];

  return (asked) => {
    for (const [method, pattern, handler] of routes) {
      const match = method === asked.method ? pattern.exec(asked.path) : null;
      if (match) return handler(asked, match.slice(1));
    }
    refused.push({ path: `${asked.method} ${asked.path}`, faults: ["no such route"] });
    return refusal(404, 0, "404: Not Found");
  };
}
