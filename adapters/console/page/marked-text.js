/** Texts with a platform's marks, as that platform would show them. Links are shown and not followed. */
import { element } from "./element.js";

/**
 * @typedef {object} Mark
 * @property {RegExp} pattern Sticky.
 * @property {(match: RegExpExecArray, inside: (text: string) => Node[]) => Node | string} made
 */

/**
 * @param {string} text
 * @param {readonly Mark[]} marks
 * @returns {Node[]}
 */
export function marked(text, marks) {
  /** @type {Node[]} */
  const nodes = [];
  let plain = "";
  const flush = () => {
    if (plain !== "") nodes.push(document.createTextNode(plain));
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const found = firstAt(text, at, marks);
    if (!found) {
      plain += text[at];
      at += 1;
      continue;
    }
    const made = found.mark.made(found.match, (inside) => marked(inside, marks));
    if (typeof made === "string") plain += made;
    else {
      flush();
      nodes.push(made);
    }
    at += found.match[0].length;
  }
  flush();
  return nodes;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {readonly Mark[]} marks
 */
function firstAt(text, at, marks) {
  for (const mark of marks) {
    mark.pattern.lastIndex = at;
    const match = mark.pattern.exec(text);
    if (match && match[0].length > 0) return { mark, match };
  }
  return undefined;
}

/**
 * @param {"strong" | "em" | "code" | "s"} tag
 * @param {RegExp} pattern
 * @returns {Mark}
 */
export function spanned(tag, pattern) {
  return { pattern, made: (match, inside) => element(tag, {}, ...inside(match[1] ?? "")) };
}

/**
 * @param {string} label
 * @param {string} url
 */
export function shownLink(label, url) {
  return element("span", { class: "link", title: url }, label);
}
