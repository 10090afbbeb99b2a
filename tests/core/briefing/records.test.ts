import { expect, it } from "vitest";
import { toText } from "#core";
import { createTestBot } from "../../fakes/bot.ts";

const { slash } = createTestBot({ flood: "none" });

/** As a terminal shows it, without the line on length and the list of sources. */
const shown = async (line: string) =>
  toText((await slash(line)).document)
    .replace(/^\d.*to read\n/m, "")
    .split("\n\nSources\n")[0];

it("says what was due, what to look for and what came of earlier dates", async () => {
  expect(await shown("watch depth:full")).toMatchInlineSnapshot(`
    "What to watch
    =============
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    Past their day, outcome not on record
    -------------------------------------

    - Was due 12 May 2025: The county is due to hear both towns by the middle of 2025, as the canal office expects.[1]

    The record ends before these days, on 31 March 2025.

    What to look for
    ----------------

    - If the county calls the toll unlawful, expect Brightwater to ask for its money back.[2]

    What came of earlier dates
    --------------------------

    - 1 December 2024: The canal office publishes its yearly count of barges.[3]
      What came of it: The Fenwick Canal Office counted 310 barges in 2024, after 520 in 2023.[4]

    You can also type:
      now  (Where things stand)
      changes  (What changed)
      export agenda  (Take it along)"
  `);
});
it("says what became known, and what was rejected and why", async () => {
  expect(await shown("changes since 2024")).toMatchInlineSnapshot(`
    "What changed since 1 January 2024
    =================================
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    Became known: 7.

    Entered the record, known before: 1. Rejected: 1.

    Became known
    ------------

    - The canal carries mostly grain. (2023)[1]
    - The canal office counts fewer barges in 2024. (2024)[2]
      Why it matters: Fewer barges mean less income from the toll than Aldermoor had planned.[2]
    - The canal office expects a ruling in 2025. (2025)[3]
      Why it matters: A ruling would bind both towns.[3]
      Likelihood: likely (55–80 %).[3]
    - Brightwater calls the toll of Aldermoor unlawful. (1 July 2024)[4]
      Why it matters: A charge that breaks the charter would have to be paid back.[4]
      Disputed.[4]
      Against it: Aldermoor calls its toll lawful under the charter.[5]
    - Aldermoor calls its toll lawful under the charter. (3 June 2024)[5]
      Why it matters: Both towns rest their case on the same charter.[5]
      Disputed.[5]
      Against it: Brightwater calls the toll of Aldermoor unlawful.[4]
    - The council of Aldermoor votes for the toll in the open. (3 April 2023)[6]
      Why it matters: The vote answers the charge that the toll was made in secret.[6]

    Shown here: 6 of 7.

    Rejected
    --------

    - Rejected: The Tavern Sheet says the toll was decided in secret.[7]
      The minutes of the council record an open vote on 3 April 2023.[7]
      Now: The council of Aldermoor votes for the toll in the open.[6]

    You can also type:
      changes since:2024-01-01 depth:full  (Say more)
      now  (Where things stand)
      watch  (What to watch)
      disputes  (What is disputed)"
  `);
});
it("says what a term means", async () => {
  expect(await shown("define canal charter")).toMatchInlineSnapshot(`
    "Canal charter
    =============
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    Canal charter: the paper of 1901 that names the rights of the towns along the Fenwick Canal.[1]

    Also called: the charter

    You can also type:
      topic tolls privately:yes  (Tolls)
      define  (Glossary)
      define canal-charter publicly:yes  (Share here)"
  `);
});
it("lists sources with their ratings and says what the letters mean", async () => {
  expect(await shown("sources traffic")).toMatchInlineSnapshot(`
    "Sources and their ratings: Traffic on the canal
    ===============================================
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    3 sources carry something here. Page 1 of 1.

    - Fenwick Canal Office: Yearly count of barges · A (completely reliable) · carries 3 claims
    - County Courier: Barges to pay at Aldermoor · B (usually reliable) · carries 1 claim
    - Fenwick Gazette: Grain goes by river · B (usually reliable) · carries 1 claim

    Letters: how reliable the source is
    -----------------------------------

    - A: completely reliable
    - B: usually reliable
    - C: fairly reliable
    - D: not usually reliable
    - E: unreliable
    - F: reliability cannot be judged

    Numbers: how credible the information is
    ----------------------------------------

    - 1: confirmed by other sources
    - 2: probably true
    - 3: possibly true
    - 4: doubtful
    - 5: improbable
    - 6: truth cannot be judged

    - Source and information are rated apart from each other and written together, letter first.

    You can also type:
      now privately:yes  (Where things stand)
      sources traffic publicly:yes  (Share here)"
  `);
});
it("checks an assertion against what the record rejects", async () => {
  expect(await shown("check The council voted in secret")).toMatchInlineSnapshot(`
    "Checked against the record
    ==========================
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    Contradicted: the record says otherwise.

    You asked about: “The council voted in secret”

    Evidence
    --------

    - The Tavern Sheet says the toll was decided in secret. The Tavern Sheet wrote in May 2023 that the council of Aldermoor never voted on the toll.[1]
      Rejected: the record shows this to be wrong. The minutes of the council record an open vote on 3 April 2023.[1]
      The record says: The council of Aldermoor votes for the toll in the open. On 3 April 2023 the council of Aldermoor voted for the toll in an open meeting.[2]
    - The council of Aldermoor votes for the toll in the open. On 3 April 2023 the council of Aldermoor voted for the toll in an open meeting.[2]
      Why it matters: The vote answers the charge that the toll was made in secret.[2]

    You can also type:
      topic tolls privately:yes  (Tolls)
      timeline tolls privately:yes  (Timeline)
      ask "The Tavern Sheet says the toll was decided in secret" privately:yes  (More on this)
      now privately:yes  (Where things stand)
      check The council voted in secret publicly:yes  (Share here)"
  `);
});
