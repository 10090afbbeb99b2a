import type { APIMessage } from "discord.js";
import { type CustomId, decodeId } from "./custom-id.ts";

type AskId = Extract<CustomId, { type: "ask" }>;

/** The "ask a follow-up" button of one of our messages, if it has one. */
export function askIdIn(message: Pick<APIMessage, "components">): AskId | undefined {
  for (const text of customIdsIn(message.components ?? [])) {
    const id = decodeId(text);
    if (id?.type === "ask") return id;
  }
  return undefined;
}

function customIdsIn(components: readonly unknown[]): readonly string[] {
  return components.flatMap((component) => {
    const { custom_id: id, components: nested = [] } = component as {
      readonly custom_id?: string;
      readonly components?: readonly unknown[];
    };
    return [...(id === undefined ? [] : [id]), ...customIdsIn(nested)];
  });
}
