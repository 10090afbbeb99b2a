/** What to ask next, as buttons: only what the record answers. */
import { named, say } from "../../document/sentence.ts";
import type { Action } from "../../document/tree.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";

/** Follow-ups that this claim can answer, then what there is on its topic. */
export function nextQuestions(claims: readonly Claim[], dossier: Dossier): readonly Action[] {
  const [lead] = claims;
  if (!lead) return [];
  const [topic] = lead.topics;
  return [
    ...(lead.causes.length > 0 ? [ask(say("ask.why"), "why did that happen")] : []),
    ...(lead.kind === "event" && (dossier.links.effects.get(lead.id)?.length ?? 0) > 0
      ? [ask(say("ask.after"), "what happened after that")]
      : []),
    ...(topic === undefined ? [] : topicQuestions([topic], dossier)),
  ].slice(0, 3);
}

/** Questions on whole topics and actors near to what was asked. */
export function nearestQuestions(near: readonly Claim[], dossier: Dossier): readonly Action[] {
  const topics = [...new Set(near.flatMap((claim) => claim.topics))];
  const wanted = topics.length > 0 ? topics : [...dossier.topics.keys()];
  return topicQuestions(wanted.slice(0, 3), dossier);
}

function topicQuestions(ids: readonly string[], dossier: Dossier): readonly Action[] {
  return ids.flatMap((id) => {
    const topic = dossier.topics.get(id);
    if (!topic) return [];
    const name = named("topic", id, topic.title);
    return [ask(say("ask.latest", { topic: name }), `what is the latest on ${topic.title}`)];
  });
}

function ask(label: Action["label"], question: string): Action {
  return { type: "action", label, line: `ask ${question}` };
}
