import type { Depth } from "../command/command.ts";

/** The value of a depth: how many of something, mostly. Each must say no more than the next. */
export function atDepth<Value>(depth: Depth, headline: Value, ninety: Value, full: Value): Value {
  switch (depth) {
    case "headline":
      return headline;
    case "90s":
      return ninety;
    case "full":
      return full;
    default:
      throw new RangeError(`unknown depth ${String(depth satisfies never)}`);
  }
}
