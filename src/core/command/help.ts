import { briefHelp, commandHelp } from "../briefing/help.ts";
import { serviceDocument } from "../document/document.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { textOf } from "./option.ts";

export const help: Command = {
  name: "help",
  summary: texts["command.help"],
  examples: () => ["help", "help timeline"],
  options: {
    command: { type: "command", summary: texts["option.command"], rest: true },
  },
  visibility: "private",
  run: async (values, context) => {
    const name = textOf(values, "command")?.toLowerCase();
    const command = context.commands.find((each) => each.name === name);
    return {
      document: serviceDocument(
        command === undefined ? briefHelp(context) : commandHelp(command, context.commandName),
      ),
      answered: false,
    };
  },
};
