/** Values of options, with the type that the option's spec promises. */
import type { OptionValues } from "./command.ts";

export function textOf(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

export function pageOf(values: OptionValues): number {
  const value = values["page"];
  return typeof value === "number" ? value : 1;
}

export function listOf(values: OptionValues, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

/**
 * The record that an id names; the grammar has looked it up already.
 * @throws RangeError when it is not there: a defect.
 */
export function recordOf<Value>(records: ReadonlyMap<string, Value>, id: string): Value {
  const record = records.get(id);
  if (record === undefined) throw new RangeError(`no record "${id}"`);
  return record;
}
