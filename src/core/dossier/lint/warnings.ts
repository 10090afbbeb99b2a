/** What a curator should look at again; the record stands meanwhile. */
import { edtfWords, namesLaterDate } from "../dates.ts";
import { independentSources } from "../independence.ts";
import { heldClaims, type Rule, writtenClaims } from "./rule.ts";

export const notReviewed: Rule = {
  name: "not-reviewed",
  level: "warning",
  says: "Somebody has looked at each claim within a year.",
  check: (input) => {
    const yearAgo = input.today.subtract({ years: 1 });
    return writtenClaims(input).flatMap(({ claim, entry }) => {
      const last = [claim.added, claim.updated, claim.reviewed]
        .flatMap((day) => (day === undefined ? [] : Temporal.PlainDate.from(day)))
        .toSorted(Temporal.PlainDate.compare)
        .at(-1);
      return last && Temporal.PlainDate.compare(last, yearAgo) < 0
        ? [entry.problem(["added"], `last looked at on ${last}; read it again and set reviewed`)]
        : [];
    });
  },
};

const fewestClaims = 3;
const fewestSources = 3;

export const thinTopic: Rule = {
  name: "thin-topic",
  level: "warning",
  says: "A topic has at least 3 current claims from at least 3 independent sources.",
  check: (input) =>
    input.records.entries.topics.flatMap(({ record, problem }) => {
      const claims = (input.dossier.links.ofTopic.get(record.id) ?? []).filter(
        ({ status, origin }) => status === "current" && origin === "claims",
      );
      const sources = independentSources(
        claims.flatMap(({ citations }) => citations),
        input.dossier.sources,
      );
      return claims.length < fewestClaims || sources < fewestSources
        ? [
            problem(
              ["id"],
              `${claims.length} current claims from ${sources} independent sources; add some`,
            ),
          ]
        : [];
    }),
};

export const oneSidedDispute: Rule = {
  name: "one-sided-dispute",
  level: "warning",
  says: "No open side of a dispute has three times the independent sources of another.",
  check: ({ dossier, records }) =>
    records.entries.disputes.flatMap(({ record, problem }) => {
      const sides = record.positions.flatMap(({ claims: ids }, at) => {
        const claims = ids
          .flatMap((id) => dossier.claims.get(id) ?? [])
          .filter(({ status }) => status === "current" || status === "disputed");
        const citations = claims.flatMap((claim) => claim.citations);
        // A side that was refuted or overtaken need not keep up.
        return claims.length === 0
          ? []
          : [{ at, sources: independentSources(citations, dossier.sources) }];
      });
      const [weakest] = sides.toSorted((a, b) => a.sources - b.sources);
      const most = Math.max(...sides.map(({ sources }) => sources));
      if (!weakest || sides.length < 2 || most < 3 * Math.max(1, weakest.sources)) return [];
      return [
        problem(
          ["positions", weakest.at],
          `this side stands on ${weakest.sources} independent source${weakest.sources === 1 ? "" : "s"}, another on ${most}; look for more of this side`,
        ),
      ];
    }),
};

export const eventWithoutWhy: Rule = {
  name: "event-without-why",
  level: "warning",
  says: "A current event says why it matters, so that a daily brief may show it.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) =>
      claim.kind === "event" && claim.status === "current" && claim.why_it_matters === undefined
        ? [entry.problem(["id"], "an event without why_it_matters; a daily brief passes it over")]
        : [],
    ),
};

const planned: ReadonlySet<string> = new Set([
  "forecast",
  "condition",
  "recommendation",
  "background",
]);

export const toldWithHindsight: Rule = {
  name: "told-with-hindsight",
  level: "warning",
  says: "A claim tells nothing later than the day on which it became known.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) =>
      !planned.has(claim.kind) && namesLaterDate(`${claim.headline} ${claim.text}`, claim.knownFrom)
        ? [
            entry.problem(
              ["text"],
              `it names a date after ${edtfWords(claim.knownFrom.toString())}, when it became known; set known_from, or make it two claims`,
            ),
          ]
        : [],
    ),
};
