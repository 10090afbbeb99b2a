/** What can be wrong between this bot and Slack, and what to do about each. */
import { WebClient } from "@slack/web-api";
import type { Finding, Log } from "#core";
import { sdkLogger } from "./client.ts";
import { codeOf } from "./failures.ts";
import { scopes } from "./register.ts";

export interface DiagnoseOptions {
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly apiUrl?: string;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
}

/** Tests tokens, scopes, the way events come in, and the clock that signatures depend on. */
export async function diagnose(options: DiagnoseOptions): Promise<readonly Finding[]> {
  return [...(await testBotToken(options)), await testReceiving(options)];
}

async function testBotToken(options: DiagnoseOptions): Promise<readonly Finding[]> {
  const about = "SLACK_BOT_TOKEN";
  let served: Response | undefined;
  const client = clientOf(options, options.botToken, (response) => {
    served = response;
  });
  try {
    const { team, user, response_metadata } = await client.auth.test();
    return [
      { about, result: "good", text: `Slack knows it: ${user} in ${team}.` },
      scopesFinding(response_metadata?.scopes),
      clockFinding(served?.headers.get("date") ?? null, options.now()),
    ];
  } catch (error) {
    const code = codeOf(error);
    if (!code) return [unreached(about)];
    return [
      {
        about,
        result: "bad",
        text: `Slack refuses it: ${code}.`,
        mend: "Copy the Bot User OAuth Token again (it begins with xoxb-): api.slack.com/apps, your app, OAuth & Permissions. If it is new, install the app to the workspace first.",
      },
    ];
  }
}

function unreached(about: string): Finding {
  return {
    about,
    result: "bad",
    text: "Slack could not be reached, so that this is not tested.",
    mend: "Look whether this machine reaches slack.com, or the address in SLACK_API_URL.",
  };
}

function scopesFinding(granted: readonly string[] | undefined): Finding {
  const about = "Slack scopes";
  if (!granted) return { about, result: "caution", text: "Slack did not say which are granted." };
  const missing = Object.keys(scopes).filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return { about, result: "good", text: "All that are needed." };
  return {
    about,
    result: "bad",
    text: `Missing: ${missing.join(", ")}.`,
    mend: "Paste adapters/slack/manifest.json into App Manifest at api.slack.com/apps, save, and reinstall the app to the workspace.",
  };
}

/** Slack refuses and we refuse what is five minutes off. */
function clockFinding(date: string | null, now: Temporal.Instant): Finding {
  const about = "Clock";
  const theirs = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs))
    return { about, result: "caution", text: "Slack did not say its time." };
  const seconds = Math.abs(now.epochMilliseconds - theirs) / 1000;
  if (seconds < 60) return { about, result: "good", text: "Agrees with Slack's." };
  return {
    about,
    result: seconds > 240 ? "bad" : "caution",
    text: `Differs from Slack's by ${Math.round(seconds)} seconds.`,
    mend: "Let this machine take its time from the network (NTP): signed requests more than five minutes off are refused.",
  };
}

async function testReceiving(options: DiagnoseOptions): Promise<Finding> {
  const { appToken, signingSecret } = options;
  if (appToken === undefined) {
    return {
      about: "Slack events",
      result: signingSecret === undefined ? "bad" : "good",
      text:
        signingSecret === undefined
          ? "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set."
          : "By HTTP at /slack/events; Slack shows there whether it reaches this bot.",
      mend: "At api.slack.com/apps, Event Subscriptions and Interactivity must name https://your-address/slack/events, and Slack must call it verified.",
    };
  }
  try {
    await clientOf(options, appToken).apps.connections.open();
    return { about: "Slack events", result: "good", text: "Socket Mode is open to this token." };
  } catch (error) {
    const about = "SLACK_APP_TOKEN";
    const code = codeOf(error);
    if (!code) return unreached(about);
    return {
      about,
      result: "bad",
      text: `Slack opens no connection: ${code}.`,
      mend: "At api.slack.com/apps, Basic Information, App-Level Tokens, make one with connections:write (it begins with xapp-), and switch Socket Mode on.",
    };
  }
}

function clientOf(
  { apiUrl, log }: DiagnoseOptions,
  token: string,
  see: (response: Response) => void = () => {},
): WebClient {
  return new WebClient(token, {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    logger: sdkLogger(log),
    retryConfig: { retries: 0 },
    timeout: 10_000,
    rejectRateLimitedCalls: true,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      see(response);
      return response;
    },
  });
}
