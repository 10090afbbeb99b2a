import { timeline as timelineBriefing } from "../briefing/timeline.ts";
import { parseEdtf } from "../dossier/edtf.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { draft } from "./draft.ts";
import { pageOf, textOf } from "./option.ts";
import { pageOption, sharedOptions } from "./shared.ts";

export const timeline: Command = {
  name: "timeline",
  summary: texts["command.timeline"],
  examples: ({ topics, until, header }) => {
    const first = parseEdtf(header.coverage.from).from ?? until;
    const from = Math.max(until.year - 3, first.year);
    return [...topics.keys()]
      .slice(0, 1)
      .flatMap((id) => [`timeline ${id} from ${from} to ${until.year}`, `timeline ${id}`]);
  },
  options: {
    topic: { type: "topic", summary: texts["option.topic"], rest: true },
    from: { type: "date", summary: texts["option.from"] },
    to: { type: "date", summary: texts["option.to"] },
    actor: { type: "actor", summary: texts["option.actor"] },
    page: pageOption,
    ...sharedOptions,
  },
  visibility: "public",
  run: async (values, context) =>
    draft(
      context,
      timelineBriefing(
        context.dossier,
        {
          topic: textOf(values, "topic"),
          actor: textOf(values, "actor"),
          from: textOf(values, "from"),
          to: textOf(values, "to"),
        },
        pageOf(values),
        context.depth,
      ),
    ),
};
