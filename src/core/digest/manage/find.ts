/** Which of a channel's subscriptions a person means, and whether they may change it. */
import type { CommandContext } from "../../command/command.ts";
import { action, code } from "../../command/line.ts";
import { asked, derived, say } from "../../document/sentence.ts";
import { UserError } from "../../errors.ts";
import { scheduleWords } from "../schedule-words.ts";
import type { Subscription } from "../subscription.ts";

type Here = Pick<CommandContext, "origin" | "store">;

/** Unsubscribed ones stay on record with who ended them, and are shown no more. */
export const unsubscribed = "unsubscribed";

export function isEnded({ state }: Subscription): boolean {
  return state.type === "off" && state.code === unsubscribed;
}

/** Of the channel or direct message asked in, oldest first. */
export async function subscriptionsHere({ origin, store }: Here): Promise<readonly Subscription[]> {
  const { platform, workspace, channel } = origin;
  return store.subscriptions.ofChannel(platform, workspace, channel);
}

/** What the person subscribed in channels, asked for in a direct message; oldest first. */
export async function subscriptionsElsewhere({
  origin,
  store,
}: Here): Promise<readonly Subscription[]> {
  const { platform, workspace, channel, person, direct } = origin;
  if (!direct) return [];
  const own = await store.subscriptions.ofOwner(platform, workspace, person);
  return own.filter((each) => each.destination.channel !== channel && !isEnded(each));
}

/** @throws UserError when the platform does not let this person manage the channel. */
export function checkMayManage({ origin }: Pick<CommandContext, "origin">): void {
  if (origin.direct || origin.mayManage) return;
  throw new UserError([say("manage.not-allowed"), say("manage.ask-or-direct")]);
}

/**
 * The subscription of an id, of its beginning, or the only one there is.
 * @throws UserError when there is none, or more than one could be meant.
 */
export async function subscriptionMeant(
  context: Here,
  words: string,
  verb: string,
): Promise<Subscription> {
  const here = (await subscriptionsHere(context)).filter((each) => !isEnded(each));
  const wanted = words.toLowerCase().trim();
  const found =
    wanted === "" ? here : here.filter(({ id }) => id === wanted || id.startsWith(wanted));
  const [one] = found;
  if (one !== undefined && found.length === 1) return one;
  if (here.length === 0) {
    throw new UserError(
      [say("manage.none"), say("manage.begin", { line: code("subscribe") })],
      [action(say("label.line", { line: code("subscribe") }), "subscribe")],
    );
  }
  const choices = (found.length > 0 ? found : here).slice(0, 5);
  throw new UserError(
    [
      wanted === "" ? say("manage.several") : say("manage.unknown", { asked: asked(words) }),
      say("manage.pick"),
    ],
    choices.map(({ id, schedule }) =>
      action(
        say("manage.choice", {
          id: code(id),
          schedule: derived(scheduleWords(schedule), { type: "clock" }),
        }),
        `${verb} ${id}`,
      ),
    ),
  );
}

/** The first word is an id where one begins with it; the rest is what else was said. */
export async function splitId(
  context: Here,
  words: string,
): Promise<{ readonly id: string; readonly rest: string }> {
  const [first = "", ...rest] = words.trim().split(/\s+/);
  const here = await subscriptionsHere(context);
  const isId =
    /^[0-9a-f]{3,}$/i.test(first) && here.some(({ id }) => id.startsWith(first.toLowerCase()));
  return isId ? { id: first, rest: rest.join(" ") } : { id: "", rest: words.trim() };
}
