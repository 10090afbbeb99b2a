/** Options that most subcommands take. */
import { texts } from "../texts/index.ts";
import { depths, type OptionSpec } from "./command.ts";

export const depthOption: OptionSpec = {
  type: "choice",
  summary: texts["option.depth"],
  choices: depths,
};
const asOfOption: OptionSpec = { type: "date", summary: texts["option.as-of"] };

const everywhere = {
  depth: depthOption,
  "as-of": asOfOption,
  in: { type: "dossier", summary: texts["option.in"] },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Of subcommands whose answer everybody sees. */
export const sharedOptions = {
  ...everywhere,
  privately: { type: "flag", summary: texts["option.privately"] },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Of subcommands whose answer one person sees; `publicly` is what the "share" button presses. */
export const privateOptions = {
  ...everywhere,
  publicly: { type: "flag", summary: texts["option.publicly"] },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export const pageOption: OptionSpec = { type: "number", summary: texts["option.page"] };
