/** Requests that Discord refuses count towards a ban: with 40 of 100 channels dead they stay below 1 %. */
import { expect, test } from "vitest";
import { type Adapter, createMemoryStore, type Page, say, serviceDocument } from "#core";
import type { FakeDiscord } from "../../fakes/discord/discord.ts";
import type { Channel } from "../../fakes/discord/state.ts";
import { connect } from "./connected.ts";

const page: Page = {
  document: serviceDocument({ title: say("title.help"), blocks: [] }),
  number: 1,
  of: 1,
  notification: "Help",
};
const timing = { requestsPerSecond: Number.POSITIVE_INFINITY };
const many = 1_000;

/** In one server, or each in its own. */
function addChannels({ state }: FakeDiscord, servers?: "apart"): readonly Channel[] {
  return Array.from({ length: many }, (_, index) => {
    const guild = servers ? state.nextId() : state.guild;
    state.guilds.add(guild);
    return state.addChannel({ name: `c${index}`, guild });
  });
}

/** Closed, hidden or deleted: 40 of 100. Nothing is told of it. */
function killSome({ state }: FakeDiscord, channels: readonly Channel[]): void {
  for (const [index, channel] of channels.entries()) {
    if (index % 5 === 0) channel.closed = index % 2 === 0 ? "50013" : "50001";
    if (index % 5 === 1) state.channels.delete(channel.id);
  }
}

/** Posts to each, twenty at a time, as the outbox does. Returns how many were taken. */
async function deliver(adapter: Adapter, { state }: FakeDiscord, channels: readonly Channel[]) {
  const waiting = [...channels.entries()];
  let taken = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, { id: channel, guild = state.guild }] = next;
      const to = { platform: "discord", workspace: guild, channel };
      const key = `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
      const sent = adapter.send(to, page, key).then(() => true);
      const ok = await sent.catch((error) => error.retry !== "never" && Promise.reject(error));
      if (ok) taken += 1;
    }
  };
  await Promise.all(Array.from({ length: 20 }, work));
  return taken;
}

const invalidIn = ({ requests }: FakeDiscord) =>
  requests.filter(({ status }) => [401, 403, 429].includes(status)).length;
const readsIn = ({ requests }: FakeDiscord) =>
  requests.filter(({ method, path }) => method === "GET" && path.startsWith("/guilds/")).length;

test("with the gateway nothing is refused but what is not there", async () => {
  await using on = await connect({ idle: true, timing });
  const channels = addChannels(on.discord);
  killSome(on.discord, channels);
  await on.adapter.start(on.bot);
  await on.discord.until(() => on.discord.requests.some(({ method }) => method === "PUT"));
  expect(await deliver(on.adapter, on.discord, channels)).toBe(600);
  expect(invalidIn(on.discord)).toBe(0);
});

test("without it the server is asked once, and nothing is refused", async () => {
  await using on = await connect({ idle: true, timing });
  const channels = addChannels(on.discord);
  killSome(on.discord, channels);
  expect(await deliver(on.adapter, on.discord, channels)).toBe(600);
  expect(invalidIn(on.discord)).toBe(0);
  expect(on.discord.requests.filter(({ method }) => method === "GET")).toHaveLength(4);
});

test.for(["together", "apart"] as const)(
  "channels %s that died since the servers were asked, untold",
  async (servers) => {
    await using on = await connect({ idle: true, timing });
    const channels = addChannels(on.discord, servers === "apart" ? servers : undefined);
    expect(await deliver(on.adapter, on.discord, channels)).toBe(many);
    // Two reads for each server, and one for each two hundred.
    expect(on.discord.requests.length).toBeLessThan(servers === "apart" ? 3_010 : 1_010);
    on.clock.move({ hours: 24 });
    killSome(on.discord, channels);
    expect(await deliver(on.adapter, on.discord, channels)).toBe(600);
    expect(invalidIn(on.discord)).toBeLessThanOrEqual(many / 100);
  },
);

test("a server that the bot has left is not tried at all", async () => {
  await using on = await connect({ idle: true, timing });
  const channels = addChannels(on.discord);
  on.discord.state.guilds.clear();
  expect(await deliver(on.adapter, on.discord, channels.slice(0, 50))).toBe(0);
  expect(on.discord.requests.every(({ path }) => path === "/users/@me/guilds")).toBe(true);
});

test("who holds the gateway mends what the others noted", async () => {
  const { notes } = createMemoryStore();
  await using holder = await connect({ notes, timing });
  const { discord, clock } = holder;
  await using other = await connect({ discord, clock, notes, idle: true, timing });
  const channel = discord.general;
  expect(await deliver(other.adapter, discord, [channel])).toBe(1);
  clock.move({ hours: 24 });
  expect(await deliver(other.adapter, discord, [channel])).toBe(1);
  const asked = readsIn(discord);
  channel.closed = "50013";
  discord.gateway.dispatch("CHANNEL_UPDATE", () => ({
    ...{ id: channel.id, guild_id: discord.state.guild, type: 0, name: "general", position: 0 },
    permission_overwrites: [{ id: discord.state.bot, type: 1, allow: "0", deny: "2048" }],
  }));
  await expect.poll(() => notes.places("discord-server")).toEqual([]);
  expect(await deliver(other.adapter, discord, [channel])).toBe(0);
  expect(readsIn(discord)).toBe(asked + 2);
  expect(invalidIn(discord)).toBe(0);
});

test("a new session of the gateway renews the notes", async () => {
  const { notes } = createMemoryStore();
  await using other = await connect({ notes, idle: true, timing });
  const { discord, clock } = other;
  expect(await deliver(other.adapter, discord, [discord.general])).toBe(1);
  const before = await notes.get("discord-server", `discord:${discord.state.guild}:`);
  clock.move({ hours: 24 });
  await using _holder = await connect({ discord, clock, notes, timing });
  const read = clock.now().toString();
  const renewed = { ...(before as object), read };
  await expect
    .poll(() => notes.get("discord-server", `discord:${discord.state.guild}:`))
    .toEqual(renewed);
});

test("people who take no messages are not tried without end", async () => {
  await using on = await connect({ idle: true, timing });
  const { adapter, discord } = on;
  const how = { type: "status", status: 403, code: 50_007, after: false } as const;
  discord.fail({ method: "POST", path: /messages$/, how, times: 100 });
  for (let person = 1; person <= 100; person += 1) {
    await adapter.tell?.(discord.state.guild, String(person), page).catch(() => {});
  }
  expect(invalidIn(discord)).toBe(10);
});
