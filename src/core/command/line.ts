/** Lines of the grammar, as buttons press them and texts show them. */
import { named, say } from "../document/sentence.ts";
import type { Action, InlineCode, RecordKind, ServiceSentence } from "../document/tree.ts";

/** A line or a key as it is typed. */
export function code(value: string): InlineCode {
  return { type: "inlineCode", value };
}

export function action(label: ServiceSentence, line: string, emphasis?: "primary"): Action {
  return { type: "action", label, line, ...(emphasis && { emphasis }) };
}

/** A button with the name of a record. */
export function recordAction(of: RecordKind, id: string, name: string, line: string): Action {
  return action(say("label.name", { name: named(of, id, name) }), line);
}

/** Words as one value of an option: quoted when they hold a space or would read as a keyword. */
export function quoted(value: string): string {
  return `"${value.replaceAll('"', "")}"`;
}
