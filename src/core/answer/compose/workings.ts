/** How an answer came about: what was understood, and the claims looked at with their scores. For curators. */
import { createDocument } from "../../document/document.ts";
import { claimSentence, derived, named, say } from "../../document/sentence.ts";
import type { Document, ServiceSentence } from "../../document/tree.ts";
import { edtfWords } from "../../dossier/dates.ts";
import type { Claim } from "../../dossier/dossier.ts";
import type { AnswerRequest } from "../answer.ts";
import { type Reading, readRequest } from "../reading.ts";
import type { Ranked } from "../retrieve/rank.ts";
import { bands } from "../retrieve/weights.ts";

/** Claims shown. */
const most = 8;

export function workings(request: AnswerRequest): Document {
  const reading = readRequest(request);
  return createDocument(
    {
      title: say("workings.title"),
      blocks: [
        { type: "facts", rows: understood(reading) },
        {
          type: "list",
          ordered: true,
          items: reading.ranked.slice(0, most).map((each) => ({
            type: "listItem",
            sentences: [claimSentence([each.claim], `${each.claim.headline}.`)],
            details: [scores(each), ...places(each.claim, reading)],
          })),
        },
      ],
    },
    request.dossier,
  );
}

function understood({ follow, question, terms, interval, confidence, turns }: Reading) {
  const row = (label: ServiceSentence, value: string) => ({
    label,
    value: [say("label.name", { name: derived(value, { type: "layout" }) })],
  });
  const said = (carried: boolean) =>
    terms
      .filter((term) => term.carried === carried)
      .map(({ key, weight, idf, unknown }) => `${key} ${unknown ? "?" : (weight * idf).toFixed(1)}`)
      .join(" · ");
  const band =
    question.manner ??
    (confidence >= bands.answer ? "answer" : confidence >= bands.near ? "near" : "none");
  return [
    row(
      say("workings.intent"),
      turns.length > 0 ? `${follow.intent} (${follow.type})` : follow.intent,
    ),
    row(say("workings.terms"), said(false) || "–"),
    ...(said(true) === "" ? [] : [row(say("workings.carried"), said(true))]),
    ...(interval
      ? [row(say("workings.time"), `${interval.from ?? ".."} – ${interval.until ?? ".."}`)]
      : []),
    row(say("workings.band"), `${band} (${confidence.toFixed(2)})`),
  ];
}

function scores({ score, coverage, parts }: Ranked): ServiceSentence {
  const features = Object.entries(parts)
    .filter(([, part]) => part !== 0)
    .map(([name, part]) => `${name} ${part.toFixed(2)}`)
    .join(" · ");
  return say("workings.score", {
    score: derived(score.toFixed(2), { type: "layout" }),
    share: derived(Math.round(coverage * 100), { type: "layout" }),
    features: derived(features, { type: "layout" }),
  });
}

/** Source, date, rating and place in it. */
function places(claim: Claim, { dossier }: Reading): readonly ServiceSentence[] {
  return claim.citations.slice(0, 2).flatMap(({ source, locator }) => {
    const record = dossier.sources.get(source);
    if (!record) return [];
    const published = record.published === undefined ? "" : `, ${edtfWords(record.published)}`;
    return [
      say("workings.place", {
        source: named("source", source, record.publisher),
        place: derived(`${locator}${published}, ${record.reliability}${claim.credibility}`, {
          type: "claims",
          claims: [claim.id],
        }),
      }),
    ];
  });
}
