import { afterEach, expect, test } from "vitest";
import type { Finding } from "#core";
import { diagnose } from "../../../adapters/slack/index.ts";
import { scopes } from "../../../adapters/slack/register.ts";
import { createFakeLog } from "../../fakes/log.ts";
import { createFakeSlack, type FakeSlack } from "../../fakes/slack/slack.ts";

let slack: FakeSlack;
afterEach(() => slack.stop());

const options = () => ({
  botToken: "xoxb-1234567890",
  appToken: "xapp-1234567890",
  apiUrl: slack.url,
  log: createFakeLog().log,
  now: () => Temporal.Now.instant(),
});

test("a Slack that is set up well", async () => {
  slack = await createFakeSlack({ scopes: Object.keys(scopes) });
  expect(await diagnose(options())).toEqual([
    {
      about: "SLACK_BOT_TOKEN",
      result: "good",
      text: "Slack knows it: backchannel in Testers.",
    },
    { about: "Slack scopes", result: "good", text: "All that are needed." },
    { about: "Clock", result: "good", text: "Agrees with Slack's." },
    { about: "Slack events", result: "good", text: "Socket Mode is open to this token." },
  ]);
});

test("a Slack that is out of reach has refused nothing", async () => {
  slack = await createFakeSlack();
  const { url } = slack;
  await slack.stop();
  const findings = await diagnose({ ...options(), apiUrl: url });
  expect(findings.map(({ about, text }) => [about, text])).toEqual([
    ["SLACK_BOT_TOKEN", "Slack could not be reached, so that this is not tested."],
    ["SLACK_APP_TOKEN", "Slack could not be reached, so that this is not tested."],
  ]);
});

test("each thing that is wrong, and what to do", async () => {
  slack = await createFakeSlack({ scopes: ["chat:write", "commands"] });
  slack.fail("apps.connections.open", { type: "error", error: "not_allowed_token_type" });
  const findings = await diagnose({
    ...options(),
    now: () => Temporal.Now.instant().add({ minutes: 6 }),
  });
  expect(findings.map(({ about, result }) => [about, result])).toEqual([
    ["SLACK_BOT_TOKEN", "good"],
    ["Slack scopes", "bad"],
    ["Clock", "bad"],
    ["SLACK_APP_TOKEN", "bad"],
  ]);
  expect(findings[1]?.text).toContain("app_mentions:read");
  expect(findings.slice(1).every(({ mend }) => mend !== undefined)).toBe(true);

  slack.fail("auth.test", { type: "error", error: "invalid_auth" });
  const [token]: readonly Finding[] = await diagnose(options());
  expect(token).toMatchObject({ result: "bad", text: "Slack refuses it: invalid_auth." });
});
