import { expect, it } from "vitest";
import { forgetOld } from "#core";
import { createTestBot } from "../fakes/bot.ts";

it("forgets people's words after the days that the operator set, and keys of events after a week", async () => {
  const { write, store, clock } = createTestBot();
  const thread = { thread: "test:w:general:9" };
  await write("topic tolls", thread, { mentioned: true });
  await write("What does Roderick Vane say about the toll?", { direct: true });
  clock.move({ hours: 24 * 20 });
  expect(await forgetOld(store, clock.now(), 30)).toEqual({
    conversations: 0,
    unanswered: 0,
    seen: 2,
    notes: 0,
    deliveries: 0,
    editions: 0,
  });
  await write("watch", thread);
  clock.move({ hours: 24 * 11 });
  expect(await forgetOld(store, clock.now(), 30)).toEqual({
    conversations: 1,
    unanswered: 1,
    seen: 1,
    notes: 0,
    deliveries: 0,
    editions: 0,
  });
  expect(await store.conversations.get("test:w:general:9")).toBeDefined();
});
