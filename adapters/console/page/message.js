/** @import { WireMessage } from "../wire.ts" */
import { element, parsed, timeOf } from "./element.js";

/**
 * @typedef {object} MessageActions
 * @property {(message: WireMessage, claim: string, from: HTMLElement) => void} openClaim
 * @property {(message: WireMessage, line: string, label: string) => void} press
 * @property {((message: WireMessage) => void) | undefined} openThread Absent in a thread.
 * @property {(message: WireMessage, from: HTMLElement) => void} openPreview
 */

/**
 * @param {WireMessage} message
 * @param {MessageActions} actions
 * @returns {HTMLLIElement}
 */
export function messageItem(message, actions) {
  const isBot = message.author === "bot";
  const item = element("li", {
    class: `message ${message.author}${message.private ? " private" : ""}`,
    id: actions.openThread ? `message-${message.id}` : undefined,
  });
  const head = element(
    "p",
    { class: "head" },
    element("span", { class: "author" }, isBot ? "Backchannel" : "You"),
    message.private ? element("span", { class: "badge" }, "Only you can see this") : undefined,
    timeOf(message.at),
  );
  item.append(head);
  if (message.html === undefined) {
    item.append(element("p", { class: "said" }, message.text));
    return item;
  }
  item.append(documentOf(message.html, message, actions), ...files(message));
  const { openThread } = actions;
  const below = element("p", { class: "below" });
  if (openThread && !message.private) {
    below.append(
      element(
        "button",
        { type: "button", class: "replies quiet", onclick: () => openThread(message) },
        "Follow up in a thread",
      ),
    );
  }
  if (message.preview) {
    const button = element(
      "button",
      {
        type: "button",
        class: "quiet preview",
        onclick: () => actions.openPreview(message, button),
      },
      "Preview elsewhere",
    );
    below.append(button);
  }
  if (below.hasChildNodes()) item.append(below);
  return item;
}

/**
 * A rendered document whose citations and buttons work, with its sources folded.
 * @param {string} html
 * @param {WireMessage} message
 * @param {Pick<MessageActions, "openClaim" | "press">} actions
 * @returns {HTMLElement}
 */
export function documentOf(html, message, actions) {
  const place = element("div", { class: "document" });
  place.append(parsed(html));
  for (const cite of place.querySelectorAll("a.cite")) {
    const number = (cite.textContent ?? "").replace(/\D/g, "");
    cite.textContent = number;
    cite.setAttribute("aria-label", `Source ${number}`);
    // A row of citations may break between two of them, never before the first.
    if (cite.nextElementSibling?.classList.contains("cite")) cite.after(element("wbr"));
  }
  for (const link of place.querySelectorAll("a[rel=noreferrer]"))
    link.setAttribute("target", "_blank");
  foldSources(place);
  place.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const cite = event.target.closest("a.cite");
    if (cite instanceof HTMLElement && cite.dataset["claim"]) {
      event.preventDefault();
      actions.openClaim(message, cite.dataset["claim"], cite);
    }
    const button = event.target.closest("button[data-line]");
    if (button instanceof HTMLElement) {
      actions.press(message, button.dataset["line"] ?? "", button.textContent ?? "");
    }
  });
  return place;
}

/** @param {HTMLElement} place */
function foldSources(place) {
  const footer = place.querySelector("footer");
  const list = footer?.querySelector("ol");
  if (!footer || !list) return;
  const count = list.children.length;
  const words = count === 1 ? "1 claim with its sources" : `${count} claims with their sources`;
  footer.replaceWith(element("details", { class: "folded" }, element("summary", {}, words), list));
}

/**
 * @param {WireMessage} message
 * @returns {HTMLElement[]}
 */
function files(message) {
  return message.files.map((file) => {
    if (!file.picture) {
      return element(
        "p",
        { class: "file" },
        element("a", { href: file.url, download: file.name }, file.name),
      );
    }
    const picture = element("img", { src: file.url, alt: file.alt, loading: "lazy" });
    return element(
      "figure",
      { class: "picture" },
      element("a", { href: file.url, target: "_blank" }, picture),
    );
  });
}
