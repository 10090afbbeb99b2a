/** HTML: one handler for each block. Structure first: it must read well without a style sheet. */
import type { Figure } from "../figure/figure.ts";
import { safeHtml } from "./html-text.ts";
import { type Handlers, type Prose, renderNode } from "./render.ts";
import { say } from "./sentence.ts";
import { seriesSvg } from "./series-svg.ts";
import type { Block, Chart, Sentence } from "./tree.ts";

export const htmlBlocks: Handlers<Block, [Prose]> = {
  heading: (node, prose) => `<h${node.depth}>${prose.sentence(node.sentence)}</h${node.depth}>`,
  paragraph: (node, prose) => `<p>${prose.sentences(node.sentences)}</p>`,
  list(node, prose) {
    const items = node.items.map((item) => {
      const details = item.details.map((each) => `<p class="detail">${prose.sentence(each)}</p>`);
      return `<li><p>${prose.sentences(item.sentences)}</p>${details.join("")}</li>`;
    });
    const from = node.ordered && node.start !== undefined ? ` start="${node.start}"` : "";
    return node.ordered ? `<ol${from}>${items.join("")}</ol>` : `<ul>${items.join("")}</ul>`;
  },
  table(node, prose) {
    const cells = (row: readonly Sentence[]) =>
      row.map((cell) => `<td>${prose.sentence(cell)}</td>`).join("");
    const head = node.columns.map((cell) => `<th scope="col">${prose.sentence(cell)}</th>`);
    const rows = node.rows.map((row) => `<tr>${cells(row)}</tr>`);
    return `<div class="table" role="group" tabindex="0"><table><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
  },
  facts(node, prose) {
    const rows = node.rows.map(
      ({ label, value }) =>
        `<div><dt>${prose.label(label, value)}</dt><dd>${prose.sentences(value)}</dd></div>`,
    );
    return `<dl>${rows.join("")}</dl>`;
  },
  timeline(node, prose) {
    const entries = node.entries.map(
      ({ when, date, sentences }) =>
        `<li data-when="${safeHtml(when)}"><span class="date">${prose.label(date, sentences)}</span> <p>${prose.sentences(sentences)}</p></li>`,
    );
    return `<ol class="timeline">${entries.join("")}</ol>`;
  },
  chart: (node, prose) => chartHtml(node, prose, drawing(node.figure)),
  callout(node, prose) {
    const tone = prose.quiet(say(`tone.${node.tone}`));
    const title = node.title ? `${tone}: ${prose.sentence(node.title)}` : tone;
    const inside = node.children.map((child) => renderNode(htmlBlocks, child, prose));
    return `<aside class="callout ${node.tone}"><p class="title">${title}</p>${inside.join("")}</aside>`;
  },
  actions(node, prose) {
    const buttons = node.actions.map(
      (action) =>
        `<button type="button"${action.emphasis === "primary" ? ' class="primary"' : ""} data-line="${safeHtml(action.line)}">${prose.quiet(action.label)}</button>`,
    );
    return `<div class="actions">${buttons.join("")}</div>`;
  },
  thematicBreak: () => "<hr>",
};

/** A chart around what is drawn of it. */
export function chartHtml(node: Chart, prose: Prose, drawn: string): string {
  return `<figure class="chart"><figcaption>${prose.label(node.title, node.alt)}</figcaption>${drawn}<p>${prose.sentences(node.alt)}</p></figure>`;
}

/** Figures that are not drawn here are said in words. */
function drawing(figure: Figure): string {
  return figure.type === "series" ? seriesSvg(figure) : "";
}
