import { isEnded, splitId, subscriptionMeant, subscriptionsHere } from "../digest/manage/find.ts";
import { nextEdition, wholeEdition } from "../digest/manage/preview.ts";
import { readOrder } from "../digest/order/order.ts";
import { texts } from "../texts/index.ts";
import type { Command, CommandContext } from "./command.ts";
import { textOf } from "./option.ts";
import { sharedOptions } from "./shared.ts";

export const preview: Command = {
  name: "preview",
  summary: texts["command.preview"],
  examples: () => ["preview", "preview about nuclear depth headline"],
  options: {
    which: { type: "text", summary: texts["option.preview"], rest: true },
    in: sharedOptions.in,
  },
  visibility: "private",
  run: async (values, context) => {
    const { dossier, edition } = await editionMeant(textOf(values, "which") ?? "", context);
    return { document: wholeEdition(dossier, edition), answered: true };
  },
};

/** Of a subscription here, or of words such as `about nuclear depth headline`. */
async function editionMeant(words: string, context: CommandContext) {
  const { id, rest } = await splitId(context, words);
  const here = (await subscriptionsHere(context)).filter((each) => !isEnded(each));
  if (id !== "" || (rest === "" && here.length > 0)) {
    const subscription = await subscriptionMeant(context, id, "preview");
    const dossier = context.library.get(subscription.dossier);
    return { dossier, edition: await nextEdition({ ...context, dossier }, subscription) };
  }
  const { dossier, origin } = context;
  const order = readOrder(rest, dossier);
  const edition = await nextEdition(context, {
    schedule: {
      zone: order.zone ?? origin.zone ?? "UTC",
      times: order.times ?? ["08:00"],
      days: order.days ?? { type: "every" },
    },
    filter: order.filter ?? { topics: [], actors: [] },
    depth: order.depth ?? "90s",
  });
  return { dossier, edition };
}
