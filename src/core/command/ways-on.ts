/** Buttons below an answer: they stay in its dossier, on its day and with its readers; and it can be shared. */

import { say } from "../document/sentence.ts";
import type { Action, Actions, Block, Document } from "../document/tree.ts";
import type { CommandSpec } from "./command.ts";
import { action } from "./line.ts";

export interface Stay {
  readonly asOf: string | undefined;
  /** Absent for the default dossier. */
  readonly dossier: string | undefined;
  /** One person alone reads the answer, and so what follows from it. */
  readonly privately: boolean;
  readonly commands: readonly CommandSpec[];
}

/** Every button's line with the day, the dossier and the privacy of the answer it stands below. */
export function staying(
  document: Document,
  { asOf, dossier, privately, commands }: Stay,
): Document {
  const kept = [
    ...(asOf === undefined ? [] : [["as-of", asOf] as const]),
    ...(dossier === undefined ? [] : [["in", dossier] as const]),
    ...(privately ? [["privately", "yes"] as const] : []),
  ];
  if (kept.length === 0) return document;
  const stay = (line: string): string => {
    const spec = commands.find(({ name }) => name === line.split(" ")[0]);
    const added = kept.filter(
      ([name]) => spec !== undefined && name in spec.options && !line.includes(`${name}:`),
    );
    // Platforms read a page from the end of its line.
    const [base = line, page = ""] = /^(.*?)( page:\d+)?$/s.exec(line)?.slice(1) ?? [];
    return [base, ...added.map(([name, value]) => `${name}:${value}`)].join(" ") + page;
  };
  return mapActions(document, (actions) => ({
    ...actions,
    actions: actions.actions.map((each) => ({ ...each, line: stay(each.line) })),
  }));
}

/** With a button that shows it to everybody. */
export function shareable(document: Document, line: string): Document {
  return withButton(document, action(say("action.share"), line));
}

/** With one button more, after those that are there. */
export function withButton(document: Document, button: Action): Document {
  const last = document.blocks.at(-1);
  if (last?.type !== "actions") {
    return { ...document, blocks: [...document.blocks, { type: "actions", actions: [button] }] };
  }
  const actions = { ...last, actions: [...last.actions, button] };
  return { ...document, blocks: [...document.blocks.slice(0, -1), actions] };
}

function mapActions(document: Document, change: (actions: Actions) => Actions): Document {
  const blocks = document.blocks.map(
    (block): Block => (block.type === "actions" ? change(block) : block),
  );
  return { ...document, blocks };
}
