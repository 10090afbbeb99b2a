/** Words of the catalogue as Slack's text objects. */
import type { types } from "@slack/bolt";
import { type Choice, plainText, say } from "#core";
import { short } from "./blocks.ts";
import { plain } from "./escape.ts";
import { kit } from "./limits.ts";

type Text = Extract<Parameters<typeof say>[0], `surface.${string}`>;
/** Texts of the catalogue that stand as they are. */
export type Wordless = Exclude<Text, "surface.invite">;

export function word(key: Wordless): string {
  return plain(plainText(say<"surface.send">(key as "surface.send")));
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export function option({ label, value }: Choice): types.PlainTextOption {
  return { text: { type: "plain_text", text: short(plain(label), kit.optionText) }, value };
}

/** A field of a form; what is picked comes back under its name. */
export function labelled(
  name: string,
  label: Wordless,
  element: types.InputBlock["element"],
  optional = false,
): types.InputBlock {
  return {
    type: "input",
    block_id: name,
    label: { type: "plain_text", text: word(label) },
    element,
    ...(optional && { optional }),
  };
}
