/** From a briefing to what a subcommand gives back. */
import type { Briefing } from "../briefing/briefing.ts";
import { createDocument } from "../document/document.ts";
import { stampOf } from "../document/stamp.ts";
import type { CommandContext, Draft } from "./command.ts";

/** With stamp and length; answered when it stands on claims. */
export function draft({ dossier, now }: CommandContext, briefing: Briefing): Draft {
  const { carried, ...parts } = briefing;
  const document = createDocument(
    { ...parts, stamp: stampOf(dossier, now), length: true },
    dossier,
  );
  return {
    document,
    answered: document.sources.length > 0,
    ...(carried && { carried }),
  };
}

/** The day for which an agenda is read: the day asked for, else today in UTC. */
export function dayOf({ dossier, now }: CommandContext): Temporal.PlainDate {
  return dossier.asOf ?? now.toZonedDateTimeISO("UTC").toPlainDate();
}
