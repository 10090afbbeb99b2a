/** What stands below an answer: its evidence, and what readers think of it. */
import { type Document, type Footnote, listedOf, plainText, type Reply, say } from "#core";
import { actions, button, type SlackBlock } from "./blocks.ts";
import { plain } from "./escape.ts";
import { kit } from "./limits.ts";

/** Ids of what people press. Buttons of an answer itself are `run.1`, `run.2`… */
export const pressed = {
  run: /^run\.\d+$/,
  evidence: "evidence",
  feedback: /^feedback(\.\d+)?$/,
} as const;

/** What an evidence button carries: where the footnotes are kept, and the line that makes them again. */
export interface EvidenceValue {
  readonly id: string;
  readonly line?: string;
}
export interface FeedbackValue {
  readonly verdict: "useful" | "not-useful";
  readonly line: string;
  readonly citations: readonly string[];
}

const word = (key: "surface.evidence" | "surface.useful" | "surface.useless") =>
  plain(plainText(say(key)));

/** Below an answer; nothing below help and errors. */
export function belowReply(reply: Reply): readonly SlackBlock[] {
  if (!reply.answered) return [];
  const evidence = evidenceButton({ id: reply.id, line: reply.line }, reply.document.sources);
  return [...actions(evidence), feedback(reply.line, reply.citations)];
}

/** Below a page of a digest. */
export function belowPage(
  key: string,
  { sources, title }: Pick<Document, "sources" | "title">,
): readonly SlackBlock[] {
  if (sources.length === 0) return [];
  const citations = sources.map(({ claim }) => claim);
  return [...actions(evidenceButton({ id: key }, sources)), feedback(plainText(title), citations)];
}

function evidenceButton(value: EvidenceValue, sources: readonly Footnote[]) {
  if (listedOf(sources).length === 0) return [];
  const whole = JSON.stringify(value);
  const text = fits(whole) ? whole : JSON.stringify({ id: value.id });
  return [button(word("surface.evidence"), "evidence", text)];
}

/** https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
function feedback(line: string, citations: readonly string[]): SlackBlock {
  const choice = (verdict: FeedbackValue["verdict"], label: string) => ({
    text: { type: "plain_text" as const, text: label },
    value: feedbackText({ verdict, line, citations }),
    accessibility_label: label,
  });
  return {
    type: "context_actions",
    elements: [
      {
        type: "feedback_buttons",
        action_id: "feedback",
        positive_button: choice("useful", word("surface.useful")),
        negative_button: choice("not-useful", word("surface.useless")),
      },
    ],
  };
}

/** As many citations as fit: curators need the question more. */
function feedbackText(value: FeedbackValue): string {
  const text = JSON.stringify(value);
  if (fits(text)) return text;
  if (value.citations.length > 0) {
    return feedbackText({ ...value, citations: value.citations.slice(0, -5) });
  }
  return JSON.stringify({ ...value, line: [...value.line].slice(0, 300).join("") });
}

function fits(text: string): boolean {
  return text.length <= kit.buttonValue;
}

/** Feedback as plain buttons, for workspaces that refuse the newer element. */
export function bareElements(block: SlackBlock): SlackBlock {
  if (block.type !== "context_actions" || !("elements" in block)) return block;
  const elements = block.elements as readonly FeedbackElement[];
  return {
    type: "actions",
    elements: elements.flatMap(({ action_id, positive_button, negative_button }) =>
      [positive_button, negative_button].map(({ text, value }, index) => ({
        type: "button" as const,
        text,
        value,
        action_id: `${action_id}.${index}`,
      })),
    ),
  } as SlackBlock;
}
interface FeedbackElement {
  readonly action_id: string;
  readonly positive_button: FeedbackButton;
  readonly negative_button: FeedbackButton;
}
interface FeedbackButton {
  readonly text: { readonly type: "plain_text"; readonly text: string };
  readonly value: string;
}
