/** Block Kit payloads drawn about as Slack does. */
import { element } from "./element.js";
import { marked, shownLink, spanned } from "./marked-text.js";

const entities = /** @type {Record<string, string>} */ ({
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
});

/** @type {import("./marked-text.js").Mark[]} */
const marks = [
  {
    pattern: /<(?!!)([^|>]+)(?:\|([^>]*))?>/y,
    made: (match) => shownLink(match[2] ?? match[1] ?? "", match[1] ?? ""),
  },
  {
    pattern: /<!date\^[^|>]*\|([^>]*)>/y,
    made: (match) => match[1] ?? "",
  },
  { pattern: /&(?:amp|lt|gt);/y, made: (match) => entities[match[0]] ?? match[0] },
  spanned("code", /`([^`]+)`/y),
  spanned("strong", /(?<![\p{L}\p{N}])\*([^*\n]+)\*(?![\p{L}\p{N}])/uy),
  spanned("em", /(?<![\p{L}\p{N}])_([^_\n]+)_(?![\p{L}\p{N}])/uy),
  { pattern: /\u200b/y, made: () => "" },
];

/**
 * @param {any} payload
 * @returns {HTMLElement}
 */
export function slackMessage(payload) {
  return element("div", { class: "drawn-message slack" }, ...(payload.blocks ?? []).map(block));
}

/**
 * @param {any} node
 * @returns {Node}
 */
function block(node) {
  switch (node.type) {
    case "header":
      return element("p", { class: "title" }, node.text.text);
    case "section":
      return lines(node.text.text);
    case "context":
      return element(
        "div",
        { class: "small" },
        ...node.elements.map((/** @type {any} */ each) => lines(each.text ?? "")),
      );
    case "divider":
      return element("hr");
    case "actions":
      return element("p", { class: "buttons" }, ...node.elements.map(button));
    case "context_actions":
      return element(
        "p",
        { class: "buttons" },
        ...node.elements.flatMap((/** @type {any} */ each) =>
          [each.positive_button, each.negative_button].filter(Boolean).map(button),
        ),
      );
    case "table":
      return table(node);
    case "data_visualization":
      return chart(node);
    default:
      return element("p", { class: "small" }, `A block of the type ${node.type}`);
  }
}

/** @param {string} text */
function lines(text) {
  return element(
    "div",
    {},
    ...text.split("\n").map((line) => {
      const quote = /^(?:> ?|&gt; ?)(.*)$/.exec(line);
      return quote
        ? element("blockquote", {}, ...marked(quote[1] ?? "", marks))
        : element("p", {}, ...marked(line, marks));
    }),
  );
}

/** @param {any} node */
function button(node) {
  return element(
    "span",
    { class: node.style === "primary" ? "button primary" : "button" },
    node.text.text,
  );
}

/** @param {any} node */
function table(node) {
  const rows = node.rows.map((/** @type {any[]} */ row) =>
    element("tr", {}, ...row.map((cell) => element("td", {}, textIn(cell)))),
  );
  return element("table", {}, element("tbody", {}, ...rows));
}

/** @param {any} node */
function chart(node) {
  const [series] = node.chart.series;
  const values = series.data.map((/** @type {any} */ each) => each.value);
  const highest = Math.max(...values.map(Math.abs), 1);
  return element(
    "div",
    { class: "chart-block" },
    element("p", { class: "title" }, node.title),
    ...series.data.map((/** @type {any} */ each) =>
      element(
        "p",
        { class: "small" },
        `${each.label} `,
        element("meter", {
          min: 0,
          max: highest,
          value: Math.abs(each.value),
          "aria-label": String(each.label),
        }),
        ` ${each.value}`,
      ),
    ),
  );
}

/**
 * @param {any} node
 * @returns {string}
 */
function textIn(node) {
  if (node === null || typeof node !== "object") return "";
  if (Array.isArray(node)) return node.map(textIn).join("");
  if (typeof node.text === "string") return node.text;
  return Object.values(node).map(textIn).join("");
}
