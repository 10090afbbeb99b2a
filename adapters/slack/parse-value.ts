/** Reads back a value that we gave a button or a modal; undefined when it is none of ours. */
export function parseValue<Value extends object>(text: string): Value | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Value) : undefined;
  } catch {
    return undefined;
  }
}
