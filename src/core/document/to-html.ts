import { chartHtml, htmlBlocks } from "./html-blocks.ts";
import { safeHtml } from "./html-text.ts";
import {
  createProse,
  type InlineHandlers,
  inlineRenderer,
  type Prose,
  renderNode,
} from "./render.ts";
import { say } from "./sentence.ts";
import { afterTitle, listedOf, statusWord } from "./source-line.ts";
import { stampSentence } from "./stamp.ts";
import type { Chart, Document, Footnote, FootnoteSource } from "./tree.ts";

const htmlInlines: InlineHandlers = {
  text: (node) => safeHtml(node.value),
  strong: (node, children) => `<strong>${children(node.children)}</strong>`,
  emphasis: (node, children) => `<em>${children(node.children)}</em>`,
  inlineCode: (node) => `<code>${safeHtml(node.value)}</code>`,
  link: (node, children) => anchor(node.url, children(node.children)),
  time: (node) => `<time datetime="${safeHtml(node.instant)}">${safeHtml(node.value)}</time>`,
  derived: (node) => safeHtml(node.value),
  record: (node) => safeHtml(node.value),
  asked: (node) => `<q>${safeHtml(node.value)}</q>`,
  channel: (node) => `#${safeHtml(node.value)}`,
};

const children = inlineRenderer(htmlInlines);

/**
 * One `<article>`. `prefix` keeps the ids of several documents on one page apart.
 * A citation links to its line among the sources and carries the claim's id in `data-claim`; a button
 * carries its command line in `data-line`. `drawn` gives the markup of a chart's picture: HTML that is
 * used as it is, in place of our own drawing.
 */
export function toHtml(
  document: Document,
  prefix = "",
  drawn: (chart: Chart) => string = () => "",
): string {
  const id = (footnote: Footnote) => `${safeHtml(prefix)}source-${footnote.number}`;
  const prose = createProse(
    document,
    children,
    (footnote) =>
      `<a class="cite" href="#${id(footnote)}" data-claim="${safeHtml(footnote.claim)}">[${footnote.number}]</a>`,
  );
  const blocks: typeof htmlBlocks = {
    ...htmlBlocks,
    chart(node, said) {
      const picture = drawn(node);
      return picture === "" ? htmlBlocks.chart(node, said) : chartHtml(node, said, picture);
    },
  };
  return [
    "<article>",
    "<header>",
    `<h1>${prose.sentence(document.title)}</h1>`,
    ...(document.stamp
      ? [
          `<p class="stamp${document.stamp.stale ? " stale" : ""}">${prose.sentence(stampSentence(document.stamp))}</p>`,
        ]
      : []),
    ...(document.layout?.map((each) => `<p class="layout">${prose.sentence(each)}</p>`) ?? []),
    "</header>",
    ...(document.lead ? [`<p class="lead">${prose.sentence(document.lead)}</p>`] : []),
    ...document.blocks.map((block) => renderNode(blocks, block, prose)),
    ...sourceList(document, prose, id),
    "</article>",
  ].join("\n");
}

function sourceList(
  document: Document,
  prose: Prose,
  id: (footnote: Footnote) => string,
): readonly string[] {
  const listed = listedOf(document.sources);
  if (listed.length === 0) return [];
  const lines = listed.map((footnote) => {
    const status = statusWord(footnote);
    const sources = footnote.sources.map(sourceHtml).join("; ");
    return `<li id="${id(footnote)}" value="${footnote.number}">${sources}${status && ` · <strong>${safeHtml(status)}</strong>`}</li>`;
  });
  return [
    `<footer><h2>${prose.quiet(say("label.sources"))}</h2><ol class="sources">${lines.join("")}</ol></footer>`,
  ];
}

function sourceHtml(source: FootnoteSource): string {
  const title = safeHtml(source.title);
  return [
    safeHtml(source.publisher),
    source.url === undefined ? title : anchor(source.url, title),
    safeHtml(afterTitle(source)),
  ].join(", ");
}

function anchor(url: string, inside: string): string {
  if (!/^https?:\/\//i.test(url)) throw new Error(`"${url}" is no web address`);
  return `<a href="${safeHtml(url)}" rel="noreferrer">${inside}</a>`;
}
