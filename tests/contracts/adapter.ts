/**
 * The suite that every adapter passes. An adapter's test brings a *bench*: the adapter on a working
 * fake of its platform, and ways to see what arrived there.
 */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type Adapter,
  type Bot,
  claimSentence,
  createDocument,
  DeliveryError,
  type Destination,
  type Document,
  type IncomingMessage,
  named,
  type Page,
  fit as pagesOf,
  type Receipt,
  type Reply,
  say,
  serviceDocument,
  type ThreadId,
} from "#core";
import { anyDocument } from "../fakes/documents.ts";
import { claim, dossierOf } from "../fakes/dossier.ts";

/** What a platform holds of one message. */
export interface Post {
  readonly message: string;
  readonly channel: string;
  /** Message below which it stands. */
  readonly thread?: string;
  /** All words that a reader sees, markup taken away. */
  readonly text: string;
}

export interface AdapterBench {
  readonly adapter: Adapter;
  /** A channel where the bot may post. */
  readonly destination: Destination;
  /** One where it may not, or that does not exist. */
  readonly closed: Destination;
  /** Everything the bot has posted, oldest first. */
  posts(): Promise<readonly Post[]>;
  /** Whoever a post rang: people, groups, channels. Also links and elements that foreign words made. */
  rung(): Promise<readonly string[]>;
  /** A person says something to the bot, in a thread when one is named; resolves when it is handled. */
  speak(text: string, thread?: ThreadId): Promise<void>;
  /** Ends what the bench itself has started. */
  close?(): Promise<void>;
}

/** What the adapter told the bot. */
interface Heard {
  readonly messages: IncomingMessage[];
  readonly posted: { readonly reply: string; readonly receipt: Receipt }[];
}

const key = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const name = (value: string) => say("label.name", { name: named("topic", "t", value) });
const swap = claim("swap", { text: "Both states freed five prisoners." });
const dossier = dossierOf([swap]);

