/** @import { WireMessage, WireRoom } from "../wire.ts" */
import { createComposer } from "./composer.js";
import { byId, element } from "./element.js";
import { messageItem } from "./message.js";
import { createPanel } from "./panel.js";
import { createPreview } from "./preview.js";
import { fetchBrief, press, say, watchRoom } from "./server.js";

const list = byId("messages", HTMLOListElement);
const empty = byId("empty", HTMLElement);
const nav = byId("channels", HTMLElement);
const connection = byId("connection", HTMLElement);

/** @type {Map<number, WireMessage>} */
const messages = new Map();
/** @type {WireRoom} */
let room = { commandName: "brief", commands: [], channels: [], messages: [] };
let channel = "briefing";

const panel = createPanel({
  place: byId("panel", HTMLElement),
  messages: () => [...messages.values()],
  grammar: () => room,
  reply: (text, root) => say({ channel: root.channel, thread: root.id, text }),
  press: (message, line, label) => pressed(message, line, label),
  preview: (message, from) => preview.open(message, from),
});

const preview = createPreview(complain);

const composer = createComposer({
  label: "Message",
  placeholder: "Ask a question, or type / for commands",
  grammar: () => room,
  send: (text) => say({ channel, text }),
});
byId("composer", HTMLElement).append(composer.form);

/** @type {import("./message.js").MessageActions} */
const actions = {
  openClaim: (message, claim, from) => panel.open({ type: "claim", message, claim }, from),
  press: pressed,
  openThread: (root) => panel.open({ type: "thread", root }),
  openPreview: (message, from) => preview.open(message, from),
};

/**
 * A button does what its line would do where it stands.
 * @param {WireMessage | undefined} message
 * @param {string} line
 * @param {string} label
 */
function pressed(message, line, label) {
  const place = {
    channel: message?.channel ?? channel,
    ...(message?.thread && { thread: message.thread }),
  };
  press({ ...place, line, label }).catch(complain);
}

/** @param {unknown} error */
function complain(error) {
  connection.textContent = error instanceof Error ? error.message : "That did not arrive.";
}

/** @param {WireMessage} message */
function isHere(message) {
  return message.channel === channel && message.thread === undefined;
}

function drawChannel() {
  const here = [...messages.values()].filter(isHere);
  list.replaceChildren(...here.map((message) => messageItem(message, actions)));
  for (const message of here) countReplies(message.id);
  drawEmpty();
  list.lastElementChild?.scrollIntoView({ block: "end" });
}

function drawNav() {
  nav.replaceChildren(
    ...room.channels.map(({ id, name, direct }) =>
      element(
        "button",
        {
          type: "button",
          "aria-current": id === channel ? "true" : undefined,
          onclick: () => enter(id),
        },
        element("span", { "aria-hidden": "true" }, direct ? "@" : "#"),
        name,
      ),
    ),
  );
}

/** @param {string} id */
function enter(id) {
  channel = id;
  drawNav();
  drawChannel();
  composer.focus();
}

function drawEmpty() {
  const isEmpty = list.children.length === 0;
  empty.hidden = !isEmpty;
  if (!isEmpty) return;
  const offered = room.commands.filter((command) => command.visibility === "public").slice(0, 6);
  empty.replaceChildren(
    element("h1", {}, "What do you need to know?"),
    element(
      "p",
      {},
      "Every sentence stands on the record and shows its sources. What the record lacks is said to be lacking.",
    ),
    element(
      "ul",
      { class: "suggestions", "aria-label": "To begin with" },
      ...offered.map(({ summary, examples: [line = ""] }) =>
        element(
          "li",
          {},
          element(
            "button",
            { type: "button", onclick: () => begin(line) },
            element("span", { class: "line" }, line.replace(/^ask /, "")),
            element("span", { class: "summary" }, summary),
          ),
        ),
      ),
    ),
    element("p", { class: "hint" }, "Or type ", element("kbd", {}, "/"), " to see every command."),
  );
}

/** @param {string} line */
function begin(line) {
  say({ channel, text: `/${room.commandName} ${line}` }).catch(complain);
}

/** @param {number} id */
function countReplies(id) {
  const count = [...messages.values()].filter((message) => message.thread === id).length;
  const button = document.querySelector(`#message-${id} .replies`);
  if (!button || count === 0) return;
  button.textContent = count === 1 ? "1 reply in the thread" : `${count} replies in the thread`;
}

watchRoom({
  room(now) {
    const isFirst = room.commands.length === 0;
    room = now;
    messages.clear();
    for (const message of now.messages) messages.set(message.id, message);
    drawNav();
    drawChannel();
    if (isFirst && matchMedia("(pointer: fine)").matches) composer.focus();
  },
  message(message) {
    messages.set(message.id, message);
    if (message.thread !== undefined) {
      countReplies(message.thread);
      panel.add(message);
    }
    if (!isHere(message)) return;
    list.append(messageItem(message, actions));
    drawEmpty();
    const asking = [...list.querySelectorAll("li.person")].at(-1) ?? list.lastElementChild;
    asking?.scrollIntoView({ block: "start" });
  },
  connection(open) {
    connection.textContent = open ? "" : "The console has stopped. Waiting for it …";
  },
});

const openBrief = byId("open-brief", HTMLButtonElement);
openBrief.addEventListener("click", () => panel.showBrief(openBrief));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.isOpen) panel.back();
});
fetchBrief().then(panel.setBrief, complain);
