/** What goes back to the person: an answer, a mistake to mend, a pause, or a calm word on a defect. */
import type { Origin, Reply } from "./bot.ts";
import type { Draft } from "./command/command.ts";
import { code } from "./command/line.ts";
import { serviceDocument } from "./document/document.ts";
import { derived, say } from "./document/sentence.ts";
import type { Action, Block, Document, ServiceSentence } from "./document/tree.ts";
import type { UserError } from "./errors.ts";
import { visibilityOfError } from "./visibility.ts";

export interface Asked {
  /** Key of the call or message. */
  readonly key: string;
  readonly origin: Origin;
  readonly line: string;
}

export function answerReply(
  { key, line }: Asked,
  draft: Draft,
  document: Document,
  visibility: Reply["visibility"],
): Reply {
  return {
    id: `reply:${key}`,
    document,
    visibility,
    answered: draft.answered,
    citations: document.sources.map(({ claim }) => claim),
    files: draft.files ?? [],
    line,
  };
}

export function errorReply(asked: Asked, { sentences, actions }: UserError): Reply {
  return service(asked, say("title.problem"), sentences, actions);
}

export function repeatedReply(asked: Asked): Reply {
  return service(asked, say("title.problem"), [say("problem.repeated")]);
}

export function pauseReply(asked: Asked, wait: Temporal.Duration): Reply {
  const seconds = Math.max(1, Math.ceil(wait.total("seconds")));
  const words = seconds === 1 ? "1 second" : `${seconds} seconds`;
  return service(asked, say("title.pause"), [
    say("problem.too-fast"),
    say("problem.wait", { wait: derived(words, { type: "clock" }) }),
  ]);
}

export function defectReply(asked: Asked, reference: string): Reply {
  return service(asked, say("title.defect"), [
    say("problem.defect"),
    say("problem.reference", { reference: code(reference) }),
  ]);
}

function service(
  { key, origin, line }: Asked,
  title: ServiceSentence,
  sentences: readonly ServiceSentence[],
  actions: readonly Action[] = [],
): Reply {
  const [lead, ...rest] = sentences;
  const blocks: readonly Block[] = [
    ...(rest.length > 0 ? [{ type: "paragraph", sentences: rest } as const] : []),
    ...(actions.length > 0 ? [{ type: "actions", actions } as const] : []),
  ];
  return {
    id: `reply:${key}`,
    document: serviceDocument({ title, lead, blocks }),
    visibility: visibilityOfError(origin),
    answered: false,
    citations: [],
    files: [],
    line,
  };
}
