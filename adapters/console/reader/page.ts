/** Pages to read, print and link to: plain HTML without a script. */
import { type Document, escapeWith, htmlRules, notification, toHtml } from "#core";
import type { PictureShelf } from "../picture-shelf.ts";

export interface ReadingPage {
  /** One article each; the first names the page. */
  readonly documents: readonly [Document, ...Document[]];
  /** What kind of page it is, said above the articles. */
  readonly kind: string;
  /** Its own address, for links to it. */
  readonly path: string;
}

export function readingHtml({ documents, kind, path }: ReadingPage, shelf: PictureShelf): string {
  const title = escaped(notification(documents[0]));
  const articles = documents.map(
    (document, at) =>
      `<div class="document">${toHtml(document, `d${at}-`, (chart) => shelf.markup(chart, document))}</div>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/read/style.css">
<link rel="icon" href="/read/icon.svg">
<link rel="alternate" type="application/rss+xml" title="What changed" href="/feeds/changes.rss">
<link rel="alternate" type="text/calendar" title="What is due" href="/feeds/agenda.ics">
</head>
<body class="reading">
<a class="skip" href="#text">Skip to the text</a>
<header class="masthead">
<a class="brand" href="/read">Backchannel</a>
<p class="kind">${escaped(kind)}</p>
</header>
<main id="text">
${articles.join("\n")}
</main>
<footer class="colophon">
<nav aria-label="To take along">
<a href="/read">Where things stand</a>
<a href="/feeds/changes.rss">News feed of what changed</a>
<a href="/feeds/agenda.ics">Calendar of what is due</a>
<a href="${escaped(path)}">Address of this page</a>
</nav>
<p>Letters rate how reliable a source is, numbers how credible the information: A1 is best. The page sets no cookie, runs no script and asks no other server for anything.</p>
</footer>
</body>
</html>
`;
}

/** What stands in place of a page that is not there. */
export function missingHtml(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not here</title>
<link rel="stylesheet" href="/read/style.css">
</head>
<body class="reading">
<main id="text"><div class="document"><article>
<h1>There is no such page</h1>
<p>An edition is kept for a while after it was sent, and this one is not here any more, or its address is incomplete.</p>
<p><a href="/read">Where things stand now</a></p>
</article></div></main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return escapeWith(htmlRules, text);
}
