import { serviceDocument } from "../document/document.ts";
import { derived, say } from "../document/sentence.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";

export const forget: Command = {
  name: "forget",
  summary: texts["command.forget"],
  examples: () => ["forget me"],
  options: {
    whom: {
      type: "choice",
      summary: texts["option.me"],
      choices: ["me"],
      rest: true,
      required: true,
    },
  },
  visibility: "private",
  run: async (_, { store, person }) => {
    const turns = await store.conversations.forgetPerson(person);
    return {
      document: serviceDocument({
        title: say("title.forget"),
        lead:
          turns === 0
            ? say("forget.nothing")
            : say("forget.done", { count: derived(turns, { type: "layout" }) }),
        blocks: [{ type: "paragraph", sentences: [say("forget.rest")] }],
      }),
      answered: false,
    };
  },
};
