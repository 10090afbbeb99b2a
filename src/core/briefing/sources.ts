/** What the record stands on: publishers, titles, ratings, and what the letters and numbers mean. */
import { action } from "../command/line.ts";
import { derived, named, say } from "../document/sentence.ts";
import type { Inline, ListItem, Sentence } from "../document/tree.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { credibilityScale, type Reliability, reliabilityScale } from "../dossier/scales.ts";
import type { SourceRecord } from "../dossier/schema.ts";
import { UserError } from "../errors.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, item, label, list, section } from "./build.ts";

const usualLength = 12;

export function sourcesBriefing(
  dossier: Dossier,
  topic: string | undefined,
  page: number,
  pageLength = usualLength,
): Briefing {
  const sources = sourcesOf(dossier, topic);
  const pages = Math.max(1, Math.ceil(sources.length / pageLength));
  if (page > pages) {
    throw new UserError([
      say("problem.no-page", {
        page: derived(page, { type: "layout" }),
        last: derived(pages, { type: "layout" }),
      }),
    ]);
  }
  const shown = sources.slice((page - 1) * pageLength, page * pageLength);
  const name = topic === undefined ? undefined : dossier.topics.get(topic);
  const line = topic === undefined ? "sources" : `sources ${topic}`;
  return {
    title: name
      ? say("title.sources-on", { name: named("topic", name.id, name.title) })
      : say("title.sources"),
    lead: say("sources.count", {
      count: derived(sources.length, { type: "record" }),
      page: derived(page, { type: "layout" }),
      pages: derived(pages, { type: "layout" }),
    }),
    blocks: blocks(
      list(shown.map(({ source, claims }) => sourceItem(dossier, source, claims))),
      page === 1 ? legend() : undefined,
      actions([
        ...(page < pages
          ? [action(say("action.next-page"), `${line} page:${page + 1}`, "primary")]
          : []),
        ...(page > 1 ? [action(say("action.previous-page"), `${line} page:${page - 1}`)] : []),
        action(say("action.now"), "now"),
      ]),
    ),
  };
}

/** Those that carry something, the most used first. */
function sourcesOf(
  dossier: Dossier,
  topic: string | undefined,
): readonly { readonly source: SourceRecord; readonly claims: number }[] {
  const counts = new Map<string, number>();
  for (const claim of dossier.claims.values()) {
    if (topic !== undefined && !claim.topics.includes(topic)) continue;
    for (const id of cited(claim)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .flatMap(([id, claims]) => {
      const source = dossier.sources.get(id);
      return source === undefined ? [] : [{ source, claims }];
    })
    .toSorted((a, b) => b.claims - a.claims || (a.source.id < b.source.id ? -1 : 1));
}

function cited({ citations }: Claim): ReadonlySet<string> {
  return new Set(citations.map(({ source }) => source));
}

function sourceItem(dossier: Dossier, source: SourceRecord, claims: number): ListItem {
  const title = named("source", source.id, `${source.publisher}: ${source.title}`);
  const linked: Inline & { type: "record" | "link" } =
    source.url === undefined ? title : { type: "link", url: source.url, children: [title] };
  return item(
    [
      say(claims === 1 ? "sources.one" : "sources.many", {
        source: linked,
        count: derived(claims, { type: "record" }),
        rating: derived(`${source.reliability} (${reliabilityScale[source.reliability]})`, {
          type: "record",
        }),
      }),
    ],
    party(dossier, source),
  );
}

function party(dossier: Dossier, { party: of }: SourceRecord): readonly Sentence[] {
  if (of === undefined) return [];
  const name = dossier.actors.get(of.of)?.name ?? of.of;
  return [
    say("sources.party", {
      as: derived(of.as, { type: "record" }),
      name: named("actor", of.of, name),
    }),
  ];
}

/** The published scales in full. */
function legend() {
  const letters = Object.entries(reliabilityScale).map(([letter, meaning]) =>
    item([scaleLine(letter, meaning)]),
  );
  const numbers = Object.entries(credibilityScale).map(([number, meaning]) =>
    item([scaleLine(number, meaning)]),
  );
  return [
    ...section(label("label.letters"), list(letters)),
    ...section(label("label.numbers"), list(numbers)),
    ...list([item([say("sources.together")])]),
  ];
}

function scaleLine(mark: string, meaning: string): Sentence {
  return say("sources.scale", {
    mark: derived(mark, { type: "record" }),
    meaning: derived(meaning, { type: "record" }),
  });
}

/** "B2: usually reliable, probably true" */
export function ratingWords(reliability: Reliability, credibility: Claim["credibility"]): string {
  return `${reliability}${credibility} (source ${reliabilityScale[reliability]}, information ${credibilityScale[credibility]})`;
}
