/** What comes next: dated first, then what to look for; and what came of earlier dates. */
import type { Depth } from "../command/command.ts";
import { action } from "../command/line.ts";
import { named, say } from "../document/sentence.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { AgendaRecord } from "../dossier/schema.ts";
import { agendaOn, doneItem, milestoneItem, openBlocks, triggerItem } from "./agenda-items.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, label, list, paragraph, section } from "./build.ts";
import { atDepth } from "./depth.ts";

export function watch(
  dossier: Dossier,
  topic: string | undefined,
  today: Temporal.PlainDate,
  depth: Depth,
): Briefing {
  const keep = ({ topics }: AgendaRecord) => topic === undefined || topics.includes(topic);
  const { due, open, done, triggers } = agendaOn(dossier, today, keep);
  const name = topic === undefined ? undefined : dossier.topics.get(topic);
  const none = due.length + open.length + triggers.length === 0;
  return {
    title: name
      ? say("title.watch-on", { name: named("topic", name.id, name.title) })
      : say("title.watch"),
    blocks: blocks(
      none ? paragraph(say("watch.nothing")) : undefined,
      section(
        label("label.due"),
        list(due.slice(0, atDepth(depth, 3, 6, 30)).map((each) => milestoneItem(dossier, each))),
      ),
      section(label("label.open"), openBlocks(dossier, open.slice(0, atDepth(depth, 2, 4, 30)))),
      section(
        label("label.triggers"),
        list(triggers.slice(0, atDepth(depth, 2, 5, 30)).map((each) => triggerItem(dossier, each))),
      ),
      section(
        label("label.done"),
        list(done.slice(0, atDepth(depth, 0, 0, 12)).map((each) => doneItem(dossier, each))),
      ),
      actions([
        ...(depth === "full"
          ? []
          : [
              action(
                say("action.more"),
                topic === undefined ? "watch depth:full" : `watch ${topic} depth:full`,
                "primary",
              ),
            ]),
        topic === undefined
          ? action(say("action.now"), "now")
          : action(say("action.topic"), `topic ${topic}`),
        action(say("action.changes"), "changes"),
        action(
          say("action.export"),
          topic === undefined ? "export agenda" : `export agenda ${topic}`,
        ),
      ]),
    ),
    carried: { topics: topic === undefined ? [] : [topic] },
  };
}
