/** Trends and milestones, held against the time they speak of. */
import { edtfWords } from "../dates.ts";
import { overlaps, parseEdtf } from "../edtf.ts";
import type { Rule } from "./rule.ts";

export const trendOutsideEra: Rule = {
  name: "trend-outside-era",
  level: "error",
  says: "A trend is assessed within its era.",
  check: ({ records, dossier }) =>
    records.entries.trend.flatMap(({ record, problem }) => {
      const era = dossier.header.eras.find(({ id }) => id === record.era);
      return !era || overlaps(parseEdtf(record.known_from), parseEdtf(era.when))
        ? []
        : [
            problem(
              ["known_from"],
              `${edtfWords(record.known_from)} is outside its era, ${edtfWords(era.when)}`,
            ),
          ];
    }),
};

export const outcomeTooEarly: Rule = {
  name: "outcome-too-early",
  level: "error",
  says: "What came of a milestone is not over before the milestone was known.",
  check: ({ records, dossier }) =>
    records.entries.agenda.flatMap(({ record, problem }) => {
      const outcome =
        record.type === "milestone" && record.outcome !== undefined
          ? dossier.claims.get(record.outcome)
          : undefined;
      const over = outcome?.span?.until;
      const known = parseEdtf(record.known_from).from;
      return outcome && over && known && Temporal.PlainDate.compare(over, known) < 0
        ? [
            problem(
              ["outcome"],
              `"${outcome.id}" was over on ${edtfWords(outcome.when ?? "")}, before ${edtfWords(record.known_from)}`,
            ),
          ]
        : [];
    }),
};
