import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { events, manifest, scopes } from "../../../adapters/slack/register.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

const file = new URL("../../../adapters/slack/manifest.json", import.meta.url);
const { bot } = createTestBot({}, [usIranDossier()]);
const made = manifest(bot.commands, { name: "Backchannel", commandName: "brief" });

test("the manifest in the repository is the one that the commands make", () => {
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(made);
});

test("it keeps within Slack's limits for manifests", () => {
  const { display_information: about, features } = made;
  expect(about.name.length).toBeLessThanOrEqual(35);
  expect(about.description.length).toBeLessThanOrEqual(140);
  expect(about.long_description.length).toBeGreaterThanOrEqual(174);
  expect(about.long_description.length).toBeLessThanOrEqual(4_000);
  expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
  expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
  expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
  for (const shortcut of features.shortcuts) {
    expect(shortcut.name.length).toBeLessThanOrEqual(24);
    expect(shortcut.description.length).toBeLessThanOrEqual(150);
  }
  for (const command of features.slash_commands) {
    expect(command.command.length).toBeLessThanOrEqual(32);
    expect(command.usage_hint.length).toBeLessThanOrEqual(1_000);
  }
});

test("it asks for no more than the allow-list of scopes, and nothing for persons or admins", () => {
  expect(Object.keys(made.oauth_config.scopes)).toEqual(["bot"]);
  expect(made.oauth_config.scopes.bot).toEqual([
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "channels:read",
    "chat:write",
    "commands",
    "files:write",
    "groups:history",
    "groups:read",
    "im:history",
    "im:write",
    "mpim:history",
    "users:read",
  ]);
  expect(made.settings.event_subscriptions.bot_events).toEqual([...events]);
});

test.each(["README.md", "docs/slack.md"])("%s explains each scope, with the same words", (file) => {
  const page = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
  for (const [scope, reason] of Object.entries(scopes)) {
    expect(page).toContain(`| \`${scope}\` | ${reason} |`);
  }
});
