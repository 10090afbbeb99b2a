import { expect, it } from "vitest";
import { toText } from "#core";
import { createTestBot } from "../../fakes/bot.ts";

const { slash } = createTestBot({ flood: "none" });

/** As a terminal shows it, without the line on length and the list of sources. */
const shown = async (line: string) =>
  toText((await slash(line)).document)
    .replace(/^\d.*to read\n/m, "")
    .split("\n\nSources\n")[0];

it("tells where things stand: bottom line, key points, dispute, what to watch", async () => {
  expect(await shown("now")).toMatchInlineSnapshot(`
    "The Fenwick Canal tolls: where things stand
    ===========================================
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    Aldermoor's toll set the two towns against each other.[1][2]

    ▼ Deteriorated, assessed on 1 July 2024 · risk alert.[1][2]

    Key points
    ----------

    1. Aldermoor starts to charge barges and Brightwater protests. (12 April 2023)[1]
       Why it matters: The charge ended a century of free passage on the canal.[1]
    2. The council of Aldermoor votes for the toll in the open. (3 April 2023)[3]
       Why it matters: The vote answers the charge that the toll was made in secret.[3]
    3. The canal office expects a ruling in 2025. (2025)[4]
       Why it matters: A ruling would bind both towns.[4]
       Likelihood: likely (55–80 %).[4]

    Disputed
    --------

    - Is the toll of Aldermoor lawful?[2][5]
      Aldermoor: Aldermoor calls its toll lawful under the charter.[5]
      Brightwater: Brightwater calls the toll of Aldermoor unlawful.[2]

    What to watch
    -------------

    - Was due 12 May 2025: The county is due to hear both towns by the middle of 2025, as the canal office expects.[4]

    The record ends before these days, on 31 March 2025.

    - If the county calls the toll unlawful, expect Brightwater to ask for its money back.[2]

    You can also type:
      now depth:full  (Say more)
      watch  (What to watch)
      disputes  (What is disputed)
      topic tolls  (Tolls)
      changes  (What changed)"
  `);
});
it("knows on an earlier day only what could be known, and keeps its buttons there", async () => {
  expect(await shown("now depth:headline as-of:2024-02-01")).toMatchInlineSnapshot(`
    "The Fenwick Canal tolls: where things stand
    ===========================================
    As known on 1 Feb 2024 · whole record to 31 Mar 2025

    Aldermoor starts to charge barges and Brightwater protests.[1]

    Key points
    ----------

    1. Aldermoor starts to charge barges and Brightwater protests. (12 April 2023)[1]

    What to watch
    -------------

    - 1 December 2024: The canal office publishes its yearly count of barges.[1]

    You can also type:
      now depth:full as-of:2024-02-01  (Say more)
      watch as-of:2024-02-01  (What to watch)
      disputes as-of:2024-02-01  (What is disputed)
      topic tolls as-of:2024-02-01  (Tolls)
      changes as-of:2024-02-01  (What changed)"
  `);
});
it("sums up a topic with its figures and the value before", async () => {
  expect(await shown("topic traffic")).toMatchInlineSnapshot(`
    "Traffic on the canal
    ====================
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    The canal office counted fewer barges in 2024 than in the year before.[1]

    Key claims
    ----------

    - The canal office counts fewer barges in 2024. (2024)[1]
      Why it matters: Fewer barges mean less income from the toll than Aldermoor had planned.[1]

    Figures
    -------

    Barges a year

    2023  ████████████████████████████████████  520 items
    2024  █████████████████████▌                310 items

    The Fenwick Canal Office counted 310 barges in 2024.[2] Before that: The Fenwick Canal Office counted 520 barges in 2023.[3]

    You can also type:
      topic traffic depth:full  (Say more)
      timeline traffic  (Timeline)
      watch traffic  (What to watch)"
  `);
});
it("tells what happened in order, with both sides of what is disputed", async () => {
  expect(await shown("timeline depth:full")).toMatchInlineSnapshot(`
    "Timeline: The Fenwick Canal tolls
    =================================
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    4 entries, 3 April 2023 to 1 July 2024.

    The quarrel over tolls
    ----------------------

    - 3 April 2023: The council of Aldermoor votes for the toll in the open.[1] On 3 April 2023 the council of Aldermoor voted for the toll in an open meeting.[1] Why it matters: The vote answers the charge that the toll was made in secret.[1]
    - 12 April 2023: Aldermoor starts to charge barges and Brightwater protests.[2] On 12 April 2023 Aldermoor under its mayor Edda Quill began to charge each barge 40 crowns at its lock.[2] Why it matters: The charge ended a century of free passage on the canal.[2]
    - 3 June 2024: Aldermoor calls its toll lawful under the charter.[3] On 3 June 2024 Aldermoor said that the canal charter lets each town charge for its own lock.[3] Why it matters: Both towns rest their case on the same charter.[3] Disputed.[3] Against it: Brightwater calls the toll of Aldermoor unlawful. On 1 July 2024 Brightwater said that the toll of Aldermoor breaks the canal charter.[4]
    - 1 July 2024: Brightwater calls the toll of Aldermoor unlawful.[4] On 1 July 2024 Brightwater said that the toll of Aldermoor breaks the canal charter.[4] Why it matters: A charge that breaks the charter would have to be paid back.[4] Disputed.[4] Against it: Aldermoor calls its toll lawful under the charter. On 3 June 2024 Aldermoor said that the canal charter lets each town charge for its own lock.[3]

    You can also type:
      topic tolls  (Tolls)
      watch  (What to watch)
      export timeline  (Take it along)"
  `);
});
it("tells who somebody is, by office and part in events", async () => {
  expect(await shown("who edda quill")).toMatchInlineSnapshot(`
    "Edda Quill
    ==========
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    Edda Quill has been mayor of Aldermoor since May 2021.[1]

    Also called: Ēdda Kwill

    Part in events
    --------------

    - Aldermoor starts to charge barges and Brightwater protests. (12 April 2023)[2]
      Why it matters: The charge ended a century of free passage on the canal.[2]

    You can also type:
      who edda-quill depth:full  (Say more)
      timeline actor:edda-quill  (Timeline)
      topic tolls  (Tolls)"
  `);
});
it("puts two sides beside each other, and where they disagree", async () => {
  expect(await shown("compare aldermoor, brightwater on tolls")).toMatchInlineSnapshot(`
    "Side by side on Tolls: Aldermoor · Brightwater
    ==============================================
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    Aldermoor
    ---------

    - Aldermoor calls its toll lawful under the charter. (3 June 2024)[1]
      Why it matters: Both towns rest their case on the same charter.[1]
      Disputed.[1]
      Against it: Brightwater calls the toll of Aldermoor unlawful.[2]
    - Aldermoor starts to charge barges and Brightwater protests. (12 April 2023)[3]
      Why it matters: The charge ended a century of free passage on the canal.[3]
    - The council of Aldermoor votes for the toll in the open. (3 April 2023)[4]
      Why it matters: The vote answers the charge that the toll was made in secret.[4]

    Brightwater
    -----------

    - Brightwater calls the toll of Aldermoor unlawful. (1 July 2024)[2]
      Why it matters: A charge that breaks the charter would have to be paid back.[2]
      Disputed.[2]
      Against it: Aldermoor calls its toll lawful under the charter.[1]

    Where they disagree
    -------------------

    - Is the toll of Aldermoor lawful?[1][2]
      Aldermoor: Aldermoor calls its toll lawful under the charter.[1]
      Brightwater: Brightwater calls the toll of Aldermoor unlawful.[2]

    You can also type:
      compare aldermoor, brightwater on tolls depth:full  (Say more)
      disputes is-the-toll-lawful  (The dispute)
      who aldermoor  (Aldermoor)
      who brightwater  (Brightwater)"
  `);
});
it("shows a dispute: who says what, how well it stands, what would settle it", async () => {
  expect(await shown("disputes is-the-toll-lawful")).toMatchInlineSnapshot(`
    "Disputed
    ========
    Caution: the record ends on 31 Mar 2025, 601 days before 22 Nov 2026. Nothing later is in it.

    Is the toll of Aldermoor lawful?[1][2]

    - Aldermoor: Aldermoor calls its toll lawful under the charter.[1]
      On 3 June 2024 Aldermoor said that the canal charter lets each town charge for its own lock.[1]
      Best evidence: one source, credibility 2 (probably true).[1]
    - Brightwater: Brightwater calls the toll of Aldermoor unlawful.[2]
      On 1 July 2024 Brightwater said that the toll of Aldermoor breaks the canal charter.[2]
      Best evidence: one source, credibility 2 (probably true).[2]

    What would settle it
    --------------------

    A ruling on the canal charter would settle it.[1][2]

    The newest word on it is of 1 July 2024.

    You can also type:
      disputes is-the-toll-lawful depth:full  (Say more)
      compare aldermoor, brightwater  (Compare the sides)
      topic tolls  (Tolls)
      disputes  (What is disputed)"
  `);
});
