/**
 * An answer of several pages is one message: the first page, which stands alone, with ways to the
 * others. They are kept in the store and opened for whoever turns to them, before their eyes alone.
 */
import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from "discord.js";
import {
  type Action,
  type Clock,
  derived,
  fit,
  type Limits,
  type NoteStore,
  type Page,
  plainText,
  type Reply,
  type ReplyFile,
  say,
} from "#core";
import { buttonsOf, filesOf, isImage, letterOf, lettersOf } from "./answer.ts";
import { type ButtonSpec, buttonRows, pagesTo } from "./buttons.ts";
import type { Content } from "./callback.ts";
import { encodeId } from "./custom-id.ts";
import { discordNumbers } from "./limits.ts";
import { prefixOf } from "./place.ts";
import type { Letter } from "./post.ts";
import { buttonOf } from "./render.ts";

export interface Kept {
  readonly guild: string;
  /** At most 20 characters, of this answer alone. */
  readonly key: string;
}

export interface Leaves {
  /** What to post: one message, or all pages where the others cannot be kept. */
  open(reply: Reply, root: string | undefined, kept: Kept): Promise<readonly Letter[]>;
  /** Another page of what was posted; undefined when it is kept no more. */
  turn(kept: Kept, page: number): Promise<Content | undefined>;
}

/** Pages as they are sent, and what each begins with. */
interface Note {
  readonly pages: readonly KeptPage[];
  readonly titles: readonly string[];
}

interface KeptPage {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Pictures, their bytes in base64. */
  readonly files?: readonly { readonly [Key in keyof ReplyFile]: string }[];
}

const kind = "discord-pages";

export function createLeaves(notes: NoteStore, clock: Clock, limits: Limits): Leaves {
  const placeOf = ({ guild, key }: Kept) => `${prefixOf(guild)}pages:${key}`;
  return {
    async open(reply, root, kept) {
      const { letters, note } = leavesOf(reply, root, limits, kept.key);
      if (note) await notes.put(kind, placeOf(kept), note, clock.now());
      return letters;
    },
    async turn(kept, number) {
      const note = (await notes.get(kind, placeOf(kept))) as Note | undefined;
      return note && turnTo(note, number, kept.key);
    },
  };
}

/** What is posted, and what is kept of it where the first page is enough. */
export function leavesOf(
  reply: Reply,
  root: string | undefined,
  limits: Limits,
  key: string,
): { readonly letters: readonly Letter[]; readonly note?: Note } {
  const pages = fit(reply.document, limits);
  const [first] = pages;
  if (!first || pages.length === 1 || !mayBeKept(reply)) {
    return { letters: lettersOf(pages, reply, root) };
  }
  const titles = titlesOf(pages);
  const buttons = [...ownButtons(pages), ...buttonsOf(reply, root)];
  const files = filesOf(pages, reply);
  const letter = letterOf(first, files[0] ?? [], buttons);
  return {
    letters: [{ ...letter, components: withWays(letter.components, 1, titles, key) }],
    note: { pages: pages.map((page, index) => keptPage(page, files[index] ?? [])), titles },
  };
}

function keptPage(page: Page, files: readonly ReplyFile[]): KeptPage {
  return {
    components: letterOf(page, files).components,
    ...(files.length > 0 && {
      files: files.map((file) => ({
        ...file,
        content: (typeof file.content === "string"
          ? new TextEncoder().encode(file.content)
          : file.content
        ).toBase64(),
      })),
    }),
  };
}

/** A page as it was kept, with ways on; undefined where there is none of that number. */
export function turnTo({ pages, titles }: Note, number: number, key: string): Content | undefined {
  const page = pages[number - 1];
  if (!page) return undefined;
  const files = page.files?.map((file) => ({
    ...file,
    content: Uint8Array.fromBase64(file.content),
  }));
  return { components: withWays(page.components, number, titles, key), ...(files && { files }) };
}

/**
 * What comes from the record. A person's own words are not kept, nor who manages what.
 */
function mayBeKept({ document, line, files }: Reply): boolean {
  return document.sources.length > 0 && files.every(isImage) && !/^(ask|check)\b/.test(line);
}

/** The document's buttons stand on its last page; a few of them belong where people look. */
function ownButtons(pages: readonly Page[]): readonly ButtonSpec[] {
  const actions = pages
    .slice(1)
    .flatMap(({ document }) => document.blocks)
    .flatMap((block): readonly Action[] => (block.type === "actions" ? block.actions : []));
  return actions.slice(0, 3).map(buttonOf);
}

/** What each page begins with: its first heading, or the one that goes on from the page before. */
function titlesOf(pages: readonly Page[]): readonly string[] {
  let last = "";
  return pages.map(({ document }) => {
    const headings = document.blocks.flatMap((block) =>
      block.type === "heading" ? [plainText(block.sentence)] : [],
    );
    const title = headings[0] ?? (last || plainText(document.title));
    last = headings.at(-1) ?? last;
    return title;
  });
}

/** Below a page: back, on, and a list of all pages. */
function withWays(
  page: readonly APIMessageTopLevelComponent[],
  number: number,
  titles: readonly string[],
  key: string,
): APIMessageTopLevelComponent[] {
  const last = titles.length;
  const to = (page: number, label: string, more: Pick<ButtonSpec, "emphasis"> = {}) =>
    page < 1 || page > last ? [] : [{ label, id: encodeId({ type: "leaf", page, key }), ...more }];
  const on = plainText(
    say("post.read-on", {
      next: derived(number + 1, { type: "layout" }),
      last: derived(last, { type: "layout" }),
    }),
  );
  const rows: readonly APIComponentInContainer[] = [
    ...buttonRows([
      ...to(number - 1, labelOf(number - 1)),
      ...to(number + 1, on, { emphasis: "primary" }),
    ]),
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: encodeId({ type: "leaves", key }),
          placeholder: plainText(say("post.jump")),
          options: pagesTo(last).map((each) => ({
            label: optionOf(each, titles[each - 1] ?? ""),
            value: String(each),
            default: each === number,
          })),
        },
      ],
    },
  ];
  return page.map((component) =>
    component.type === ComponentType.Container
      ? { ...component, components: [...component.components, ...rows] }
      : component,
  );
}

function labelOf(page: number): string {
  return plainText(say("post.page", { number: derived(page, { type: "layout" }) }));
}

function optionOf(page: number, title: string): string {
  const label = `${labelOf(page)} · ${title}`;
  const { most } = discordNumbers.option;
  return label.length <= most ? label : `${label.slice(0, most - 1)}…`;
}
