import type { Dossier } from "../dossier/dossier.ts";
import { parseEdtf } from "../dossier/edtf.ts";
import type { AgendaRecord } from "../dossier/schema.ts";
import type { AgendaFigure } from "./figure.ts";

/**
 * Dated milestones in order; `keep` leaves out what is not asked for. `past`: due before today, and
 * the record does not say what came of it.
 */
export function agendaFigure(
  dossier: Dossier,
  today: Temporal.PlainDate,
  keep: (item: AgendaRecord) => boolean = () => true,
): AgendaFigure {
  const items = [...dossier.agenda.values()].flatMap((item): AgendaFigure["items"][number][] => {
    if (item.type !== "milestone" || !keep(item)) return [];
    const { from, until } = parseEdtf(item.when);
    const start = from ?? until;
    const end = until ?? from;
    if (!start || !end) return [];
    const settled = item.outcome !== undefined && dossier.claims.has(item.outcome);
    const past = Temporal.PlainDate.compare(end, today) < 0;
    return [
      {
        from: start.toString(),
        until: end.toString(),
        label: item.headline,
        state: settled ? "settled" : past ? "past" : "ahead",
        record: item.id,
      },
    ];
  });
  items.sort((a, b) =>
    a.until < b.until ? -1 : a.until > b.until ? 1 : a.record < b.record ? -1 : 1,
  );
  return {
    type: "agenda",
    today: today.toString(),
    coverageUntil: dossier.until.toString(),
    items,
  };
}
