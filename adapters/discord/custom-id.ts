/**
 * What the buttons, selects and forms of a message carry: everything that is needed to act on them
 * stands in the custom id, so that they work after a restart and on another replica.
 */

export type CustomId =
  /** A line of the grammar; its answer is a new message. */
  | { readonly type: "do"; readonly line: string }
  /** The same about another channel than the one that the message is in. */
  | { readonly type: "at"; readonly channel: string; readonly line: string }
  /** A line whose answer replaces the message that holds the button. */
  | { readonly type: "page"; readonly line: string }
  /** The select that holds lines of `page`. */
  | { readonly type: "jump" }
  /** Another page of an answer that is kept under the key; the select of all of them. */
  | { readonly type: "leaf"; readonly page: number; readonly key: string }
  | { readonly type: "leaves"; readonly key: string }
  /** Opens the form for a follow-up; submitted, it is the question. */
  | {
      readonly type: "ask";
      /** Message that the conversation began with, when it is not the one that holds the button. */
      readonly root?: string;
      /** Key of the page that was delivered, by which it can be found again. */
      readonly key?: string;
    }
  /** The form of a subcommand. */
  | { readonly type: "form"; readonly command: string; readonly root?: string }
  /** Marks the notice that is given once in a thread. */
  | { readonly type: "notice" };

/** https://docs.discord.com/developers/components/reference#anatomy-of-a-component-custom-id */
const longestCustomId = 100;

/** Longest line that `do` and `page` carry. */
export const longestLine = longestCustomId - "page:".length;

export function encodeId(id: CustomId): string {
  switch (id.type) {
    case "do":
    case "page":
      return `${id.type}:${id.line}`;
    case "leaf":
      return `leaf:${id.page}:${id.key}`;
    case "leaves":
      return `leaves:${id.key}`;
    case "at":
      return `at:${id.channel}:${id.line}`;
    case "ask":
      return `ask:${id.root ?? ""}:${id.key ?? ""}`;
    case "form":
      return `form:${id.command}:${id.root ?? ""}`;
    case "jump":
    case "notice":
      return id.type;
    default:
      throw new Error(`unknown custom id ${JSON.stringify(id satisfies never)}`);
  }
}

/** Undefined for an id that this bot never made. */
export function decodeId(text: string): CustomId | undefined {
  const [type = "", ...parts] = text.split(":");
  const rest = parts.join(":");
  const [first = "", second = ""] = parts;
  switch (type) {
    case "do":
    case "page":
      return rest === "" ? undefined : { type, line: rest };
    case "leaf":
      return second === "" ? undefined : { type, page: Number(first), key: second };
    case "leaves":
      return first === "" ? undefined : { type, key: first };
    case "at":
      return first === "" || second === ""
        ? undefined
        : { type, channel: first, line: parts.slice(1).join(":") };
    case "ask":
      return { type, ...(first && { root: first }), ...(second && { key: second }) };
    case "form":
      return first === "" ? undefined : { type, command: first, ...(second && { root: second }) };
    case "jump":
    case "notice":
      return { type };
    default:
      return undefined;
  }
}

/** Ids of `do` in a message that is about another channel name it, where there is room. */
export function aboutChannel<Component>(component: Component, channel: string): Component {
  if (Array.isArray(component)) {
    return component.map((each) => aboutChannel(each, channel)) as Component;
  }
  if (typeof component !== "object" || component === null) return component;
  const entries = Object.entries(component).map(([key, value]) => {
    const id = key === "custom_id" && typeof value === "string" ? decodeId(value) : undefined;
    if (id?.type !== "do") return [key, aboutChannel(value, channel)];
    const at = encodeId({ type: "at", channel, line: id.line });
    return [key, at.length <= longestCustomId ? at : value];
  });
  return Object.fromEntries(entries) as Component;
}

/**
 * A page's key, a UUID, as 22 characters: its 16 bytes in base64url.
 * @throws RangeError when it is no UUID.
 */
export function shortKey(uuid: string): string {
  const digits = uuid.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/i.test(digits)) throw new RangeError(`"${uuid}" is no UUID`);
  return Uint8Array.fromHex(digits).toBase64({ alphabet: "base64url", omitPadding: true });
}
