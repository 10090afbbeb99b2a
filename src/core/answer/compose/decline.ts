/** Refusals: what is missing, by name; what the record is about; what it can answer instead. */
import { serviceDocument } from "../../document/document.ts";
import { asked, derived, named, say } from "../../document/sentence.ts";
import type { Document, ServiceSentence } from "../../document/tree.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import type { Language } from "../understand/language.ts";
import type { Manner } from "../understand/manner.ts";
import { nearestQuestions } from "./suggest.ts";

export function declineDocument(
  reason: ServiceSentence,
  dossier: Dossier,
  near: readonly Claim[],
  language: Language = "en",
): Document {
  const said = language === "en" ? reason : say(`decline.${language}`);
  return serviceDocument({
    title: say("answer.refusal-title"),
    lead: said,
    blocks: [
      ...(language === "en" || language === "other"
        ? [{ type: "paragraph" as const, sentences: [topicsOf(dossier)] }]
        : []),
      { type: "actions", actions: nearestQuestions(near, dossier) },
    ],
  });
}

/** Greetings, help, and requests that no record answers. */
export function mannerDocument(manner: Manner, dossier: Dossier, language: Language): Document {
  switch (manner) {
    case "greeting":
    case "thanks":
    case "help":
    case "identity":
    case "chatter":
      return serviceDocument({
        title: say("answer.talk-title"),
        lead:
          manner === "chatter"
            ? say("talk.chatter")
            : language === "en" || language === "other"
              ? say(`talk.${manner}`)
              : say(`talk.${manner}.${language}`),
        blocks: [
          {
            type: "paragraph",
            sentences: [
              say("decline.scope", {
                question: named("dossier", dossier.id, dossier.header.question),
              }),
              topicsOf(dossier),
            ],
          },
          { type: "actions", actions: nearestQuestions([], dossier) },
        ],
      });
    case "empty":
    case "noise":
    case "override":
    case "task":
    case "private":
    case "market":
    case "advice":
    case "opinion":
    case "elsewhere":
      return declineDocument(say(`decline.${manner}`), dossier, [], language);
    default:
      throw new RangeError(`unknown manner ${String(manner satisfies never)}`);
  }
}

function topicsOf(dossier: Dossier): ServiceSentence {
  const titles = [...dossier.topics.values()].map(({ title }) => title);
  return say("decline.topics", { topics: derived(titles.join("; "), { type: "record" }) });
}

/** Nothing on record has this name or word. */
export function unknownWord(word: string): ServiceSentence {
  return say("decline.unknown", { asked: asked(word) });
}
