/** What a term means; or the terms there are. */
import { action } from "../command/line.ts";
import { claimSentence, derived, named, say } from "../document/sentence.ts";
import type { Action } from "../document/tree.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { TermRecord } from "../dossier/schema.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, item, label, list, section } from "./build.ts";
import { claimItem } from "./claim-words.ts";
import { byConsequence, currentClaims } from "./select.ts";

export function definition(dossier: Dossier, term: TermRecord): Briefing {
  const meaning = dossier.claims.get(`term-${term.id}`);
  const used = uses(dossier, term);
  return {
    title: say("label.name", { name: named("term", term.id, term.term) }),
    lead: meaning && claimSentence([meaning]),
    blocks: blocks(
      term.aliases.length > 0
        ? {
            type: "facts",
            rows: [
              {
                label: label("label.aliases"),
                value: [
                  say("label.name-of", {
                    name: derived(term.aliases.slice(0, 6).join(", "), { type: "record" }),
                  }),
                ],
              },
            ],
          }
        : undefined,
      section(
        label("label.used"),
        list(used.map((claim) => claimItem(dossier, claim, "headline"))),
      ),
      actions(waysOn(dossier, term)),
    ),
    carried: { terms: [term.id], topics: term.topics },
  };
}

/** Claims that speak of the term, the weightiest first. */
function uses(dossier: Dossier, { term, aliases }: TermRecord): readonly Claim[] {
  const names = [term, ...aliases]
    .filter((name) => name.length > 2)
    .map((name) => name.toLowerCase());
  return currentClaims(dossier)
    .filter(({ text }) => names.some((name) => text.toLowerCase().includes(name)))
    .toSorted(byConsequence(dossier))
    .slice(0, 2);
}

function waysOn(dossier: Dossier, term: TermRecord): readonly Action[] {
  const related = [...dossier.terms.values()].filter(
    ({ id, topics }) => id !== term.id && topics.some((topic) => term.topics.includes(topic)),
  );
  return [
    ...term.topics
      .slice(0, 2)
      .map((id) =>
        action(
          say("label.name", { name: named("topic", id, dossier.topics.get(id)?.title ?? id) }),
          `topic ${id}`,
        ),
      ),
    ...related.slice(0, 2).map((each) => termAction(each)),
    action(say("action.glossary"), "define"),
  ];
}

function termAction({ id, term }: TermRecord): Action {
  return action(say("label.name", { name: named("term", id, term) }), `define ${id}`);
}

export function glossary(dossier: Dossier): Briefing {
  const terms = [...dossier.terms.values()].toSorted((a, b) => a.term.localeCompare(b.term, "en"));
  return {
    title: say("title.glossary"),
    blocks: blocks(
      list(
        terms.flatMap((term) => {
          const meaning = dossier.claims.get(`term-${term.id}`);
          return meaning === undefined ? [] : [item([claimSentence([meaning])])];
        }),
      ),
      actions([
        ...terms.slice(0, 4).map((term) => termAction(term)),
        action(say("action.topics"), "topic"),
      ]),
    ),
  };
}
