/** What the bot can do and how to ask for it; of one subcommand, its options and lines that work. */
import type { CommandSpec } from "../command/command.ts";
import { action, code } from "../command/line.ts";
import { derived, named, say } from "../document/sentence.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { Briefing } from "./briefing.ts";
import { blocks } from "./briefing.ts";
import { actions, item, label, list, paragraph, section } from "./build.ts";

export interface HelpContext {
  readonly dossier: Dossier;
  readonly commands: readonly CommandSpec[];
  readonly commandName: string;
}

export function briefHelp({ dossier, commands, commandName }: HelpContext): Briefing {
  return {
    title: say("title.help"),
    lead: say("help.lead", { name: named("dossier", dossier.id, dossier.header.title) }),
    blocks: blocks(
      paragraph(say("help.ask"), say("help.grounded")),
      section(
        label("label.commands"),
        list(commands.map((command) => item([line(command, commandName)]))),
      ),
      section(
        label("label.options"),
        list([
          item([say("help.depth", { line: code("depth:headline"), more: code("depth:full") })]),
          item([say("help.as-of", { line: code("as-of:2023-10-01") })]),
          item([say("help.privately", { line: code("privately") })]),
        ]),
      ),
      actions(
        commands
          .flatMap(({ examples }) => examples.slice(0, 1))
          .filter((example) => example.length <= 60)
          .slice(0, 4)
          .map((example) => action(say("label.line", { line: code(example) }), example)),
      ),
    ),
  };
}

function line({ name, summary, examples }: CommandSpec, commandName: string) {
  return say("help.command", {
    command: code(`/${commandName} ${examples[0]?.startsWith(name) ? short(examples[0]) : name}`),
    summary: derived(summary, { type: "layout" }),
  });
}

/** The whole example, unless it is a sentence. */
function short(example: string): string {
  return example.length <= 60 ? example : (example.split(" ")[0] ?? example);
}

export function commandHelp(command: CommandSpec, commandName: string): Briefing {
  return {
    title: say("title.help-on", { command: code(`/${commandName} ${command.name}`) }),
    lead: say("help.summary", { summary: derived(command.summary, { type: "layout" }) }),
    blocks: blocks(
      section(
        label("label.options"),
        list(
          Object.entries(command.options).map(([name, option]) =>
            item([
              say("help.option", {
                option: code(option.choices ? `${name}:${option.choices.join("|")}` : name),
                summary: derived(option.summary, { type: "layout" }),
              }),
            ]),
          ),
        ),
      ),
      section(
        label("label.examples"),
        list(
          command.examples.map((example) =>
            item([say("label.line", { line: code(`/${commandName} ${example}`) })]),
          ),
        ),
      ),
      actions(
        command.examples
          .filter((example) => example.length <= 60)
          .map((example) => action(say("label.line", { line: code(example) }), example)),
      ),
    ),
  };
}
