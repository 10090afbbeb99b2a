import { expect, test } from "vitest";
import { edtfPhrase, edtfWords } from "../../../src/core/dossier/dates.ts";

test.each([
  ["2023", "2023", "in 2023"],
  ["2023-09", "September 2023", "in September 2023"],
  ["2023-09-18", "18 September 2023", "on 18 September 2023"],
  ["2022-06~", "about June 2022", "about June 2022"],
  ["2022-06?", "possibly June 2022", "possibly June 2022"],
  ["1979-11/1981-01", "November 1979 – January 1981", "from November 1979 to January 1981"],
  ["2023-09-18/2023-09-20", "18–20 September 2023", "from 18 September 2023 to 20 September 2023"],
  ["2026-02-28/2026-04-08", "28 February – 8 April 2026", "from 28 February 2026 to 8 April 2026"],
  ["2023-03/2023-05", "March – May 2023", "from March 2023 to May 2023"],
  ["1979/2012", "1979–2012", "from 1979 to 2012"],
  ["2024-08/..", "since August 2024", "since August 2024"],
  ["../2015", "until 2015", "until 2015"],
  ["2021-05/2024-01-20", "May 2021 – 20 January 2024", "from May 2021 to 20 January 2024"],
])("%s reads %s", (edtf, words, phrase) => {
  expect([edtfWords(edtf), edtfPhrase(edtf)]).toEqual([words, phrase]);
});
