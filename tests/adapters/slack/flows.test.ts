import { afterEach, describe, expect, test } from "vitest";
import { type Connected, connect, type Transport } from "../../fakes/slack/connected.ts";
import { buttonsOf, labelOf, press, write } from "../../fakes/slack/people.ts";
import type { Json, Message } from "../../fakes/slack/state.ts";

let at: Connected;
afterEach(async () => {
  expect(at.slack.state.breaches).toEqual([]);
  expect(at.log.entries.filter(({ level }) => level === "error")).toEqual([]);
  await at.stop();
});

const headerOf = (message: Pick<Message, "blocks"> | undefined) =>
  (message?.blocks[0]?.["text"] as Json | undefined)?.["text"];
const wordsOf = (message: Pick<Message, "blocks"> | undefined) => JSON.stringify(message?.blocks);

describe.each<Transport>(["socket", "http"])("over %s", (transport) => {
  test("a command is posted in the channel, and five turns follow in its thread unasked", async () => {
    at = await connect(transport);
    const { slack } = at;
    expect(await slack.command("now")).toEqual({ status: 200, body: {} });
    await slack.until(() => slack.posted().length === 1);
    const [first] = slack.posted();
    expect(headerOf(first)).toBe("The Fenwick Canal tolls: where things stand");
    expect(first).toMatchObject({
      channel: "C1",
      text: "Aldermoor's toll set the two towns against each other. (record to 31 Mar 2025)",
    });
    expect(first?.thread_ts).toBeUndefined();
    expect(slack.calls("chat.postMessage")[0]).toMatchObject({
      unfurl_links: "false",
      unfurl_media: "false",
    });
    const turns = [
      "what is disputed",
      "who is Edda Quill?",
      "what comes next",
      "timeline tolls",
      "define the canal charter",
    ];
    for (const [index, turn] of turns.entries()) {
      await write(slack, turn, { thread_ts: first?.ts });
      await slack.until(() => slack.posted().length === index + 2);
    }
    const answers = slack.posted().slice(1);
    expect(answers.map(({ thread_ts }) => thread_ts)).toEqual(turns.map(() => first?.ts));
    expect(headerOf(answers.at(-1))).toBe("Canal charter");
  });

  test("a mention is answered once in its thread, though it comes as two events", async () => {
    at = await connect(transport);
    const { slack } = at;
    const { ts } = await write(slack, "<@UBOT> who is Edda Quill?");
    await slack.until(() => slack.posted().length === 1);
    expect(slack.posted()[0]).toMatchObject({ channel: "C1", thread_ts: ts });
    await write(slack, "and what is disputed?", { thread_ts: ts });
    await slack.until(() => slack.posted().length === 2);
    // What nobody asked the bot gets no answer: the next one that it does answer comes third.
    await write(slack, "lunch?");
    await write(slack, "lunch?", { thread_ts: slack.nextTs() });
    await write(slack, "<@UBOT> what comes next", { thread_ts: ts });
    await slack.until(() => slack.posted().length === 3);
    expect(slack.posted().map(({ thread_ts }) => thread_ts)).toEqual([ts, ts, ts]);
  });

  test("a direct message is a conversation: prompts, status, answer, title", async () => {
    at = await connect(transport);
    const { slack } = at;
    await slack.event({ type: "app_home_opened", tab: "messages", user: "U1", channel: "D1" });
    await slack.until(() => slack.calls("assistant.threads.setSuggestedPrompts").length === 1);
    const [prompts] = slack.calls("assistant.threads.setSuggestedPrompts");
    expect(prompts).toEqual({
      channel_id: "D1",
      title: "Try one of these",
      prompts: expect.arrayContaining([{ title: "Where things stand", message: "now" }]),
    });
    const { ts } = await write(slack, "who is Edda Quill?", { channel: "D1" });
    await slack.until(() => slack.calls("assistant.threads.setTitle").length === 1);
    const order = slack.state.calls.map(({ method }) => method);
    expect(order.indexOf("assistant.threads.setStatus")).toBeLessThan(
      order.indexOf("chat.postMessage"),
    );
    expect(slack.calls("assistant.threads.setStatus")).toEqual([
      { channel_id: "D1", thread_ts: ts, status: "is reading the record…" },
    ]);
    expect(slack.calls("assistant.threads.setTitle")).toEqual([
      { channel_id: "D1", thread_ts: ts, title: "who is Edda Quill?" },
    ]);
    expect(slack.posted("D1")).toMatchObject([{ thread_ts: ts }]);
    await write(slack, "help", { channel: "D1", thread_ts: ts });
    await slack.until(() => slack.posted("D1").length === 2);
    expect(headerOf(slack.posted("D1")[1])).toBe("What I can do");
  });

  test("private answers are the person's alone, until they share them", async () => {
    at = await connect(transport);
    const { slack } = at;
    await slack.command("check the council never voted");
    await slack.until(({ messages }) => messages.length === 1);
    const [answer] = slack.state.messages;
    expect(answer).toMatchObject({ to: "U1", channel: "C1" });
    const share = buttonsOf(answer!).find((button) => labelOf(button) === "Share here");
    await press(slack, answer!, share!);
    await slack.until(() => slack.posted().length === 1);
    expect(headerOf(slack.posted()[0])).toBe(headerOf(answer));
    expect(slack.posted()[0]?.thread_ts).toBeUndefined();
  });

  test("what follows a private answer by a button stays private", async () => {
    at = await connect(transport);
    const { slack } = at;
    await slack.command("topic tolls privately");
    await slack.until(({ messages }) => messages.length === 1);
    const [answer] = slack.state.messages;
    const [next] = buttonsOf(answer!).filter(({ action_id }) => action_id === "run.1");
    await press(slack, answer!, next!);
    await slack.until(({ messages }) => messages.length === 2);
    expect(slack.state.messages.map(({ to }) => to)).toEqual(["U1", "U1"]);
  });

  test("a next question is answered in the thread of the message with the button", async () => {
    at = await connect(transport);
    const { slack } = at;
    await slack.command("now");
    await slack.until(() => slack.posted().length === 1);
    const [first] = slack.posted();
    const next = buttonsOf(first!).find((button) => labelOf(button) === "What is disputed");
    await press(slack, first!, next!);
    await slack.until(() => slack.posted().length === 2);
    expect(slack.posted()[1]).toMatchObject({ channel: "C1", thread_ts: first?.ts });
  });

  test("evidence opens in a modal, also after a restart", async () => {
    at = await connect(transport);
    const { slack } = at;
    await slack.command("topic tolls");
    await slack.until(() => slack.posted().length === 1);
    const [first] = slack.posted();
    const show = buttonsOf(first!).find((button) => labelOf(button) === "Show evidence");
    await press(slack, first!, show!);
    await slack.until(({ views }) => views.length === 1);
    await at.restart();
    await press(slack, first!, show!);
    await slack.until(({ views }) => views.length === 2);
    const [before, after] = slack.state.views.map(({ view }) => view);
    expect(before?.["blocks"]).toEqual(after?.["blocks"]);
    expect(JSON.stringify(before)).toContain("usually reliable; confirmed by other sources");
  });

  test("feedback reaches the curators, with a note where something was wrong", async () => {
    at = await connect(transport);
    const { slack, store } = at;
    await slack.command("topic tolls");
    await slack.until(() => slack.posted().length === 1);
    const [first] = slack.posted();
    const element = buttonsOf(first!).find(({ type }) => type === "feedback_buttons")!;
    const value = (part: string) => ({
      ...element,
      value: (element[part] as { value: string }).value,
    });
    await press(slack, first!, value("positive_button"));
    await slack.until(({ messages }) => messages.some(({ to }) => to === "U1"));
    await press(slack, first!, value("negative_button"));
    await slack.until(({ views }) => views.length === 1);
    const { view } = slack.state.views[0]!;
    await slack.interact({
      type: "view_submission",
      view: {
        ...view,
        id: "V1",
        state: {
          values: {
            kind: { kind: { type: "radio_buttons", selected_option: { value: "wrong" } } },
            note: { note: { type: "plain_text_input", value: "The vote was in May." } },
          },
        },
      },
    });
    const given = await eventually(async () => {
      const list = await store.feedback.list();
      return list.length === 2 ? list : undefined;
    });
    expect(given.map(({ at: _, ...rest }) => rest)).toMatchInlineSnapshot(`
      [
        {
          "citations": [
            "toll-begins-2023",
            "brightwater-says-unlawful-2024",
            "council-voted-2023",
            "office-expects-ruling-2025",
            "aldermoor-says-lawful-2024",
          ],
          "dossier": "canal-tolls",
          "question": "topic tolls",
          "verdict": "useful",
        },
        {
          "citations": [
            "toll-begins-2023",
            "brightwater-says-unlawful-2024",
            "council-voted-2023",
            "office-expects-ruling-2025",
            "aldermoor-says-lawful-2024",
          ],
          "dossier": "canal-tolls",
          "note": "The vote was in May.",
          "question": "topic tolls",
          "verdict": "wrong",
        },
      ]
    `);
  });

  test("a message is checked before one person's eyes, and its check posted below it", async () => {
    at = await connect(transport);
    const { slack } = at;
    const ts = slack.nextTs();
    await slack.interact({
      type: "message_action",
      callback_id: "check_message",
      channel: { id: "C1", name: "general" },
      message: { type: "message", ts, user: "U2", text: "The council &lt;never&gt; voted" },
      message_ts: ts,
      response_url: "https://hooks.slack.com/x",
    });
    await slack.until(({ views }) => views.length === 1);
    const { view } = slack.state.views[0]!;
    expect(JSON.stringify(view)).toContain("The council &lt;never&gt; voted");
    expect(slack.state.messages).toEqual([]);
    await slack.interact({ type: "view_submission", view: { ...view, id: "V1", state: {} } });
    await slack.until(() => slack.posted().length === 1);
    expect(slack.posted()[0]).toMatchObject({ channel: "C1", thread_ts: ts });
    // All read it, so that it is corrected should it turn out to be wrong.
    const kept = await at.store.conversations.get(`slack:T1:C1:${ts}`);
    expect(kept?.turns.map(({ stated }) => stated?.length)).toEqual([1]);
  });

  test("App Home says where things stand, what is covered and what to try", async () => {
    at = await connect(transport);
    const { slack } = at;
    await slack.event({ type: "app_home_opened", tab: "home", user: "U1", channel: "D1" });
    await slack.until(({ homes }) => homes.has("U1"));
    const home = slack.state.homes.get("U1") as unknown as Message;
    expect(wordsOf(home)).toContain("What the record covers");
    expect(buttonsOf(home).map(labelOf)).toContain("Tolls");
    const tolls = buttonsOf(home).find((button) => labelOf(button) === "Tolls")!;
    await slack.interact({
      type: "block_actions",
      view: { ...home, id: "VH", type: "home" },
      container: { type: "view", view_id: "VH" },
      actions: [{ ...tolls, block_id: "b", action_ts: "1" }],
    });
    await slack.until(() => slack.posted("D1").length === 1);
    expect(headerOf(slack.posted("D1")[0])).toBe("Tolls");
  });
});

/** Asks again after each turn of the loop; fails with the test's own time limit. */
async function eventually<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
