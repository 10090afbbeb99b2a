import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { derived, plainText, say } from "#core";
import { encodeId } from "./custom-id.ts";
import { discordNumbers } from "./limits.ts";

export interface ButtonSpec {
  readonly label: string;
  readonly id: string;
  readonly emphasis?: "primary";
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Rows of buttons. Of two with the same custom id, which Discord refuses, the first stays. */
export function buttonRows(buttons: readonly ButtonSpec[]): Row[] {
  const seen = new Set<string>();
  const each: APIButtonComponentWithCustomId[] = [];
  for (const { id, label, emphasis } of buttons) {
    if (seen.has(id)) continue;
    seen.add(id);
    each.push({
      type: ComponentType.Button,
      style: emphasis === "primary" ? ButtonStyle.Primary : ButtonStyle.Secondary,
      label,
      custom_id: id,
    });
  }
  const rows: Row[] = [];
  for (let at = 0; at < each.length; at += discordNumbers.row.most) {
    rows.push({
      type: ComponentType.ActionRow,
      components: each.slice(at, at + discordNumbers.row.most),
    });
  }
  return rows;
}

/** A select with all pages of a long list, where its buttons lead to more than two. */
export function jumpRow(lines: readonly string[]): Row | undefined {
  const paged = lines.flatMap((line) => {
    const match = /^(.+) page:(\d+)$/.exec(line);
    return match?.[1] === undefined ? [] : [{ base: match[1], page: Number(match[2]) }];
  });
  const [first] = paged;
  if (!first) return undefined;
  const last = lastPage(paged.map(({ page }) => page));
  if (last < 3) return undefined;
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: encodeId({ type: "jump" }),
        placeholder: plainText(say("post.jump")),
        options: pagesTo(last).map((page) => ({
          label: plainText(say("post.page", { number: derived(page, { type: "layout" }) })),
          value: `${first.base} page:${page}`,
        })),
      },
    ],
  };
}

/** On the last page the only way is back, to the page before it. */
function lastPage(pages: readonly number[]): number {
  const most = Math.max(...pages);
  return pages.length === 1 && most > 1 ? most + 1 : most;
}

/** All pages, or as many as a select holds, evenly spread with the first and the last. */
export function pagesTo(last: number): readonly number[] {
  const most = discordNumbers.options.most;
  if (last <= most) return Array.from({ length: last }, (_, index) => index + 1);
  return Array.from({ length: most }, (_, index) =>
    Math.round(1 + (index * (last - 1)) / (most - 1)),
  );
}
