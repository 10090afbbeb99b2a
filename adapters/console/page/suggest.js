/** @import { CommandSpec } from "../../../src/core/command/command.ts" */
import { complete } from "./server.js";

/**
 * @typedef {object} Suggestion
 * @property {string} label
 * @property {string} hint
 * @property {string} text What the composer holds once it is taken.
 */

/**
 * What could come next in a command line, best first. None for text that is no command.
 * @param {string} text
 * @param {{ commandName: string, commands: readonly CommandSpec[] }} grammar
 * @returns {Promise<Suggestion[]>}
 */
export async function suggest(text, { commandName, commands }) {
  const slash = /^\/(?:(\S+)\s+)?/.exec(text);
  if (!slash) return [];
  const named = slash[1]?.toLowerCase() === commandName.toLowerCase();
  const prefix = named ? slash[0] : `/${commandName} `;
  const line = named ? text.slice(slash[0].length) : text.slice(1);
  const [, word = "", rest] = /^(\S*)(\s+.*)?$/s.exec(line) ?? [];
  if (rest === undefined) {
    const typed = word.toLowerCase();
    const isName = typed !== "" && commandName.toLowerCase().startsWith(typed) && !named;
    return commands
      .filter((command) => isName || command.name.startsWith(typed))
      .map((command) => ({
        label: `/${commandName} ${command.name}`,
        hint: command.summary,
        text: `${prefix}${command.name} `,
      }));
  }
  const command = commands.find((each) => each.name === word.toLowerCase());
  return command ? optionsOf(command, prefix, line) : [];
}

/**
 * @param {CommandSpec} command
 * @param {string} prefix
 * @param {string} line
 */
async function optionsOf(command, prefix, line) {
  const [, before = "", last = ""] = /^(.*\s)(\S*)$/s.exec(line) ?? [];
  const [, keyword, value = ""] = /^([a-z-]+):(.*)$/.exec(last) ?? [];
  if (keyword !== undefined && command.options[keyword]) {
    const choices = await complete(command.name, keyword, value);
    return choices.map((choice) => suggestion(choice, `${prefix}${before}${keyword}:`));
  }
  const main = Object.entries(command.options).find(([, spec]) => spec.rest)?.[0];
  const typed = line.slice(command.name.length).trimStart();
  const head = `${prefix}${command.name} `;
  const choices = main === undefined ? [] : await complete(command.name, main, typed);
  const keywords = Object.entries(command.options)
    .filter(
      ([name, spec]) =>
        !spec.rest && name.startsWith(last.toLowerCase()) && !line.includes(`${name}:`),
    )
    .map(([name, spec]) => ({
      label: `${name}:`,
      hint: spec.summary,
      text: `${prefix}${before}${name}:`,
    }));
  return [
    ...choices.filter((choice) => choice.value !== typed).map((choice) => suggestion(choice, head)),
    ...keywords,
  ];
}

/**
 * @param {{ label: string, value: string }} choice
 * @param {string} before
 * @returns {Suggestion}
 */
function suggestion({ label, value }, before) {
  return { label, hint: value === label ? "" : value, text: `${before}${value} ` };
}
