/** The Web API's methods, as far as the bot uses them. */
import { breaches } from "./rules.ts";
import type { Json, Message, State } from "./state.ts";

export const bot = { user: "UBOT", bot: "BBOT", name: "backchannel", team: "T1" } as const;

export type Method = (body: Json, state: State, context: MethodContext) => Json;
export interface MethodContext {
  readonly origin: string;
  readonly nextTs: () => string;
  readonly scopes: readonly string[];
}

const error = (code: string, more: Json = {}): Json => ({ ok: false, error: code, ...more });

export const methods: Readonly<Record<string, Method>> = {
  "auth.test": () => ({
    ok: true,
    user_id: bot.user,
    bot_id: bot.bot,
    user: bot.name,
    team_id: bot.team,
    team: "Testers",
  }),
  "apps.connections.open": (_, __, { origin }) => ({
    ok: true,
    url: `${origin.replace("http", "ws")}/link`,
  }),
  "chat.postMessage": (body, state, { nextTs }) => {
    const channel = String(body["channel"]);
    const refusal = refuse(channel, state) ?? refuseBlocks(body, state);
    if (refusal) return refusal;
    if (!body["text"] && !body["blocks"]) return error("no_text");
    const message = messageOf(body, channel, nextTs());
    state.messages.push(message);
    return { ok: true, channel, ts: message.ts, message };
  },
  "chat.postEphemeral": (body, state, { nextTs }) => {
    const channel = String(body["channel"]);
    const refusal = refuse(channel, state) ?? refuseBlocks(body, state);
    if (refusal) return refusal;
    const ts = nextTs();
    state.messages.push({ ...messageOf(body, channel, ts), to: String(body["user"]) });
    return { ok: true, message_ts: ts };
  },
  "chat.update": (body, state) => {
    if (String(body["text"] ?? "").length > 4_000) return error("msg_too_long");
    const at = state.messages.findIndex(({ ts }) => ts === body["ts"]);
    const old = state.messages[at];
    if (!old || old.deleted) return error("message_not_found");
    const refusal = refuseBlocks(body, state);
    if (refusal) return refusal;
    state.messages[at] = {
      ...old,
      text: String(body["text"]),
      blocks: (body["blocks"] ?? []) as readonly Json[],
    };
    return { ok: true, channel: old.channel, ts: old.ts };
  },
  "chat.delete": (body, state) => {
    const at = state.messages.findIndex(({ ts }) => ts === body["ts"]);
    const old = state.messages[at];
    if (!old || old.deleted) return error("message_not_found");
    state.messages[at] = { ...old, deleted: true };
    return { ok: true };
  },
  "conversations.open": (body, state) => {
    const person = String(body["users"]);
    const channel = person === "U1" ? "D1" : `D-${person}`;
    state.channels.set(channel, "in");
    return { ok: true, channel: { id: channel } };
  },
  "conversations.info": (body, state) => {
    const channel = String(body["channel"]);
    const known = state.channels.get(channel);
    if (!known) return error("channel_not_found");
    return {
      ok: true,
      channel: { id: channel, is_member: known !== "out", is_archived: known === "archived" },
    };
  },
  "conversations.history": (body, state) => look(body, state, ({ thread_ts }) => !thread_ts),
  "conversations.replies": (body, state) =>
    look(body, state, ({ ts, thread_ts }) => [ts, thread_ts].includes(String(body["ts"]))),
  "users.info": (body, state) => {
    const user = state.people.get(String(body["user"]));
    return user ? { ok: true, user } : error("user_not_found");
  },
  "views.open": (body, state) => {
    const trigger = String(body["trigger_id"]);
    if (state.triggers.has(trigger)) return error("exchanged_trigger_id");
    state.triggers.add(trigger);
    const view = body["view"] as Json;
    const refusal = refuseView(view, "modal", state);
    if (refusal) return refusal;
    state.views.push({ trigger, view });
    return { ok: true, view: { id: `V${state.views.length}`, ...view } };
  },
  "views.publish": (body, state) => {
    const view = body["view"] as Json;
    const refusal = refuseView(view, "home", state);
    if (refusal) return refusal;
    state.homes.set(String(body["user_id"]), view);
    return { ok: true, view };
  },
  "assistant.threads.setStatus": () => ({ ok: true }),
  "assistant.threads.setTitle": () => ({ ok: true }),
  "assistant.threads.setSuggestedPrompts": (body, state) => {
    if ((body["prompts"] as readonly Json[]).length > 4) state.breaches.push("over four prompts");
    // Said to fail in silence under agent_view.
    if (body["thread_ts"] !== undefined) state.breaches.push("prompts with thread_ts");
    return { ok: true };
  },
  "files.getUploadURLExternal": (body, _, { origin }) => ({
    ok: true,
    upload_url: `${origin}/upload/${String(body["filename"])}`,
    file_id: `F-${String(body["filename"])}`,
  }),
  "files.completeUploadExternal": (body, state) => {
    for (const file of body["files"] as readonly { id: string }[]) {
      const name = file.id.replace("F-", "");
      const at = state.files.findIndex((each) => each.name === name);
      const thread = body["thread_ts"];
      if (typeof thread === "string") state.files[at] = { ...state.files[at]!, thread };
    }
    return { ok: true, files: body["files"] };
  },
};

export function messageOf(body: Json, channel: string, ts: string): Message {
  return {
    channel,
    ts,
    ...(typeof body["thread_ts"] === "string" && { thread_ts: body["thread_ts"] }),
    text: String(body["text"] ?? ""),
    blocks: (body["blocks"] ?? []) as readonly Json[],
    ...(body["metadata"] !== undefined && { metadata: body["metadata"] as Json }),
  };
}

function refuse(channel: string, state: State): Json | undefined {
  const known = state.channels.get(channel);
  if (known === undefined) return error("channel_not_found");
  if (known === "out") return error("not_in_channel");
  return known === "archived" ? error("is_archived") : undefined;
}

export function refuseBlocks(body: Json, state: State): Json | undefined {
  const found = breaches(body, "message");
  state.breaches.push(...found);
  return found.length > 0 ? error("invalid_blocks", { errors: found }) : undefined;
}

function refuseView(view: Json, where: "modal" | "home", state: State): Json | undefined {
  const found = breaches(view, where);
  state.breaches.push(...found);
  return found.length > 0 ? error("invalid_arguments", { errors: found }) : undefined;
}

function look(body: Json, state: State, which: (message: Message) => boolean): Json {
  const oldest = Number(body["oldest"] ?? 0);
  const messages = state.messages.filter(
    (message) =>
      message.channel === body["channel"] &&
      message.to === undefined &&
      !message.deleted &&
      Number(message.ts) >= oldest &&
      which(message),
  );
  return { ok: true, messages: messages.toReversed(), response_metadata: { next_cursor: "" } };
}
