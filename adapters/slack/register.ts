/**
 * What Slack has to know about the app: its manifest, generated from the commands. Checked in as
 * `manifest.json`; a test keeps the two equal.
 */
import { type CommandSpec, plainText, say } from "#core";
import { suggestions } from "./home.ts";
import { kit } from "./limits.ts";
import { shortcuts } from "./shortcuts.ts";

/** Scopes and why each is asked for. docs/slack.md prints this table. */
export const scopes = {
  "app_mentions:read": "to hear when somebody mentions it",
  "assistant:write": "to suggest first questions in a direct message",
  "channels:history":
    "to hear follow-up questions in the threads of its own answers, and to look whether a digest has arrived after a lost connection",
  "channels:read":
    "to know whether it is in a channel before it promises a digest there, and when a channel is deleted or archived",
  "chat:write": "to answer and to post digests where it was invited",
  commands: "for the slash command and the shortcuts",
  "files:write": "to add charts and exports to an answer",
  "groups:history": "the same in private channels to which it was invited",
  "groups:read": "the same for private channels",
  "im:history": "to read what people write to it directly",
  "im:write": "to tell the owner of a digest that it had to stop",
  "mpim:history": "the same in group conversations",
  "users:read":
    "to know people's time zones for digests, and guests, who may not subscribe channels",
} as const;

/** Events and nothing more: each is handled. */
export const events = [
  "app_home_opened",
  "app_mention",
  "app_uninstalled",
  "channel_archive",
  "channel_deleted",
  "channel_left",
  "group_archive",
  "group_deleted",
  "group_left",
  "member_joined_channel",
  "member_left_channel",
  "message.channels",
  "message.groups",
  "message.im",
  "message.mpim",
  "tokens_revoked",
] as const;

export interface Naming {
  readonly name: string;
  readonly commandName: string;
}

/** For Socket Mode. `docs/slack.md` says what HTTP events change. */
export function manifest(commands: readonly CommandSpec[], { name, commandName }: Naming) {
  const description = plainText(say("surface.app.summary"));
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name,
      description,
      long_description: plainText(say("surface.app.description")),
      background_color: "#1f3a4d",
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      agent_view: {
        agent_description: description,
        suggested_prompts: suggestions(commands).slice(0, kit.prompts),
      },
      bot_user: { display_name: name.toLowerCase(), always_online: true },
      shortcuts: [
        {
          name: plainText(say("surface.check.title")),
          type: "message",
          callback_id: shortcuts.check,
          description: plainText(say("surface.check.summary")),
        },
        {
          name: plainText(say("surface.subscribe.title")),
          type: "global",
          callback_id: shortcuts.subscribe,
          description: plainText(say("surface.subscribe.summary")),
        },
      ],
      slash_commands: [
        {
          command: `/${commandName}`,
          description,
          usage_hint: `[${commands.map((command) => command.name).join(" | ")}]`,
          should_escape: false,
        },
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(scopes) } },
    settings: {
      event_subscriptions: { bot_events: [...events] },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  };
}
