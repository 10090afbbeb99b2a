import type { Destination } from "../ports.ts";

/** One text for one place: deliveries to it are kept in order. */
export function destinationKey(destination: Destination): string {
  const { platform, workspace, channel, thread } = destination;
  return [platform, workspace, channel, ...(thread === undefined ? [] : [thread])].join(":");
}
