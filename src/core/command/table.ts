/** The subcommands, in the order in which help lists them. A new one is a file and a line here. */
import type { Dossier } from "../dossier/dossier.ts";
import { ask } from "./ask.ts";
import { changes } from "./changes.ts";
import { chart } from "./chart.ts";
import { check } from "./check.ts";
import type { Command, CommandSpec } from "./command.ts";
import { compare } from "./compare.ts";
import { define } from "./define.ts";
import { disputes } from "./disputes.ts";
import { exportCommand } from "./export.ts";
import { forget } from "./forget.ts";
import { help } from "./help.ts";
import { less } from "./less.ts";
import { now } from "./now.ts";
import { pause } from "./pause.ts";
import { preview } from "./preview.ts";
import { resume } from "./resume.ts";
import { sources } from "./sources.ts";
import { status } from "./status.ts";
import { subscribe } from "./subscribe.ts";
import { subscriptions } from "./subscriptions.ts";
import { timeline } from "./timeline.ts";
import { topic } from "./topic.ts";
import { unsubscribe } from "./unsubscribe.ts";
import { watch } from "./watch.ts";
import { who } from "./who.ts";
import { why } from "./why.ts";

export const table: readonly Command[] = [
  now,
  topic,
  timeline,
  who,
  ask,
  check,
  compare,
  disputes,
  watch,
  chart,
  define,
  changes,
  sources,
  exportCommand,
  why,
  subscribe,
  subscriptions,
  preview,
  pause,
  resume,
  less,
  unsubscribe,
  status,
  help,
  forget,
];

/** What platforms register and help shows, with lines that work on this dossier. */
export function specsOf(commands: readonly Command[], dossier: Dossier): readonly CommandSpec[] {
  return commands.map(({ run: _, examples, ...spec }) => ({
    ...spec,
    examples: examples(dossier),
  }));
}
