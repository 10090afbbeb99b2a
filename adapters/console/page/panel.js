/** @import { WireBrief, WireMessage } from "../wire.ts" */
/** @import { MessageActions } from "./message.js" */
import { createComposer } from "./composer.js";
import { element } from "./element.js";
import { documentOf, messageItem } from "./message.js";
import { claimCard } from "./sources.js";

/**
 * @typedef {{ type: "brief" } | { type: "thread", root: WireMessage } | { type: "claim", message: WireMessage, claim: string }} View
 */

/**
 * The side panel: the situation at first, then a thread or a citation, and back.
 * @param {object} parts
 * @param {HTMLElement} parts.place
 * @param {() => readonly WireMessage[]} parts.messages
 * @param {Parameters<typeof createComposer>[0]["grammar"]} parts.grammar
 * @param {(text: string, root: WireMessage) => Promise<unknown>} parts.reply
 * @param {(message: WireMessage | undefined, line: string, label: string) => void} parts.press
 * @param {MessageActions["openPreview"]} parts.preview
 */
export function createPanel({ place, messages, grammar, reply, press, preview }) {
  /** @type {View[]} */
  let views = [{ type: "brief" }];
  /** @type {WireBrief | undefined} */
  let brief;
  /** What had the focus before the panel took it. @type {HTMLElement | undefined} */
  let before;
  /** @type {HTMLElement | undefined} */
  let thread;

  /** @type {MessageActions} */
  const inThread = {
    openClaim: (message, claim, from) => open({ type: "claim", message, claim }, from),
    press: (message, line, label) => press(message, line, label),
    openThread: undefined,
    openPreview: preview,
  };

  /**
   * @param {View} view
   * @param {HTMLElement} [from]
   */
  function open(view, from) {
    before ??= from;
    const last = views.at(-1);
    // A citation opened from a citation's neighbour takes its place.
    if (last?.type === "claim" && view.type === "claim") views = views.slice(0, -1);
    views = [...views, view];
    document.body.dataset["panel"] = "open";
    draw(true);
  }

  function back() {
    views = views.length > 1 ? views.slice(0, -1) : views;
    if (views.length === 1) close();
    else draw(true);
  }

  function close() {
    views = [{ type: "brief" }];
    delete document.body.dataset["panel"];
    draw(false);
    before?.focus();
    before = undefined;
  }

  /** @param {boolean} focus */
  function draw(focus) {
    const view = views.at(-1) ?? { type: "brief" };
    thread = undefined;
    const { title, body } = content(view);
    const heading = element("h2", { tabindex: "-1" }, title);
    const bar = element(
      "div",
      { class: "bar" },
      views.length > 2
        ? element("button", { type: "button", class: "quiet", onclick: back }, "Back")
        : undefined,
      heading,
      element(
        "button",
        {
          type: "button",
          class: view.type === "brief" ? "quiet close narrow" : "quiet close",
          onclick: close,
        },
        "Close",
      ),
    );
    place.replaceChildren(bar, ...body);
    place.dataset["view"] = view.type;
    place.querySelector(".inside")?.scrollTo(0, 0);
    if (focus) heading.focus({ preventScroll: true });
  }

  /**
   * @param {View} view
   * @returns {{ title: string, body: HTMLElement[] }}
   */
  function content(view) {
    switch (view.type) {
      case "brief":
        return { title: "The situation", body: [element("div", { class: "inside" }, briefBody())] };
      case "claim": {
        const footnote = view.message.footnotes.find(({ claim }) => claim === view.claim);
        const card = footnote
          ? claimCard(footnote)
          : element("p", {}, "Its sources stand on another page of this answer.");
        const title = footnote ? `Source ${footnote.number}` : "Source";
        return { title, body: [element("div", { class: "inside" }, card)] };
      }
      case "thread":
        return { title: "Thread", body: threadBody(view.root) };
      default:
        throw new Error(`unknown view ${JSON.stringify(view)}`);
    }
  }

  function briefBody() {
    if (!brief?.html) return element("p", { class: "waiting" }, "Reading the record …");
    const message = asMessage(brief);
    return documentOf(brief.html, message, {
      openClaim: (_, claim, from) => open({ type: "claim", message, claim }, from),
      press: (_, line, label) => {
        press(undefined, line, label);
        delete document.body.dataset["panel"];
      },
    });
  }

  /** @param {WireMessage} root */
  function threadBody(root) {
    const replies = messages().filter((message) => message.thread === root.id);
    thread = element("ol", { class: "messages" });
    const log = element(
      "div",
      { role: "log", "aria-live": "polite", "aria-label": "Thread" },
      thread,
    );
    thread.append(...replies.map((message) => messageItem(message, inThread)));
    const composer = createComposer({
      label: "Follow up",
      placeholder: "Ask a follow-up …",
      grammar,
      send: (text) => reply(text, root),
    });
    requestAnimationFrame(() => composer.focus());
    const first = documentOf(root.html ?? "", root, inThread);
    const title = first.querySelector("h1")?.textContent ?? root.text;
    return [
      element(
        "div",
        { class: "inside" },
        element(
          "details",
          { class: "root", open: replies.length === 0 },
          element("summary", {}, title),
          first,
        ),
        log,
      ),
      composer.form,
    ];
  }

  draw(false);
  return {
    open,
    close,
    back,
    get isOpen() {
      return views.length > 1 || document.body.dataset["panel"] === "open";
    },
    /** @param {HTMLElement} from */
    showBrief(from) {
      views = [{ type: "brief" }];
      before = from;
      document.body.dataset["panel"] = "open";
      draw(true);
    },
    /** @param {WireBrief} made */
    setBrief(made) {
      brief = made;
      if (views.at(-1)?.type === "brief") draw(false);
    },
    /** A message has come: into the thread that is open, if it is of it. @param {WireMessage} message */
    add(message) {
      const view = views.at(-1);
      if (view?.type !== "thread" || view.root.id !== message.thread || !thread) return;
      const item = messageItem(message, inThread);
      thread.append(item);
      const asking = [...thread.querySelectorAll("li.person")].at(-1) ?? item;
      asking.scrollIntoView({ block: "start" });
    },
  };
}

/**
 * The situation as if it were a message, so that its citations open like any other's.
 * @param {WireBrief} brief
 * @returns {WireMessage}
 */
function asMessage({ text, footnotes }) {
  return {
    id: 0,
    channel: "briefing",
    author: "bot",
    at: "",
    text,
    private: false,
    footnotes,
    files: [],
  };
}
