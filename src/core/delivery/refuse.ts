/** A place that is gone or closed to the bot: its subscriptions stop, and their owners are told elsewhere. */

import { serviceDocument } from "../document/document.ts";
import { fit } from "../document/fit.ts";
import { say } from "../document/sentence.ts";
import type { Adapter, Destination, Log, SubscriptionStore } from "../ports.ts";
import { destinationKey } from "./destination.ts";

export interface RefuseParts {
  readonly subscriptions: SubscriptionStore;
  readonly log: Log;
  readonly commandName: string;
}

/** Switches off every subscription of the destination, at the platform's first refusal. */
export async function refuse(
  destination: Destination,
  code: string,
  at: Temporal.Instant,
  adapter: Adapter,
  { subscriptions, log, commandName }: RefuseParts,
): Promise<void> {
  const { platform, workspace, channel } = destination;
  const owners = new Set<string>();
  for (const each of await subscriptions.ofChannel(platform, workspace, channel)) {
    if (destinationKey(each.destination) !== destinationKey(destination)) continue;
    await subscriptions.change(each.id, ({ nextRunAt: _, ...current }) => ({
      ...current,
      state: { type: "off", code, at: at.toString() },
      changes: [...current.changes, { at: at.toString(), person: "bot", what: `off: ${code}` }],
    }));
    log.warn("subscription-off", { subscription: each.id, code });
    owners.add(each.owner);
  }
  const [page] = fit(notice(channel, code, commandName), adapter.limits);
  if (!page || !adapter.tell) return;
  for (const owner of owners) {
    try {
      await adapter.tell(workspace, owner, page);
    } catch (error) {
      // There is nobody else to tell; `status` shows what is off.
      log.warn("owner-not-told", { platform, workspace, error });
    }
  }
}

function notice(channel: string, code: string, commandName: string) {
  const written = (value: string) => ({ type: "inlineCode", value }) as const;
  return serviceDocument({
    title: say("delivery.stopped"),
    blocks: [
      {
        type: "paragraph",
        sentences: [
          say("delivery.refused", {
            place: { type: "channel", value: channel },
            code: written(code),
          }),
          say("delivery.resume", { line: written(`/${commandName} subscribe`) }),
        ],
      },
    ],
  });
}
