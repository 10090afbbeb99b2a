/** What a person does in the room, handed to the bot, and the bot's answer, posted. */
import { type Bot, fit, notification, type Origin, type Reply } from "#core";
import { personText } from "./escape.ts";
import { limits } from "./limits.ts";
import type { PictureShelf } from "./picture-shelf.ts";
import { footnotesOf, pageHtml } from "./render.ts";
import { type Room, type Stored, threadId } from "./room.ts";
import { receiptOf, type Sender } from "./send.ts";
import type { WireBrief } from "./wire.ts";

/** Where in the room something was said. `key` is the same when the browser sends it twice. */
interface Said {
  readonly key: string;
  readonly channel: string;
  readonly thread?: number | undefined;
}

export interface Receiver {
  /** A line in the composer: a command when it begins with a slash, else a message. */
  say(said: Said & { readonly text: string }): Promise<void>;
  /** A pressed button. */
  press(said: Said & { readonly line: string; readonly label: string }): Promise<void>;
  /** The situation, for the front page. */
  brief(): Promise<WireBrief>;
}

/** The front page's briefing is made anew after this. */
const briefKept = Temporal.Duration.from({ minutes: 1 });

interface Parts {
  readonly bot: Bot;
  readonly room: Room;
  readonly sender: Sender;
  readonly commandName: string;
  readonly shelf?: PictureShelf | undefined;
  readonly now: () => Temporal.Instant;
}

export function createReceiver({ bot, room, sender, commandName, shelf, now }: Parts): Receiver {
  let front: { readonly brief: WireBrief; readonly made: Temporal.Instant } | undefined;
  const commandWord = new RegExp(`^/(?:${RegExp.escape(commandName)}(?:\\s+|$))?`, "i");

  function echo(said: Said, text: string): Stored {
    return room.post(() => ({
      channel: said.channel,
      ...(said.thread !== undefined && { thread: said.thread }),
      author: "person",
      at: now().toString(),
      text: personText(text),
      private: false,
      footnotes: [],
      files: [],
      contents: [],
    }));
  }

  /** Further pages go below the first, in its thread. A private answer has no thread to go on in. */
  async function answer(reply: Reply, said: Said): Promise<void> {
    const [first, ...rest] = fit(reply.document, limits);
    if (!first) throw new Error("a document has at least one page");
    const { channel } = said;
    const isPrivate = reply.visibility === "private";
    const root = sender.post(first, {
      channel,
      thread: said.thread,
      private: isPrivate,
      files: reply.files,
      previewed: { type: "reply", reply },
    });
    const thread = isPrivate ? said.thread : (said.thread ?? root.id);
    for (const page of rest) sender.post(page, { channel, thread, private: isPrivate });
    if (!isPrivate) await bot.posted(reply.id, receiptOf(root));
  }

  async function command(said: Said, line: string): Promise<void> {
    const input = { type: "line", line } as const;
    await answer(await bot.command({ key: said.key, origin: originOf(said), input }), said);
  }

  return {
    async say(said) {
      const message = echo(said, said.text);
      const slash = commandWord.exec(said.text.trimStart());
      if (slash) return command(said, said.text.trimStart().slice(slash[0].length));
      const reply = await bot.message({
        key: said.key,
        origin: originOf(said),
        text: said.text,
        // Whatever is said in the console's channel is said to the bot: nobody else is there.
        mentioned: said.thread === undefined,
        message: String(message.id),
      });
      if (reply) await answer(reply, said);
    },
    press(said) {
      echo(said, said.label);
      return command(said, said.line);
    },
    async brief() {
      const time = now();
      if (front && Temporal.Instant.compare(time, front.made.add(briefKept)) < 0)
        return front.brief;
      const reply = await bot.command({
        key: `front-page:${time}`,
        origin: { ...originOf({ channel: "front-page" }), person: "front-page" },
        input: { type: "line", line: "now" },
      });
      const brief = {
        text: notification(reply.document),
        html: pageHtml(reply, 0, shelf),
        footnotes: footnotesOf(reply.document),
      };
      front = { brief, made: time };
      return brief;
    },
  };
}

function originOf({ channel, thread }: Pick<Said, "channel" | "thread">): Origin {
  return {
    platform: "console",
    workspace: "local",
    channel,
    ...(thread !== undefined && { thread: threadId(channel, thread) }),
    person: "local",
    direct: channel === "direct",
    canPost: true,
    mayManage: true,
  };
}
