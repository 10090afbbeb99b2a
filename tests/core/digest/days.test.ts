/** One day with news and one without, as people read them. */
import { expect, test } from "vitest";
import { bodyText, composeEdition, type Dossier, type Edition } from "#core";
import { asOf } from "../../../src/core/dossier/as-of.ts";
import { canalDossier } from "../../fixtures/dossiers.ts";

function edition(day: string, base?: Edition): Edition {
  const date = Temporal.PlainDate.from(day);
  const { asOf: _, ...view } = asOf(canalDossier(), date);
  const dossier: Dossier = { ...view, until: date, version: day };
  return composeEdition({
    ...{ dossier, base, depth: "90s", filter: { topics: [], actors: [] } },
    slot: `${day} 08:00`,
    now: Temporal.Instant.from(`${day}T08:00:00Z`),
  });
}

test("a day with news", () => {
  const text = bodyText(edition("2024-07-01", edition("2024-06-30")).document);
  expect(text).toMatchInlineSnapshot(`
    "Brightwater calls the toll of Aldermoor unlawful.

    ▼ Deteriorated, assessed on 1 July 2024 · risk alert. Aldermoor's toll set the two towns against each other.

    Since Sunday 30 June 2024: 1 new, 1 updated.

    What is new
    -----------

    - On 1 July 2024 Brightwater said that the toll of Aldermoor breaks the canal charter.
      Why it matters: A charge that breaks the charter would have to be paid back.
      Disputed.
      Against it: Aldermoor calls its toll lawful under the charter.
      Sources: Brightwater Town Council (B2, 1 Jul 2024, party to the dispute, Brightwater)
    - Aldermoor calls its toll lawful under the charter. On 3 June 2024 Aldermoor said that the canal charter lets each town charge for its own lock.
      Why it matters: Both towns rest their case on the same charter.
      Disputed.
      Against it: Brightwater calls the toll of Aldermoor unlawful.
      Sources: Aldermoor Town Council (A2, 3 Jun 2024, party to the dispute, Aldermoor)

    From the file: Tolls
    --------------------

    - The council of Aldermoor votes for the toll in the open. On 3 April 2023 the council of Aldermoor voted for the toll in an open meeting.
      Why it matters: The vote answers the charge that the toll was made in secret.
      Sources: Aldermoor Town Council (A2, 3 Jun 2024, party to the dispute, Aldermoor)

    Disputed
    --------

    - Is the toll of Aldermoor lawful?
      Aldermoor: Aldermoor calls its toll lawful under the charter.
      Brightwater: Brightwater calls the toll of Aldermoor unlawful.

    What to watch
    -------------

    - 1 December 2024: The canal office publishes its yearly count of barges.

    - If the county calls the toll unlawful, expect Brightwater to ask for its money back."
  `);
});

test("a day without news", () => {
  const text = bodyText(edition("2024-07-03", edition("2024-07-02")).document);
  expect(text).toMatchInlineSnapshot(`
    "No change since 2 July. From the file: The council of Aldermoor votes for the toll in the open.

    ▼ Deteriorated, assessed on 1 July 2024 · risk alert.

    From the file: Tolls
    --------------------

    - The council of Aldermoor votes for the toll in the open. On 3 April 2023 the council of Aldermoor voted for the toll in an open meeting.
      Why it matters: The vote answers the charge that the toll was made in secret.
      Sources: Aldermoor Town Council (A2, 3 Jun 2024, party to the dispute, Aldermoor)

    Disputed
    --------

    - Is the toll of Aldermoor lawful?
      Aldermoor: Aldermoor calls its toll lawful under the charter.
      Brightwater: Brightwater calls the toll of Aldermoor unlawful.

    What to watch
    -------------

    - 1 December 2024: The canal office publishes its yearly count of barges.

    - If the county calls the toll unlawful, expect Brightwater to ask for its money back.

    Where things stand
    ------------------

    Aldermoor's toll set the two towns against each other."
  `);
});
