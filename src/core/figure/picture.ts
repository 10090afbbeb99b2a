import { plainText } from "../document/plain-text.ts";
import type { Chart, Document } from "../document/tree.ts";
import type { Figure } from "./figure.ts";

/** All words and data of one picture. The same picture and look give the same bytes. */
export interface Picture {
  readonly title: string;
  /** Unit and span, as in "kg · 2021–2025". */
  readonly subtitle: string;
  /** Publishers behind the figure, and the day the record ends. */
  readonly footer: string;
  readonly figure: Figure;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
}

export interface Look {
  /** CSS pixels: a phone is 380, a page 1,200. */
  readonly width: number;
  readonly theme: "light" | "dark";
}

/** The picture of a chart block, with the words that its document gives it. */
export function pictureOf(chart: Chart, document: Pick<Document, "sources" | "stamp">): Picture {
  const cited = new Set(
    chart.alt.flatMap((sentence) => (sentence.type === "claim" ? sentence.claims : [])),
  );
  const publishers = new Set(
    document.sources
      .filter((footnote) => cited.has(footnote.claim))
      .flatMap((footnote) => footnote.sources.map((source) => source.publisher)),
  );
  const named = [...publishers].slice(0, mostPublishers);
  const more = publishers.size - named.length;
  const sources = named.length > 0 ? [`${named.join(", ")}${more > 0 ? ` +${more}` : ""}`] : [];
  const until = document.stamp ? [`record to ${document.stamp.coverageUntil}`] : [];
  return {
    title: plainText(chart.title),
    subtitle: chart.subtitle ? plainText(chart.subtitle) : "",
    footer: [...sources, ...until].join(" · "),
    figure: chart.figure,
    alt: chart.alt.map((sentence) => plainText(sentence)).join(" "),
  };
}

/** A footer names the first few publishers: the sources below the document name them all. */
const mostPublishers = 4;
