import { expect, test } from "vitest";
import {
  claimSentence,
  createDocument,
  named,
  notification,
  plainText,
  ratingInWords,
  say,
  serviceDocument,
  stampOf,
  stampSentence,
} from "#core";
import { claim, dossierOf } from "../../fakes/dossier.ts";

const name = (value: string) => say("label.name", { name: named("topic", "t", value) });
const at = (instant: string) => Temporal.Instant.from(instant);

test("sources are numbered in order of first citation, whatever cites them", () => {
  const [a, b, c] = [claim("a"), claim("b", { status: "disputed", credibility: 3 }), claim("c")];
  const document = createDocument(
    {
      title: name("Talks"),
      lead: claimSentence([b]),
      blocks: [
        { type: "heading", depth: 2, sentence: claimSentence([a], "A") },
        { type: "paragraph", sentences: [claimSentence([b, a], "Both.")] },
        {
          type: "actions",
          actions: [{ type: "action", label: claimSentence([c], "C"), line: "ask c" }],
        },
      ],
    },
    dossierOf([a, b, c]),
  );
  expect(document.sources).toEqual([
    {
      number: 1,
      claim: "b",
      status: "disputed",
      headline: "Headline of b",
      text: "Text of b.",
      sources: [
        {
          source: "press",
          publisher: "Daily Record",
          title: "Five prisoners fly home",
          locator: "para 1",
          url: "https://record.example/a_b(1)",
          published: "2023-09-19",
          rating: "B3",
        },
      ],
    },
    expect.objectContaining({ number: 2, claim: "a" }),
  ]);
});

test("what the dossier lacks cannot be cited", () => {
  const stranger = claimSentence([claim("stranger")]);
  const lost = claim("lost", { citations: [{ source: "nowhere", locator: "para 1" }] });
  const parts = { title: name("Talks"), blocks: [] };
  expect(() => createDocument({ ...parts, lead: stranger }, dossierOf([]))).toThrow(
    '"stranger" is cited and is not in the dossier toy',
  );
  expect(() =>
    createDocument({ ...parts, lead: claimSentence([lost]) }, dossierOf([lost])),
  ).toThrow('"lost" cites the source "nowhere", which is not on record');
  expect(() => serviceDocument({ ...parts, lead: stranger })).toThrow(
    'a service document cites "stranger"',
  );
});

test.each([
  ["2026-06-17T23:00:00Z", undefined, "As of 17 Jun 2026 · record to 17 Jun 2026"],
  ["2026-06-18T01:00:00Z", undefined, "As of 18 Jun 2026 · record to 17 Jun 2026, 1 day earlier"],
  ["2026-07-17T01:00:00Z", undefined, "As of 17 Jul 2026 · record to 17 Jun 2026, 30 days earlier"],
  [
    "2026-07-18T01:00:00Z",
    undefined,
    "Caution: the record ends on 17 Jun 2026, 31 days before 18 Jul 2026. Nothing later is in it.",
  ],
  ["2026-11-22T01:00:00Z", "2023-10-01", "As known on 1 Oct 2023 · whole record to 17 Jun 2026"],
])("the stamp at %s, as of %s", (now, asOf, text) => {
  const dossier = dossierOf([], asOf === undefined ? {} : { asOf: Temporal.PlainDate.from(asOf) });
  expect(plainText(stampSentence(stampOf(dossier, at(now))))).toBe(text);
});

test("the notification is the bottom line and the end of the record", () => {
  const short = claim("short", { text: "Talks resumed." });
  const long = claim("long", { text: `${"Talks ".repeat(30)}resumed.`, headline: "Talks resume" });
  const dossier = dossierOf([short, long]);
  const stamp = stampOf(dossier, at("2026-11-22T01:00:00Z"));
  const of = (lead: typeof short) =>
    notification(
      createDocument(
        { title: name("Title"), lead: claimSentence([lead]), blocks: [], stamp },
        dossier,
      ),
    );
  expect(of(short)).toBe("Talks resumed. (record to 17 Jun 2026)");
  expect(of(long)).toBe(`Talks resume. ${"Talks ".repeat(30)}resumed. (record to 17 Jun 2026)`);
  expect(notification(serviceDocument({ title: name("Help"), blocks: [] }))).toBe("Help");
});

test("the length counts what is read, and is derived from the layout", () => {
  const document = (words: number) =>
    createDocument(
      {
        title: name("One"),
        blocks: [
          {
            type: "paragraph",
            sentences: [name(Array.from({ length: words - 1 }, () => "word").join(" "))],
          },
          {
            type: "actions",
            actions: [{ type: "action", label: name("Not counted"), line: "now" }],
          },
        ],
        length: true,
      },
      dossierOf([]),
    );
  expect(document(119).layout?.map(plainText)).toEqual(["119 words · 30 seconds to read"]);
  expect(document(180).layout?.map(plainText)).toEqual(["180 words · 50 seconds to read"]);
  expect(document(2).layout?.map(plainText)).toEqual(["2 words · 10 seconds to read"]);
});

test("a rating in words", () => {
  expect(ratingInWords("B2")).toEqual({
    reliability: "usually reliable",
    credibility: "probably true",
  });
  expect(() => ratingInWords("G7")).toThrow('"G7" is no rating like B2');
});
