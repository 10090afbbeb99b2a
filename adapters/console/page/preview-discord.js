/** Payloads of components drawn about as Discord does. */
import { element } from "./element.js";
import { marked, shownLink, spanned } from "./marked-text.js";

/** @type {import("./marked-text.js").Mark[]} */
const marks = [
  { pattern: /\\([\\*_~`|[\]()#>+.!-])/y, made: (match) => match[1] ?? "" },
  {
    pattern: /\[((?:\\.|[^\]\\])+)\]\(<?([^)>\s]+)>?\)/y,
    made: (match) => shownLink((match[1] ?? "").replace(/\\(.)/g, "$1"), match[2] ?? ""),
  },
  spanned("code", /`([^`]+)`/y),
  spanned("strong", /\*\*((?:\\.|[^\\])+?)\*\*/y),
  spanned("em", /\*((?:\\.|[^*\\])+)\*/y),
  spanned("em", /(?<![\p{L}\p{N}])_((?:\\.|[^_\\])+)_(?![\p{L}\p{N}])/uy),
  {
    pattern: /<t:(\d+)(?::\w)?>/y,
    made: (match) => new Date(Number(match[1]) * 1000).toUTCString(),
  },
  { pattern: /\u200b/y, made: () => "" },
];

/**
 * @param {any} payload
 * @returns {HTMLElement}
 */
export function discordMessage(payload) {
  const names = new Map(
    (payload.attachments ?? []).map((/** @type {any} */ each) => [each.filename, each.description]),
  );
  return element(
    "div",
    { class: "drawn-message discord" },
    ...(payload.components ?? []).map((/** @type {any} */ each) => component(each, names)),
  );
}

/**
 * https://docs.discord.com/developers/components/reference#component-object-component-types
 * @param {any} node
 * @param {Map<string, string>} names
 * @returns {Node}
 */
function component(node, names) {
  const below = () =>
    (node.components ?? []).map((/** @type {any} */ each) => component(each, names));
  switch (node.type) {
    case 17:
      return element("div", { class: "container" }, ...below());
    case 10:
      return element("div", {}, ...node.content.split("\n").map(line));
    case 14:
      return element("hr");
    case 1:
      return element("p", { class: "buttons" }, ...below());
    case 2:
      return element("span", { class: node.style === 1 ? "button primary" : "button" }, node.label);
    case 3:
      return element("span", { class: "button" }, `${node.placeholder ?? "Choose"} ▾`);
    case 12:
      return element(
        "p",
        { class: "image" },
        ...node.items.map((/** @type {any} */ item) => `Image. ${item.description ?? ""}`),
      );
    case 13:
      return element(
        "p",
        { class: "image" },
        `File: ${node.file.url.replace("attachment://", "")}`,
      );
    case 9:
      return element("div", {}, ...below());
    default:
      return element("p", { class: "small" }, `A component of the type ${node.type}`);
  }
}

/** @param {string} text */
function line(text) {
  const [, mark = "", rest = text] = /^\s*(#{1,3} |-# |> |[-*] |\d+\. )(.*)$/.exec(text) ?? [];
  const inside = marked(rest, marks);
  if (mark.startsWith("#")) return element("p", { class: "title" }, ...inside);
  if (mark === "-# ") return element("p", { class: "small" }, ...inside);
  if (mark === "> ") return element("blockquote", {}, ...inside);
  if (mark !== "") return element("p", { class: "item" }, /\d/.test(mark) ? mark : "• ", ...inside);
  return element("p", {}, ...inside);
}
