/** Pages for people who read and do not chat: where things stand, and editions as they were sent. */

import { tracksChart } from "./briefing/charts/tracks-chart.ts";
import { situation } from "./briefing/situation.ts";
import { createDocument } from "./document/document.ts";
import { named, say } from "./document/sentence.ts";
import { stampOf } from "./document/stamp.ts";
import type { Block, Document } from "./document/tree.ts";
import { livelyYears } from "./figure/lively-years.ts";
import { tracksFigure } from "./figure/tracks-figure.ts";
import type { Clock, EditionStore, Library } from "./ports.ts";

export interface Reading {
  /** The situation with the timeline's picture and what to watch. */
  front(): Document;
  /** The card and what stood below it; undefined when no such edition is kept. */
  edition(id: string): Promise<readonly Document[] | undefined>;
}

export interface ReadingParts {
  readonly library: Library;
  readonly editions: EditionStore;
  readonly clock: Clock;
}

export function createReading({ library, editions, clock }: ReadingParts): Reading {
  return {
    front() {
      const dossier = library.get();
      const now = clock.now();
      const today = now.toZonedDateTimeISO("UTC").toPlainDate();
      const { carried: _, ...briefing } = situation(dossier, today, "full");
      const name = named("dossier", dossier.id, dossier.header.title);
      const figure = tracksFigure(dossier, livelyYears(tracksFigure(dossier)));
      const chart = tracksChart(dossier, figure, say("title.chart-timeline", { name }), 0);
      const [direction, ...rest] = readable(briefing.blocks);
      const blocks = [...(direction ? [direction] : []), ...(chart ? [chart] : []), ...rest];
      return createDocument({ ...briefing, blocks, stamp: stampOf(dossier, now) }, dossier);
    },
    async edition(id) {
      const edition = await editions.get(id);
      if (!edition) return undefined;
      const { document, depth } = edition;
      return [document, ...(depth ? [depth] : [])].map((each) => ({
        ...each,
        blocks: readable(each.blocks),
      }));
    },
  };
}

/** Buttons would do nothing on such a page. */
function readable(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ type }) => type !== "actions");
}
