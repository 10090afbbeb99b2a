import { plainText } from "./plain-text.ts";
import { derived, say } from "./sentence.ts";
import { shortDay } from "./short-day.ts";
import type { Document } from "./tree.ts";

/** A phone's lock screen shows about this much. */
const glance = 100;

/**
 * What a phone shows: the bottom line and how far the record goes. Where the bottom line is too long
 * for a glance, something short that stands alone goes first: the headline of the claim it stands
 * on, or the title. Nothing is cut.
 */
export function notification(document: Document): string {
  const { lead, title, stamp } = document;
  const bottomLine = plainText(lead ?? title);
  const carrying = lead?.type === "claim" ? lead.claims[0] : undefined;
  const headline = document.sources.find(({ claim }) => claim === carrying)?.headline;
  const short = [bottomLine, headline, plainText(title)].find(
    (text) => text !== undefined && text.length <= glance,
  );
  const record =
    stamp &&
    plainText(
      say("stamp.short", {
        until: derived(shortDay(stamp.coverageUntil), { type: "record" }),
      }),
    );
  const first = short === undefined || short === bottomLine ? undefined : closed(short);
  return [first, bottomLine, record].filter((piece) => piece !== undefined).join(" ");
}

function closed(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
