/** @import { WireFootnote, WireSource } from "../wire.ts" */
import { element } from "./element.js";

const statusWords = {
  current: undefined,
  superseded: "Superseded: the record holds something newer",
  disputed: "Disputed: the record holds other accounts",
  rejected: "Rejected: the record shows that this is wrong",
};

/**
 * What stands behind one citation: the claim in full, and its sources with their ratings.
 * @param {WireFootnote} footnote
 * @returns {HTMLElement}
 */
export function claimCard(footnote) {
  const status = statusWords[footnote.status];
  return element(
    "div",
    { class: "claim" },
    status ? element("p", { class: `status ${footnote.status}` }, status) : undefined,
    element("h3", {}, footnote.headline),
    element("p", { class: "text" }, footnote.text),
    element("h4", {}, footnote.sources.length === 1 ? "Source" : "Sources"),
    element("ul", {}, ...footnote.sources.map(sourceItem)),
    element(
      "p",
      { class: "key" },
      "Letters rate the source from A (completely reliable) to E (unreliable), digits the information from 1 (confirmed) to 5 (improbable); F and 6 cannot be judged. This is the Admiralty code.",
    ),
    element("p", { class: "key" }, "Claim ", element("code", {}, footnote.claim)),
  );
}

/** @param {WireSource} source */
function sourceItem(source) {
  const title = source.url
    ? element("a", { href: source.url, rel: "noreferrer", target: "_blank" }, source.title)
    : source.title;
  const facts = [source.locator, source.published, source.party].filter(
    (fact) => fact !== undefined,
  );
  return element(
    "li",
    {},
    element("p", { class: "publisher" }, source.publisher),
    element("p", { class: "title" }, title),
    element("p", { class: "where" }, facts.join(" · ")),
    element(
      "p",
      { class: "rating" },
      element("strong", { class: "letters" }, source.rating),
      `${source.reliability}; ${source.credibility}`,
    ),
  );
}
