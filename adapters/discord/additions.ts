/** Buttons that the sender adds to a page. */
import { plainText, say } from "#core";
import type { ButtonSpec } from "./buttons.ts";
import { encodeId, longestLine } from "./custom-id.ts";

/** "Ask a follow-up": carries the conversation's first message and the delivery's key. */
export function followUpButton(carried: {
  readonly root?: string | undefined;
  readonly key?: string | undefined;
}): ButtonSpec {
  const { root, key } = carried;
  return {
    label: plainText(say("post.follow-up")),
    id: encodeId({ type: "ask", ...(root && { root }), ...(key && { key }) }),
  };
}

/** A button that presses a line; none when the line is longer than a button can carry. */
export function lineButton(label: "post.evidence", line: string): readonly ButtonSpec[] {
  if (line.length > longestLine) return [];
  return [{ label: plainText(say(label)), id: encodeId({ type: "do", line }) }];
}
