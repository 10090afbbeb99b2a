/**
 * What Discord refuses: its published description of request bodies, and rules that stand only in its
 * documentation. Also two of ours: every message names whom it may ring, and that is nobody.
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import requests from "../../fixtures/discord/requests.json" with { type: "json" };

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: "discord", ...requests });
const known = new Map<string, ReturnType<typeof ajv.compile>>();

function bySchema(name: string, body: unknown): readonly string[] {
  const validate = known.get(name) ?? ajv.compile({ $ref: `discord#/components/schemas/${name}` });
  known.set(name, validate);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

interface Component {
  readonly type: number;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly items?: readonly { readonly media: { readonly url: string } }[];
  readonly file?: { readonly url: string };
}

interface Body {
  readonly content?: string | null;
  readonly embeds?: readonly unknown[];
  readonly flags?: number;
  readonly components?: readonly Component[];
  readonly allowed_mentions?: { readonly parse?: readonly string[] };
  readonly nonce?: string;
  readonly attachments?: readonly { readonly filename?: string }[];
}

const componentsFlag = 1 << 15;

/** A new or changed message. `files`: names of what was uploaded with it. */
export function messageFaults(body: Body, schema: string, files: readonly string[]): string[] {
  const faults = [...bySchema(schema, body)];
  const all = flat(body.components ?? []);
  const v2 = ((body.flags ?? 0) & componentsFlag) !== 0;
  if (body.allowed_mentions?.parse === undefined || body.allowed_mentions.parse.length > 0)
    faults.push("allowed_mentions must be {parse: []}");
  if ((body.content ?? "").length > 2_000) faults.push("content has more than 2,000 characters");
  if (v2 && (body.content || body.embeds?.length)) faults.push("components and content together");
  if (!v2 && all.some(({ type }) => type > 8)) faults.push("components without their flag");
  if (!body.content && all.length === 0) faults.push("an empty message");
  if (all.length > 40) faults.push(`${all.length} components`);
  const text = all.reduce((sum, { content = "" }) => sum + content.length, 0);
  if (text > 4_000) faults.push(`${text} characters of text`);
  if (body.nonce !== undefined && body.nonce.length > 25) faults.push("a nonce over 25 characters");
  faults.push(...componentFaults(all));
  const wanted = all.flatMap(({ items = [], file }) =>
    [...items.map(({ media }) => media.url), ...(file ? [file.url] : [])].map((url) =>
      url.replace("attachment://", ""),
    ),
  );
  for (const name of wanted) if (!files.includes(name)) faults.push(`no file ${name}`);
  for (const name of files) if (!wanted.includes(name)) faults.push(`file ${name} is not shown`);
  return faults;
}

function componentFaults(all: readonly Component[]): string[] {
  const faults: string[] = [];
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  if (new Set(ids).size < ids.length) faults.push("a custom id twice");
  for (const id of ids)
    if (id.length < 1 || id.length > 100) faults.push(`custom id of ${id.length} characters`);
  for (const { type, components = [], label, options, content } of all) {
    if (type === 1 && (components.length < 1 || components.length > 5))
      faults.push(`${components.length} in a row`);
    if (type === 2 && (!label || label.length > 80)) faults.push(`label of ${label?.length}`);
    if (type === 3) {
      if (!options || options.length < 1 || options.length > 25) faults.push("options of a select");
      for (const each of options ?? [])
        if (each.label.length > 100 || each.value.length > 100) faults.push("an option too long");
      const values = (options ?? []).map(({ value }) => value);
      if (new Set(values).size < values.length) faults.push("an option twice");
    }
    if (type === 10 && !content) faults.push("an empty text display");
  }
  return faults;
}

function flat(components: readonly Component[]): readonly Component[] {
  return components.flatMap((each) => [
    each,
    ...flat(each.components ?? []),
    ...flat(each.accessory ? [each.accessory] : []),
    ...flat(each.component ? [each.component] : []),
  ]);
}

export function modalFaults(data: Body & { readonly title?: string }): string[] {
  const faults = [...bySchema("ModalInteractionCallbackRequest", { type: 9, data })];
  const fields = data.components ?? [];
  if (fields.length < 1 || fields.length > 5) faults.push(`${fields.length} fields`);
  if ((data.title ?? "").length > 45) faults.push("title over 45 characters");
  faults.push(...componentFaults(flat(fields)));
  return faults;
}

export function choiceFaults(
  choices: readonly { readonly name: string; readonly value: string }[],
): string[] {
  const faults = choices.length > 25 ? [`${choices.length} choices`] : [];
  for (const { name, value } of choices) {
    if (name.length < 1 || name.length > 100) faults.push("name of a choice");
    if (value.length < 1 || value.length > 100) faults.push("value of a choice");
  }
  return faults;
}

export function threadFaults(body: { readonly name?: string }): string[] {
  const { length } = body.name ?? "";
  return length < 1 || length > 100 ? [`thread name of ${length} characters`] : [];
}

interface CommandPart {
  readonly type: number;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly options?: readonly CommandPart[];
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly autocomplete?: boolean;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly description_localizations?: Readonly<Record<string, string>>;
}

const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** https://docs.discord.com/developers/interactions/application-commands */
export function commandFaults(command: CommandPart): string[] {
  const faults = [...bySchema("ApplicationCommandUpdateRequest", command)];
  if (command.type === 3) return faults;
  faults.push(...partFaults(command));
  const size = sizeOf(command);
  if (size > 8_000) faults.push(`${size} characters in one command`);
  return faults;
}

function partFaults(part: CommandPart): string[] {
  const faults: string[] = [];
  const names = [part.name, ...Object.values(part.name_localizations ?? {})];
  for (const name of names)
    if (!commandName.test(name) || name !== name.toLowerCase()) faults.push(`name ${name}`);
  const descriptions = [
    part.description ?? "",
    ...Object.values(part.description_localizations ?? {}),
  ];
  for (const text of descriptions)
    if (text.length < 1 || text.length > 100) faults.push(`description of ${part.name}`);
  const options = part.options ?? [];
  if (options.length > 25) faults.push(`${options.length} options of ${part.name}`);
  const required = options.map((option) => option.required === true);
  if (required.lastIndexOf(true) > required.indexOf(false) && required.includes(false))
    faults.push(`required options of ${part.name} come late`);
  for (const locale of ["default", "ar", "de", "fr", "he"]) {
    const all = options.map((option) => option.name_localizations?.[locale] ?? option.name);
    if (new Set(all).size < all.length) faults.push(`a name twice in ${part.name} (${locale})`);
  }
  if (part.choices && part.autocomplete) faults.push(`choices and autocomplete of ${part.name}`);
  faults.push(...choiceFaults(part.choices ?? []));
  return [...faults, ...options.flatMap(partFaults)];
}

/** Of each field only its longest translation counts. */
function sizeOf(part: CommandPart): number {
  const longest = (text: string, others: Readonly<Record<string, string>> = {}) =>
    Math.max(text.length, ...Object.values(others).map((each) => each.length));
  return (
    longest(part.name, part.name_localizations) +
    longest(part.description ?? "", part.description_localizations) +
    (part.choices ?? []).reduce((sum, { name, value }) => sum + name.length + value.length, 0) +
    (part.options ?? []).reduce((sum, option) => sum + sizeOf(option), 0)
  );
}