export function adapterContract(platform: string, open: () => Promise<AdapterBench>): void {
  describe(`${platform}: an adapter`, () => {
    let bench: AdapterBench;
    let heard: Heard;
    beforeEach(async () => {
      bench = await open();
      heard = { messages: [], posted: [] };
      await bench.adapter.start(listeningBot(heard));
    });
    afterEach(async () => {
      await bench.adapter.stop();
      await bench.close?.();
    });

    const pages = (document: Document) => pagesOf(document, bench.adapter.limits);
    const only = (document: Document): Page => {
      const [page, ...more] = pages(document);
      if (!page || more.length > 0) throw new Error("this document should be one page");
      return page;
    };

    test("states its platform", () => {
      expect(bench.adapter.platform).toBe(platform);
      expect(bench.destination.platform).toBe(platform);
    });

    test("makes one post of one page, and names its thread", async () => {
      const page = only(answer("Talks"));
      const receipt = await bench.adapter.send(bench.destination, page, key(1));
      expect((await bench.posts()).map((post) => post.message)).toEqual([receipt.message]);
      expect(receipt.thread).toMatch(new RegExp(`^${platform}:`));
      expect(Temporal.Instant.from(receipt.at)).toBeInstanceOf(Temporal.Instant);
    });

    test("posts below a message when the destination has a thread", async () => {
      const first = await bench.adapter.send(bench.destination, only(answer("One")), key(1));
      const below = { ...bench.destination, thread: first.thread };
      const second = await bench.adapter.send(below, only(answer("Two")), key(2));
      expect(second.thread).toBe(first.thread);
      expect((await bench.posts()).map((post) => post.thread !== undefined)).toEqual([false, true]);
    });

    test("shows title, sentences, stamp, sources and buttons", async () => {
      await bench.adapter.send(bench.destination, only(answer("Talks")), key(1));
      const [post] = await bench.posts();
      for (const words of [
        "Talks",
        "Both states freed five prisoners.",
        "Caution: the record ends on 17 Jun 2026",
        "Daily Record",
        "para 1",
        "B2",
        "More on this",
      ]) {
        expect(post?.text).toContain(words);
      }
    });

    test("takes every page that fits its limits, whatever is said", async () => {
      await fc.assert(
        fc.asyncProperty(anyDocument, async (document) => {
          for (const page of pages(document)) {
            const before = (await bench.posts()).length;
            await bench.adapter.send(bench.destination, page, key(before));
            expect((await bench.posts()).length).toBe(before + 1);
          }
        }),
        { numRuns: 12 },
      );
      expect(await bench.rung()).toEqual([]);
    });

    test("foreign words ring nobody and are no markup", async () => {
      const words =
        "@everyone @here <!channel> <!here> <@U1> <@1> <#C1> <script>x</script> [a](https://e.example) <https://e.example|a> *b* _c_ `d`";
      const document = serviceDocument({
        title: name(words),
        lead: say("label.name", { name: { type: "asked", value: words } }),
        blocks: [{ type: "paragraph", sentences: [name(words)] }],
      });
      await bench.adapter.send(bench.destination, only(document), key(1));
      expect(await bench.rung()).toEqual([]);
      expect((await bench.posts())[0]?.text).toContain(words);
    });

    test("finds what arrived, and nothing else", async ({ skip }) => {
      const { adapter, destination } = bench;
      if (!adapter.find) return skip("this platform cannot know");
      const since = Temporal.Instant.from("2020-01-01T00:00:00Z");
      const receipt = await adapter.send(destination, only(answer("Talks")), key(1));
      expect(await adapter.find(destination, key(1), since)).toMatchObject({
        message: receipt.message,
        thread: receipt.thread,
      });
      expect(await adapter.find(destination, key(2), since)).toBeUndefined();
    });

    test("says why a post did not arrive", async () => {
      const sent = bench.adapter.send(bench.closed, only(answer("Talks")), key(1));
      await expect(sent).rejects.toBeInstanceOf(DeliveryError);
      await expect(sent).rejects.toMatchObject({ retry: "never" });
      expect(await bench.posts()).toEqual([]);
    });

    test("answers a person, and the answer's thread becomes a conversation", async () => {
      await bench.speak("What is new?");
      expect(heard.messages.map(({ text }) => text)).toEqual(["What is new?"]);
      expect(heard.messages[0]?.origin.platform).toBe(platform);
      expect((await bench.posts()).map((post) => post.text)).toEqual([
        expect.stringContaining("Heard"),
      ]);
      const [posted] = heard.posted;
      expect(posted?.reply).toBe("reply-1");

      await bench.speak("And then?", posted?.receipt.thread);
      expect(heard.messages[1]?.origin.thread).toBe(posted?.receipt.thread);
      const [first, second] = await bench.posts();
      expect(second?.thread).toBe(first?.thread ?? first?.message);
    });

    test("stops, also twice, and then posts nothing", async () => {
      await bench.adapter.stop();
      await bench.adapter.stop();
      const sent = bench.adapter.send(bench.destination, only(answer("Talks")), key(1));
      await expect(sent).rejects.toBeInstanceOf(DeliveryError);
    });
  });
}

function answer(title: string): Document {
  return createDocument(
    {
      title: name(title),
      lead: claimSentence([swap]),
      blocks: [
        {
          type: "actions",
          actions: [{ type: "action", label: name("More on this"), line: "topic talks" }],
        },
      ],
      stamp: {
        asOf: "2026-11-22",
        coverageUntil: "2026-06-17",
        ageDays: 158,
        stale: true,
        chosen: false,
        version: "0123456789ab",
      },
    },
    dossier,
  );
}

/** A bot that hears everything and answers "Heard" and the words. */
function listeningBot(heard: Heard): Bot {
  const reply = (words: string): Reply => ({
    id: `reply-${heard.messages.length}`,
    document: serviceDocument({ title: name(`Heard ${words}`), blocks: [] }),
    visibility: "public",
    answered: false,
    citations: [],
    files: [],
    line: "now",
  });
  return {
    commands: [],
    command: ({ input }) => Promise.resolve(reply(input.type === "line" ? input.line : input.name)),
    message(message) {
      heard.messages.push(message);
      return Promise.resolve(reply(message.text));
    },
    complete: () => Promise.resolve([]),
    posted(id, receipt) {
      heard.posted.push({ reply: id, receipt });
      return Promise.resolve();
    },
    deleted: () => Promise.resolve(),
    owns: () => Promise.resolve(true),
    feedback: () => Promise.resolve(),
    removed: () => Promise.resolve(),
  };
}
