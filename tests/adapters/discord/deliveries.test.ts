import { expect, test } from "vitest";
import { type DeliveryError, type Destination, type Page, say, serviceDocument } from "#core";
import type { FakeDiscord } from "../../fakes/discord/discord.ts";
import { connect, wordsOf } from "./connected.ts";

const key = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const posting = { method: "POST", path: /^\/channels\/\d+\/messages$/ } as const;
const page: Page = {
  document: serviceDocument({ title: say("title.help"), blocks: [] }),
  number: 1,
  of: 1,
  notification: "Help",
};

function to({ state }: FakeDiscord, channel: string, thread?: string): Destination {
  return { platform: "discord", workspace: state.guild, channel, ...(thread && { thread }) };
}

test.for([
  { how: { type: "reset", after: true }, retry: "unclear" },
  { how: { type: "status", status: 500, after: true }, retry: "unclear" },
  { how: { type: "status", status: 502, after: false }, retry: "unclear" },
  { how: { type: "hang", after: true }, retry: "unclear" },
  { how: { type: "limit", seconds: 30 }, retry: "later" },
  { how: { type: "status", status: 401, after: false }, retry: "later" },
] as const)(
  "one call makes at most one post: $how.type $how.status is $retry",
  async ({ how, retry }) => {
    await using on = await connect({
      timing: { requestTimeout: how.type === "hang" ? 1_500 : 15_000 },
    });
    const { adapter, discord, clock } = on;
    discord.fail({ ...posting, how, times: 1 });
    const since = clock.now();
    const sent = adapter.send(to(discord, discord.general.id), page, key(1));
    await expect(sent).rejects.toMatchObject({ name: "DeliveryError", retry });
    expect(discord.requests.filter(({ path }) => posting.path.test(path))).toHaveLength(1);
    if (how.type === "status" && how.status === 401) return;
    // What the outbox does next: look, and post again only when it is not there.
    const found = await adapter.find?.(to(discord, discord.general.id), key(1), since);
    if (!found) await adapter.send(to(discord, discord.general.id), page, key(1)).catch(() => {});
    const arrived = how.type === "limit" ? 0 : 1;
    expect(discord.posts(discord.general.id)).toHaveLength(arrived);
  },
);

test("the same page again within minutes is the same message", async () => {
  await using on = await connect();
  const { adapter, discord } = on;
  const first = await adapter.send(to(discord, discord.general.id), page, key(7));
  const again = await adapter.send(to(discord, discord.general.id), page, key(7));
  expect(again).toEqual(first);
  const [post] = discord.posts(discord.general.id);
  expect(post?.nonce).toBe("AAAAAAAAQACAAAAAAAAABw");
  expect(discord.posts(discord.general.id)).toHaveLength(1);
});

test("a limit names how long to wait, and until then nothing more is tried", async () => {
  await using on = await connect();
  const { adapter, discord } = on;
  discord.fail({ ...posting, how: { type: "limit", seconds: 30 }, times: 1 });
  const sent = adapter.send(to(discord, discord.general.id), page, key(1));
  const error = await sent.catch((caught: DeliveryError) => caught);
  expect(error).toMatchObject({ retry: "later", code: "429" });
  expect((error as DeliveryError).retryAfter?.total("seconds")).toBeGreaterThanOrEqual(30);
});

test.for([
  { code: 50_001, status: 403, retry: "never" },
  { code: 50_013, status: 403, retry: "never" },
  { code: 10_003, status: 404, retry: "never" },
  { code: 40_001, status: 401, retry: "later" },
  { code: 50_035, status: 400, retry: "defect" },
  { code: 20_016, status: 400, retry: "later" },
] as const)("Discord's $code is $retry", async ({ code, status, retry }) => {
  await using on = await connect();
  const { adapter, discord } = on;
  discord.fail({ ...posting, how: { type: "status", status, after: false, code }, times: 1 });
  const sent = adapter.send(to(discord, discord.general.id), page, key(1));
  await expect(sent).rejects.toMatchObject({ retry, code: String(code) });
});

test("channels known to be closed are not tried: no invalid request", async () => {
  await using on = await connect({ idle: true });
  const { adapter, discord, bot } = on;
  const channels = Array.from({ length: 50 }, (_, index) =>
    discord.state.addChannel({
      name: `c${index}`,
      ...(index % 5 < 2 && { closed: index % 5 === 0 ? ("50013" as const) : ("50001" as const) }),
    }),
  );
  await adapter.start(bot);
  await discord.until(() => discord.requests.some(({ method }) => method === "PUT"));
  const outcomes = await Promise.allSettled(
    channels.map(({ id }, index) => adapter.send(to(discord, id), page, key(index))),
  );
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(20);
  const invalid = discord.requests.filter(({ status }) => [401, 403, 429].includes(status));
  expect(invalid).toEqual([]);
  expect(discord.requests.filter(({ path }) => posting.path.test(path))).toHaveLength(30);
});

