/** News feeds. https://www.rssboard.org/rss-specification */
import { escapeWith } from "../document/escape.ts";
import { htmlRules } from "../document/escape-html.ts";

export interface News {
  readonly title: string;
  readonly description: string;
  /** Page of the feed's maker, and the feed's own address. */
  readonly link: string;
  readonly self: string;
  readonly language: string;
  readonly built: Temporal.PlainDate;
  readonly items: readonly NewsItem[];
}

interface NewsItem {
  /** The same for the same state of the same record; another one when it changes. */
  readonly guid: string;
  readonly title: string;
  /** Paragraphs in plain words. */
  readonly paragraphs: readonly string[];
  readonly link?: string | undefined;
  readonly categories: readonly string[];
  readonly published: Temporal.PlainDate;
}

/** Minutes after which a reader may ask again. */
const patience = 60;

export function toRss({ title, description, link, self, language, built, items }: News): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    "<channel>",
    tag("title", title),
    tag("link", link),
    `<atom:link href="${xml(self)}" rel="self" type="application/rss+xml"/>`,
    tag("description", description),
    tag("language", language),
    tag("lastBuildDate", dateOf(built)),
    tag("ttl", String(patience)),
    ...items.map(itemOf),
    "</channel>",
    "</rss>",
    "",
  ].join("\n");
}

function itemOf({ guid, title, paragraphs, link, categories, published }: NewsItem): string {
  // Readers take a description for HTML, so its text is escaped as HTML and then as XML.
  const html = paragraphs.map((each) => `<p>${xml(each)}</p>`).join("");
  return [
    "<item>",
    tag("title", title),
    ...(link === undefined ? [] : [tag("link", link)]),
    tag("description", html),
    ...categories.map((each) => tag("category", each)),
    `<guid isPermaLink="false">${xml(guid)}</guid>`,
    tag("pubDate", dateOf(published)),
    "</item>",
  ].join("");
}

function tag(name: string, text: string): string {
  return `<${name}>${xml(text)}</${name}>`;
}

/** What XML cannot hold is gone, what it would read as markup is escaped. */
function xml(text: string): string {
  return escapeWith(htmlRules, text);
}

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** As in "Wed, 17 Jun 2026 00:00:00 GMT". https://www.rfc-editor.org/rfc/rfc822#section-5 */
function dateOf({ dayOfWeek, day, month, year }: Temporal.PlainDate): string {
  return `${days[dayOfWeek - 1]}, ${String(day).padStart(2, "0")} ${months[month - 1]} ${year} 00:00:00 GMT`;
}
