/** What arrives twice, late, from others, or is taken back. */
import { afterEach, describe, expect, test } from "vitest";
import { type Connected, connect, type Transport } from "../../fakes/slack/connected.ts";
import { buttonsOf, press, write } from "../../fakes/slack/people.ts";

let at: Connected;
afterEach(async () => {
  expect(at.slack.state.breaches).toEqual([]);
  await at.stop();
});

/** What comes after it is answered: by then everything before has been handled. */
async function settle(): Promise<void> {
  const before = at.slack.posted("C2").length;
  await at.slack.command("help", { channel_id: "C2" });
  await at.slack.command("now", { channel_id: "C2" });
  await at.slack.until(() => at.slack.posted("C2").length > before);
}

const mention = (ts: string, text = "<@UBOT> who is Edda Quill?") => ({
  type: "app_mention",
  user: "U1",
  channel: "C1",
  channel_type: "channel",
  text,
  ts,
  event_ts: ts,
});

describe.each<Transport>(["socket", "http"])("over %s", (transport) => {
  test("an event that Slack repeats is answered once, also across a restart", async () => {
    at = await connect(transport);
    const { slack } = at;
    const event = mention(slack.nextTs());
    const id = { event_id: "Ev-again" };
    await slack.event(event, id);
    await slack.until(() => slack.posted("C1").length === 1);
    await slack.event(event, id);
    await at.restart();
    expect((await slack.event(event, id)).status).toBe(200);
    await settle();
    expect(slack.posted("C1")).toHaveLength(1);
  });

  test("a repeated event that is the only delivery is answered", async () => {
    at = await connect(transport);
    const { slack } = at;
    const ts = slack.nextTs();
    if (transport === "socket") {
      await slack.sockets.send(
        "events_api",
        {
          type: "event_callback",
          team_id: "T1",
          event_id: "Ev-late",
          authorizations: [{ team_id: "T1", user_id: "UBOT", is_bot: true }],
          event: mention(ts),
        },
        { retry_attempt: 3, retry_reason: "timeout" },
      );
    } else {
      await slack.event(mention(ts), { event_id: "Ev-late" });
    }
    await slack.until(() => slack.posted("C1").length === 1);
  });

  test("a command and a press with the same trigger run once", async () => {
    at = await connect(transport);
    const { slack } = at;
    const trigger_id = slack.nextTrigger();
    await slack.command("now", { trigger_id });
    await slack.until(() => slack.posted("C1").length === 1);
    await slack.command("now", { trigger_id, response_url: `${slack.url}/other` });
    const [first] = slack.posted("C1");
    const [next] = buttonsOf(first!);
    const again = slack.nextTrigger();
    await press(slack, first!, next!, { trigger_id: again });
    await press(slack, first!, next!, { trigger_id: again });
    await slack.until(() => slack.posted("C1").length === 2);
    await at.restart();
    await slack.command("now", { trigger_id });
    await settle();
    expect(slack.posted("C1")).toHaveLength(2);
  });

  test("other bots are answered only when they name us, and we never answer ourselves", async () => {
    at = await connect(transport);
    const { slack } = at;
    const bot = { user: "UOTHER", bot_id: "BOTHER", subtype: "bot_message" };
    await slack.command("now");
    await slack.until(() => slack.posted("C1").length === 1);
    const thread_ts = slack.posted("C1")[0]!.ts;
    await write(slack, "what is disputed?", { ...bot, thread_ts });
    await write(slack, "<@UBOT> what is disputed?", { user: "UBOT", bot_id: "BBOT", thread_ts });
    await write(slack, "<@UBOT> hello", { bot_id: "BBOT", user: undefined, thread_ts });
    await settle();
    expect(slack.posted("C1")).toHaveLength(1);
    await write(slack, "<@UBOT> what is disputed?", { ...bot, thread_ts });
    await slack.until(() => slack.posted("C1").length === 2);
  });

  test("an edited question is answered anew in the same place, also after a restart", async () => {
    at = await connect(transport);
    const { slack } = at;
    const { ts } = await write(slack, "<@UBOT> define the canal charter");
    await slack.until(() => slack.posted("C1").length === 1);
    const [first] = slack.posted("C1");
    const edit = (before: string, text: string, edited: string) =>
      slack.event({
        type: "message",
        subtype: "message_changed",
        channel: "C1",
        ts: slack.nextTs(),
        message: { type: "message", user: "U1", text, ts, edited: { user: "U1", ts: edited } },
        previous_message: { type: "message", user: "U1", text: before, ts },
      });
    await edit("<@UBOT> define the canal charter", "<@UBOT> who is Edda Quill?", "1.1");
    await slack.until(() => slack.calls("chat.update").length === 1);
    const [second] = slack.posted("C1");
    expect(second?.ts).toBe(first?.ts);
    expect(second?.blocks).not.toEqual(first?.blocks);
    // A preview is no edit.
    await edit("<@UBOT> who is Edda Quill?", "<@UBOT> who is Edda Quill?", "1.2");
    await at.restart();
    await edit("<@UBOT> who is Edda Quill?", "<@UBOT> define the canal charter", "1.3");
    await slack.until(() => slack.calls("chat.update").length === 2);
    expect(slack.posted("C1")[0]?.blocks[0]).toEqual(first?.blocks[0]);
    await settle();
    expect(slack.posted("C1")).toHaveLength(1);
  });

  test("a deleted question is forgotten, and its answer goes", async () => {
    at = await connect(transport);
    const { slack, store } = at;
    const { ts } = await write(slack, "<@UBOT> define the canal charter");
    await slack.until(() => slack.posted("C1").length === 1);
    const thread = `slack:T1:C1:${ts}`;
    await settle();
    expect((await store.conversations.get(thread))?.turns).toHaveLength(1);
    await slack.event({
      type: "message",
      subtype: "message_deleted",
      channel: "C1",
      ts: slack.nextTs(),
      deleted_ts: ts,
      previous_message: { type: "message", user: "U1", text: "x", ts },
    });
    await slack.until(() => slack.calls("chat.delete").length === 1);
    expect(slack.posted("C1")).toEqual([]);
    expect((await store.conversations.get(thread))?.turns ?? []).toEqual([]);
  });

  test("where it was not invited the person alone gets the answer, and how to invite it", async () => {
    at = await connect(transport);
    const { slack } = at;
    await slack.command("now", { channel_id: "C3" });
    await slack.command("now", { channel_id: "CPRIVATE" });
    // It was there a moment ago: only the post tells.
    await slack.command("help", { channel_id: "C2" });
    await slack.until(({ messages }) => messages.length === 3);
    slack.state.channels.set("C2", "out");
    await slack.command("now", { channel_id: "C2" });
    await slack.until(({ messages }) => messages.length === 4);
    const answers = slack.state.messages.filter(({ text }) => text.startsWith("Aldermoor"));
    expect(answers.map(({ channel, to }) => [channel, to])).toEqual([
      ["C3", "U1"],
      ["CPRIVATE", "U1"],
      ["C2", "U1"],
    ]);
    for (const answer of answers) {
      expect(JSON.stringify(answer.blocks)).toContain("/invite @backchannel");
    }
    slack.state.channels.set("C2", "in");
    await slack.event({ type: "member_joined_channel", user: "UBOT", channel: "C2" });
    await slack.command("now", { channel_id: "C2" });
    await slack.until(() => slack.posted("C2").length === 1);
  });

  test("removal from a channel and from the workspace forgets what was kept for it", async () => {
    at = await connect(transport);
    const { slack, store } = at;
    const { ts } = await write(slack, "<@UBOT> define the canal charter");
    const other = await write(slack, "<@UBOT> define the canal charter", { channel: "C2" });
    await slack.until(() => slack.posted().length === 2);
    const kept = async () => [
      (await store.conversations.get(`slack:T1:C1:${ts}`)) !== undefined,
      (await store.conversations.get(`slack:T1:C2:${other.ts}`)) !== undefined,
    ];
    await slack.event({ type: "member_left_channel", user: "U2", channel: "C1" });
    await slack.event({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } });
    await settle();
    expect(await kept()).toEqual([true, true]);
    await slack.event({ type: "channel_archive", channel: "C1", user: "U1" });
    await settle();
    expect(await kept()).toEqual([false, true]);
    await slack.event({ type: "app_uninstalled" });
    await settle();
    expect(await kept()).toEqual([false, false]);
  });

  test("nothing that people write comes out as a mention, a broadcast or a link", async () => {
    at = await connect(transport);
    const { slack } = at;
    const hostile = [
      "<!channel> <!here> <!everyone> <@U2> <#C1|general>",
      "ask &lt;!channel&gt; @everyone *bold* `code` ~gone~ _it_ > quote",
      "<https://evil.example|click me> </script><b>& &amp; &amp;lt;",
      "\u202eevil\u2066 \u0000 ask <!subteam^S1|@team>",
    ];
    for (const text of hostile) {
      await slack.command(text);
      await write(slack, `<@UBOT> ${text}`);
    }
    await slack.until(({ messages }) => messages.length === hostile.length * 2);
    for (const { blocks, text } of slack.state.messages) {
      expect(JSON.stringify([blocks, text])).not.toMatch(/<!|<@|<#|evil\.example\|/);
    }
  });
});

test("guests and strangers may not manage a channel, members may", async () => {
  const seen: unknown[] = [];
  at = await connect("socket");
  const command = at.test.bot.command;
  at.test.bot.command = (call) => {
    seen.push([call.origin.person, call.origin.mayManage, call.origin.zone]);
    return command(call);
  };
  await at.slack.command("help", { user_id: "U1" });
  await at.slack.command("help", { user_id: "UGUEST" });
  await at.slack.command("help", { user_id: "UNKNOWN" });
  await at.slack.until(({ messages }) => messages.length === 3);
  expect(seen).toEqual([
    ["U1", true, "Europe/Berlin"],
    ["UGUEST", false, "UTC"],
    ["UNKNOWN", false, undefined],
  ]);
});