test("a card in the channel, depth in a thread below it, found again by its key", async () => {
  await using on = await connect();
  const { adapter, discord, clock } = on;
  const since = clock.now();
  const card = await adapter.send(to(discord, discord.general.id), page, key(1));
  const depth = await adapter.send(to(discord, discord.general.id, card.thread), page, key(2));
  expect(depth.thread).toBe(card.thread);
  expect(discord.state.channels.get(card.message)).toMatchObject({ parent: discord.general.id });
  clock.move({ minutes: 30 });
  const place = to(discord, discord.general.id, card.thread);
  expect(await adapter.find?.(place, key(2), since)).toEqual(depth);
  expect(await adapter.find?.(to(discord, discord.general.id), key(1), since)).toEqual(card);
  expect(await adapter.find?.(place, key(3), since)).toBeUndefined();
});

test("found also below hundreds of later messages", async () => {
  await using on = await connect();
  const { adapter, discord, clock } = on;
  const since = clock.now();
  for (let index = 0; index < 150; index++) discord.people.writes(discord.general.id, "chatter");
  const card = await adapter.send(to(discord, discord.general.id), page, key(1));
  for (let index = 0; index < 250; index++) discord.people.writes(discord.general.id, "chatter");
  clock.move({ hours: 1 });
  expect(await adapter.find?.(to(discord, discord.general.id), key(1), since)).toEqual(card);
});

test("where no thread can be made, depth is an answer to the card", async () => {
  await using on = await connect();
  const { adapter, discord } = on;
  const flat = discord.state.addChannel({ name: "flat", threadless: true });
  const card = await adapter.send(to(discord, flat.id), page, key(1));
  const depth = await adapter.send(to(discord, flat.id, card.thread), page, key(2));
  expect(discord.posts(flat.id).map(({ replyTo }) => replyTo)).toEqual([undefined, card.message]);
  expect(depth.thread).toBe(card.thread);
});

test("in a forum a digest is a post, with depth and a tag where one is required", async () => {
  await using on = await connect();
  const { adapter, discord, clock } = on;
  const forum = discord.state.addChannel({
    name: "briefings",
    type: 15,
    tags: ["77"],
    tagRequired: true,
  });
  const since = clock.now();
  const card = await adapter.send(to(discord, forum.id), page, key(1));
  const thread = discord.state.channels.get(card.message);
  expect(thread).toMatchObject({ parent: forum.id, name: "What I can do" });
  const depth = await adapter.send(to(discord, forum.id, card.thread), page, key(2));
  expect(depth.thread).toBe(card.thread);
  expect(discord.posts(card.message)).toHaveLength(2);
  clock.move({ minutes: 30 });
  expect(await adapter.find?.(to(discord, forum.id), key(1), since)).toEqual(card);
  expect(discord.refused).toEqual([]);
});

test("in an announcement channel it is a message like any other", async () => {
  await using on = await connect();
  const { adapter, discord } = on;
  const news = discord.state.addChannel({ name: "news", type: 5 });
  const card = await adapter.send(to(discord, news.id), page, key(1));
  await adapter.send(to(discord, news.id, card.thread), page, key(2));
  expect(discord.state.channels.get(card.message)?.type).toBe(10);
});

test("an archived thread is opened again by posting in it", async () => {
  await using on = await connect();
  const { adapter, discord } = on;
  const card = await adapter.send(to(discord, discord.general.id), page, key(1));
  await adapter.send(to(discord, discord.general.id, card.thread), page, key(2));
  const thread = discord.state.channels.get(card.message);
  if (thread) thread.archived = true;
  await adapter.stop();
  await using again = await connect({ discord, clock: on.clock });
  await again.adapter.send(to(discord, discord.general.id, card.thread), page, key(3));
  expect(discord.posts(card.message)).toHaveLength(2);
  expect(thread?.archived).toBe(false);
});

test("a private word to one person", async () => {
  await using on = await connect();
  const { adapter, discord } = on;
  await adapter.tell?.(discord.state.guild, discord.people.ann, page);
  const direct = [...discord.state.channels.values()].find(({ type }) => type === 1);
  expect(discord.posts(direct!.id).map(wordsOf)).toEqual([
    expect.stringContaining("What I can do"),
  ]);
});

test("without a gateway, as on a second replica, sending works all the same", async () => {
  await using on = await connect({ idle: true });
  const { adapter, discord } = on;
  const forum = discord.state.addChannel({ name: "briefings", type: 15 });
  await adapter.send(to(discord, discord.general.id), page, key(1));
  await adapter.send(to(discord, forum.id), page, key(2));
  expect(discord.posts(discord.general.id)).toHaveLength(1);
});

test("a short limit is waited out, a message limit without a time as well", async () => {
  await using on = await connect();
  const { adapter, discord } = on;
  discord.fail({ ...posting, how: { type: "limit", seconds: 0.05 }, times: 2 });
  await adapter.send(to(discord, discord.general.id), page, key(1));
  expect(
    discord.requests.filter(({ path }) => posting.path.test(path)).map(({ status }) => status),
  ).toEqual([429, 429, 200]);
});
