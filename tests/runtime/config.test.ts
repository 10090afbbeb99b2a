import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { configVariables, parseConfig } from "../../src/runtime/config.ts";

const slackBot = "xoxb-1111-2222-abcdefgh";
const slackApp = "xapp-1-A0-3333-abcdefgh";

describe("the configuration", () => {
  test("needs nothing: the console on the loopback address", () => {
    expect(parseConfig({})).toEqual({
      type: "config",
      config: {
        http: { host: "127.0.0.1", port: 3978 },
        dossiers: {},
        commandName: "brief",
        store: { folder: "data", retentionDays: 30 },
        logLevel: "info",
        secrets: [],
      },
    });
  });

  test("takes an empty variable as absent", () => {
    expect(parseConfig({ SLACK_BOT_TOKEN: "", PORT: " " })).toEqual(parseConfig({}));
  });

  test("reads both platforms and remembers what must never be shown", () => {
    const result = parseConfig({
      PORT: "0",
      PUBLIC_URL: "https://bot.example.org/",
      COMMAND_NAME: "iran",
      DATABASE_URL: "postgresql://bot:hunter22@db:5432/bot",
      SLACK_BOT_TOKEN: slackBot,
      SLACK_APP_TOKEN: slackApp,
      SLACK_API_URL: "https://slack-gov.com/api/",
      DISCORD_TOKEN: "a-discord-token-of-some-length",
      DISCORD_API_URL: "http://127.0.0.1:9000/api/",
      DISCORD_MESSAGE_CONTENT: "on",
    });
    expect(result).toEqual({
      type: "config",
      config: {
        http: { host: "127.0.0.1", port: 0, publicUrl: "https://bot.example.org" },
        dossiers: {},
        commandName: "iran",
        store: {
          folder: "data",
          databaseUrl: "postgresql://bot:hunter22@db:5432/bot",
          retentionDays: 30,
        },
        logLevel: "info",
        slack: { botToken: slackBot, appToken: slackApp, apiUrl: "https://slack-gov.com/api" },
        discord: {
          token: "a-discord-token-of-some-length",
          apiUrl: "http://127.0.0.1:9000/api",
          messageContent: true,
        },
        secrets: [
          slackBot,
          slackApp,
          "a-discord-token-of-some-length",
          "postgresql://bot:hunter22@db:5432/bot",
        ],
      },
    });
  });

  test("reports every mistake at once, by name and never by value", () => {
    const result = parseConfig({
      PORT: "99999",
      LOG_LEVEL: "loud-and-secret",
      COMMAND_NAME: "Brief Me",
      DATABASE_URL: "mysql://root:hunter22@db/bot",
      SLACK_BOT_TOKEN: "wrong-hunter22",
      DISCORD_GUILD_ID: "my server",
    });
    expect(result).toEqual({
      type: "mistakes",
      mistakes: [
        "PORT must be from 0 to 65535",
        "COMMAND_NAME must be 1 to 32 lower-case letters, digits, - or _",
        "DATABASE_URL must be a postgresql:// address",
        "LOG_LEVEL must be one of debug, info, warn, error",
        "SLACK_BOT_TOKEN must begin with xoxb-",
        "DISCORD_GUILD_ID must be a server id, which is digits alone",
        "SLACK_BOT_TOKEN is set, but nothing to receive with: set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP events)",
        "DISCORD_TOKEN is missing: DISCORD_GUILD_ID needs it",
      ],
    });
    expect(JSON.stringify(result)).not.toMatch(/hunter22|loud-and-secret|Brief Me/);
  });

  test("is documented variable by variable in .env.example", () => {
    const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const documented = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(documented.toSorted()).toEqual([...configVariables].toSorted());
  });
});
