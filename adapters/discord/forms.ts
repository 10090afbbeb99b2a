/** Forms (modals): a follow-up question, and a subcommand's options where a button left them open. */

import {
  type APILabelComponent,
  type APIModalInteractionResponse,
  type APIModalSubmission,
  ComponentType,
  InteractionResponseType,
  TextInputStyle,
} from "discord.js";
import { type CommandSpec, type OptionSpec, plainText, say } from "#core";
import { channelField, takesChannel } from "./chosen.ts";
import { encodeId } from "./custom-id.ts";
import { discordNumbers } from "./limits.ts";

const questionField = "question";

/** https://docs.discord.com/developers/components/reference#text-input; the core reads as much. */
const longestQuestion = 2_000;

export function questionForm(root: string | undefined): APIModalInteractionResponse {
  return form(encodeId({ type: "ask", ...(root && { root }) }), plainText(say("post.ask-title")), [
    {
      type: ComponentType.Label,
      label: plainText(say("post.ask-label")),
      description: plainText(say("post.ask-hint")),
      component: {
        type: ComponentType.TextInput,
        custom_id: questionField,
        style: TextInputStyle.Paragraph,
        min_length: 1,
        max_length: longestQuestion,
      },
    },
  ]);
}

export function questionIn(submission: APIModalSubmission): string {
  return valuesIn(submission).get(questionField) ?? "";
}

/**
 * The form for a subcommand called with none of its options: it has some that it needs, or says
 * itself that it is filled in as a form.
 */
export function formFor(
  spec: CommandSpec,
  { root, channel }: { readonly root?: string | undefined; readonly channel?: string | undefined },
): APIModalInteractionResponse | undefined {
  const options = Object.entries(spec.options).filter(([name]) => !whereTo.includes(name));
  const needed = options.filter(([, { required }]) => required);
  const fields = [...needed, ...options.filter(([, { required }]) => !required)];
  if (needed.length === 0 && !spec.form) return undefined;
  const where = channel !== undefined && takesChannel(spec.name) ? [channelField(channel)] : [];
  const most = discordNumbers.modalFields.most - where.length;
  return form(
    encodeId({ type: "form", command: spec.name, ...(root && { root }) }),
    cut(spec.summary, discordNumbers.modalTitle.most),
    [...fields.slice(0, most).map(([name, option]) => field(name, option)), ...where],
  );
}

/** Where an answer goes is chosen by the command, not in the form. */
const whereTo: readonly string[] = ["privately", "publicly"];

function field(name: string, option: OptionSpec): APILabelComponent {
  const choices = option.type === "flag" ? ["yes", "no"] : (option.choices ?? []);
  const required = option.required === true;
  const label = {
    type: ComponentType.Label as const,
    label: cut(name, discordNumbers.modalLabel.most),
    description: cut(option.summary, discordNumbers.modalHint.most),
  };
  if (choices.length > 0 && choices.length <= discordNumbers.options.most) {
    return {
      ...label,
      component: {
        type: ComponentType.StringSelect,
        custom_id: name,
        required,
        options: choices.map((choice) => ({ label: choice, value: choice })),
      },
    };
  }
  return {
    ...label,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: option.type === "text" ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required,
      max_length: longestQuestion,
    },
  };
}

/** Options that were filled in, with the types that the subcommand wants. */
export function formValues(
  spec: CommandSpec,
  submission: APIModalSubmission,
): Readonly<Record<string, string | number | boolean>> {
  const values: Record<string, string | number | boolean> = {};
  for (const [name, given] of valuesIn(submission)) {
    const text = given.trim();
    const option = spec.options[name];
    if (option !== undefined && text !== "") values[name] = typed(option, text);
  }
  return values;
}

function typed({ type }: OptionSpec, text: string): string | number | boolean {
  if (type === "flag") return text === "yes";
  return type === "number" && Number.isFinite(Number(text)) ? Number(text) : text;
}

function valuesIn(submission: APIModalSubmission): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const row of submission.components) {
    const fields = "component" in row ? [row.component] : "components" in row ? row.components : [];
    for (const each of fields) {
      if ("value" in each && typeof each.value === "string") values.set(each.custom_id, each.value);
      else if ("values" in each && each.values[0] !== undefined) {
        values.set(each.custom_id, each.values[0]);
      }
    }
  }
  return values;
}

function form(
  id: string,
  title: string,
  components: APILabelComponent[],
): APIModalInteractionResponse {
  return { type: InteractionResponseType.Modal, data: { custom_id: id, title, components } };
}

/** To the last whole word that fits. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const part = text.slice(0, most - 1);
  const end = part.lastIndexOf(" ");
  return `${end > 0 ? part.slice(0, end) : part}…`;
}
