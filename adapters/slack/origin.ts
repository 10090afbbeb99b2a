import type { Origin } from "#core";
import type { Context } from "./context.ts";
import { platform, threadId } from "./ids.ts";

export interface Spoken {
  readonly workspace: string;
  readonly channel: string;
  readonly person: string;
  /** Root of the thread in which it was said. */
  readonly thread?: string | undefined;
  /** Told by an event; else the channel's id tells. */
  readonly direct?: boolean;
  /** The bot got it as a member: nothing to ask. */
  readonly inside?: boolean;
}

/** Where a call or message came from, with what Slack knows about the person and the channel. */
export async function originOf({ people }: Context, spoken: Spoken): Promise<Origin> {
  const { workspace, channel, person, thread } = spoken;
  const direct = spoken.direct ?? isDirect(channel);
  const [known, inside] = await Promise.all([
    people.person(person),
    direct || spoken.inside === true ? true : people.inChannel(channel),
  ]);
  return {
    platform,
    workspace,
    channel,
    ...(thread !== undefined && { thread: threadId(workspace, channel, thread) }),
    person,
    direct,
    canPost: inside,
    mayManage: direct || known.member,
    ...(known.locale !== undefined && { locale: known.locale }),
    ...(known.zone !== undefined && { zone: known.zone }),
  };
}

/** Ids of direct messages begin with D. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}
