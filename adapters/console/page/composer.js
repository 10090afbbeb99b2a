/** @import { CommandSpec } from "../../../src/core/command/command.ts" */
/** @import { Suggestion } from "./suggest.js" */
import { element } from "./element.js";
import { suggest } from "./suggest.js";

const mostShown = 8;
let made = 0;

/**
 * A text box that grows, offers commands, and sends on Enter.
 * @param {object} parts
 * @param {string} parts.label
 * @param {string} parts.placeholder
 * @param {() => { commandName: string, commands: readonly CommandSpec[] }} parts.grammar
 * @param {(text: string) => Promise<unknown>} parts.send
 */
export function createComposer({ label, placeholder, grammar, send }) {
  made += 1;
  const listId = `suggestions-${made}`;
  const list = element("ul", {
    id: listId,
    role: "listbox",
    "aria-label": "Suggestions",
    hidden: true,
  });
  const box = element("textarea", {
    rows: 1,
    placeholder,
    role: "combobox",
    "aria-label": label,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
    autocomplete: "off",
    spellcheck: "true",
    maxlength: 20000,
  });
  const problem = element("p", { class: "problem", role: "alert" });
  const button = element(
    "button",
    { type: "submit", class: "send", "aria-label": "Send" },
    arrow(),
  );
  const form = element(
    "form",
    { class: "composer", onsubmit: submit },
    list,
    element("div", { class: "box" }, box, button),
    problem,
  );

  /** @type {Suggestion[]} */
  let offered = [];
  let chosen = -1;
  let asked = 0;

  box.addEventListener("input", () => {
    grow();
    offer();
  });
  box.addEventListener("keydown", keydown);
  box.addEventListener("blur", () => show([]));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest("li") : null;
    if (option) take([...list.children].indexOf(option));
  });

  function offer() {
    asked += 1;
    const mine = asked;
    suggest(box.value, grammar()).then(
      (found) => {
        if (mine === asked && document.activeElement === box) show(found.slice(0, mostShown));
      },
      () => show([]),
    );
  }

  /** @param {Suggestion[]} suggestions */
  function show(suggestions) {
    offered = suggestions;
    chosen = -1;
    list.replaceChildren(
      ...suggestions.map(({ label, hint }, index) =>
        element(
          "li",
          { role: "option", id: `${listId}-${index}`, "aria-selected": "false" },
          element("span", { class: "label" }, label),
          element("span", { class: "hint" }, hint),
        ),
      ),
    );
    list.hidden = suggestions.length === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
    box.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index */
  function choose(index) {
    chosen = (index + offered.length) % offered.length;
    for (const [place, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(place === chosen));
      if (place === chosen) option.scrollIntoView({ block: "nearest" });
    }
    box.setAttribute("aria-activedescendant", `${listId}-${chosen}`);
  }

  /** @param {number} index */
  function take(index) {
    const suggestion = offered[index];
    if (!suggestion) return;
    box.value = suggestion.text;
    box.focus();
    grow();
    offer();
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    const open = offered.length > 0;
    if (open && event.key === "ArrowDown") choose(chosen + 1);
    else if (open && event.key === "ArrowUp") choose(chosen < 0 ? offered.length - 1 : chosen - 1);
    else if (open && event.key === "Tab" && !event.shiftKey) take(Math.max(0, chosen));
    else if (open && event.key === "Escape") show([]);
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      if (open && chosen >= 0) take(chosen);
      else form.requestSubmit();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const text = box.value.trim();
    if (text === "") return;
    asked += 1;
    show([]);
    box.value = "";
    problem.textContent = "";
    grow();
    try {
      await send(text);
    } catch (error) {
      // What was typed is not lost, unless something new stands there already.
      if (box.value === "") box.value = text;
      problem.textContent = error instanceof Error ? error.message : "That did not arrive.";
      grow();
    }
  }

  function grow() {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 220)}px`;
  }

  return {
    form,
    focus: () => box.focus(),
    /** @param {string} text */
    fill(text) {
      box.value = text;
      box.focus();
      grow();
      offer();
    },
  };
}

function arrow() {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 20 20");
  picture.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", "M10 16V4M4.5 9.5 10 4l5.5 5.5");
  picture.append(line);
  return picture;
}
