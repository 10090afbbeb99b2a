/** Removed from a workspace or channel: everything kept for it goes. */
import type { App } from "@slack/bolt";
import type { Context } from "./context.ts";
import { platform } from "./ids.ts";

export function receiveLifecycle(app: App, context: Context): void {
  const { bot, people, self } = context;
  const leave = async (workspace: string, channel: string, why: string) => {
    people.learn(channel, false);
    context.log.info("slack-channel-left", { workspace, channel, why });
    await bot.removed(`${platform}:${workspace}:${channel}:`);
  };

  app.event("app_uninstalled", async ({ body }) => {
    context.log.warn("slack-uninstalled", { workspace: body.team_id });
    await bot.removed(`${platform}:${body.team_id}:`);
  });
  app.event("tokens_revoked", async ({ event, body }) => {
    // One person's own token is none of ours.
    if (!event.tokens.bot?.includes(self.user)) return;
    context.log.warn("slack-token-revoked", { workspace: body.team_id });
    await bot.removed(`${platform}:${body.team_id}:`);
  });

  for (const gone of [
    "channel_deleted",
    "channel_archive",
    "channel_left",
    "group_deleted",
    "group_archive",
    "group_left",
  ] as const) {
    app.event(gone, async ({ event, body }) => {
      await leave(body.team_id, event.channel, gone);
    });
  }
  app.event("member_left_channel", async ({ event, body }) => {
    if (event.user === self.user) await leave(body.team_id, event.channel, "member_left_channel");
  });
  app.event("member_joined_channel", async ({ event }) => {
    if (event.user === self.user) people.learn(event.channel, true);
  });
}
