import { expect, test } from "vitest";
import { createEventStreams } from "../../../adapters/console/events.ts";
import { createRoom } from "../../../adapters/console/room.ts";

test("a reader that stands still is cut off, and keeps nothing from the others", async () => {
  const room = createRoom();
  const streams = createEventStreams(room, () => ({
    commandName: "brief",
    commands: [],
    channels: room.channels,
    messages: [],
  }));
  const still = streams.open().body?.getReader();
  const quick = streams.open().body?.getReader();
  const said = (id: number) => ({
    ...{ channel: "briefing", author: "person", at: "2026-11-22T08:00:00Z", text: `${id}` },
    ...{ private: false, footnotes: [], files: [], contents: [] },
  });
  await quick?.read();
  for (let count = 0; count < 300; count += 1) {
    room.post((id) => ({ ...said(id), author: "person" }));
    const { value } = (await quick?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toContain(`"text":"${count + 1}"`);
  }
  await expect(still?.read()).rejects.toThrow("too slow");
  streams.close();
  expect(await quick?.read()).toEqual({ done: true, value: undefined });
});
