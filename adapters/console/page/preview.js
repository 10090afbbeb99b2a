/** @import { WireMessage, WirePreview } from "../wire.ts" */
import { element } from "./element.js";
import { discordMessage } from "./preview-discord.js";
import { slackMessage } from "./preview-slack.js";
import { fetchPreview } from "./server.js";

/** @type {Record<string, { name: string, draw: (payload: object) => HTMLElement }>} */
const platforms = {
  slack: { name: "Slack", draw: slackMessage },
  discord: { name: "Discord", draw: discordMessage },
};

/**
 * A dialog that shows a message as it would look elsewhere, from what would be sent there.
 * @param {(error: unknown) => void} complain
 */
export function createPreview(complain) {
  const dialog = element("dialog", { class: "previews", "aria-labelledby": "previews-title" });
  document.body.append(dialog);

  /**
   * @param {WireMessage} message
   * @param {HTMLElement} from What gets the focus back.
   */
  async function show(message, from) {
    const preview = await fetchPreview(message.id);
    const close = element(
      "button",
      { type: "button", class: "quiet", onclick: () => dialog.close() },
      "Close",
    );
    dialog.replaceChildren(
      element(
        "div",
        { class: "bar" },
        element("h2", { id: "previews-title" }, "As it would look elsewhere"),
        close,
      ),
      element("div", { class: "columns" }, ...columns(preview)),
    );
    dialog.onclose = () => from.focus();
    dialog.showModal();
    close.focus();
  }
  return {
    open: (/** @type {WireMessage} */ message, /** @type {HTMLElement} */ from) => {
      show(message, from).catch(complain);
    },
  };
}

/** @param {WirePreview} preview */
function columns({ platforms: shown, notification, text }) {
  return [
    ...shown.map(({ platform, builder, pages }) => {
      const { name = platform, draw } = platforms[platform] ?? {};
      return column(
        name,
        ...pages.flatMap(({ payload, used, warnings }, index) => [
          pages.length > 1
            ? element("h4", {}, `Message ${index + 1} of ${pages.length}`)
            : undefined,
          ...warnings.map((words) => element("p", { class: "warning" }, words)),
          draw?.(payload),
          usage(used),
          copyButton(payload, name),
        ]),
        builder
          ? element(
              "p",
              { class: "small" },
              element(
                "a",
                { href: builder, target: "_blank", rel: "noreferrer" },
                `Open ${name}'s builder`,
              ),
            )
          : undefined,
      );
    }),
    column(
      "Phone",
      element("p", { class: "phone" }, element("strong", {}, "Backchannel"), ` ${notification}`),
    ),
    column("Plain text", element("pre", { tabindex: 0 }, text)),
  ];
}

/**
 * @param {string} name
 * @param {(Node | undefined)[]} children
 */
function column(name, ...children) {
  return element("section", { "aria-label": name }, element("h3", {}, name), ...children);
}

/** @param {WirePreview["platforms"][number]["pages"][number]["used"]} used */
function usage(used) {
  const number = new Intl.NumberFormat("en-US");
  return element(
    "ul",
    { class: "usage" },
    ...used.map(({ what, used: taken, most }) =>
      element(
        "li",
        { class: taken > most ? "over" : undefined },
        `${number.format(taken)} / ${number.format(most)} ${what}`,
      ),
    ),
  );
}

/**
 * @param {object} payload
 * @param {string} name
 */
function copyButton(payload, name) {
  const button = element(
    "button",
    {
      type: "button",
      class: "quiet",
      onclick: async () => {
        await navigator.clipboard.writeText(JSON.stringify(payload, undefined, 2));
        button.textContent = "Copied";
      },
    },
    `Copy the payload for ${name}`,
  );
  return button;
}
