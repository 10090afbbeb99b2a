/** What the bot may do where, and what it asks for when it is invited. */
import { PermissionFlagsBits } from "discord.js";

/** Each permission of the invite, and why. docs/discord.md lists the same. */
const wantedPermissions = [
  { name: "View Channels", bit: PermissionFlagsBits.ViewChannel, why: "to be in the channel" },
  { name: "Send Messages", bit: PermissionFlagsBits.SendMessages, why: "to post briefings" },
  {
    name: "Create Public Threads",
    bit: PermissionFlagsBits.CreatePublicThreads,
    why: "to put depth and follow-ups below a briefing",
  },
  {
    name: "Send Messages in Threads",
    bit: PermissionFlagsBits.SendMessagesInThreads,
    why: "to answer there",
  },
  { name: "Attach Files", bit: PermissionFlagsBits.AttachFiles, why: "for charts and exports" },
  {
    name: "Read Message History",
    bit: PermissionFlagsBits.ReadMessageHistory,
    why: "to reply to messages, and to find a digest whose delivery was unclear before posting again",
  },
] as const;

const wanted = wantedPermissions.reduce((sum, { bit }) => sum | bit, 0n);

/** Names of the wanted permissions that are not there. */
export function missingOf(permissions: bigint): readonly string[] {
  return wantedPermissions.filter(({ bit }) => !has(permissions, bit)).map(({ name }) => name);
}

/** How to add the bot, for the operator's terminal. */
export function invitation(application: string): string {
  const permissions = wantedPermissions.map(({ name, why }) => `    ${name}: ${why}`);
  return [
    "",
    "  Add Backchannel to a Discord server:",
    `  ${inviteUrl(application)}`,
    "  It asks for these permissions and no others:",
    ...permissions,
    "  Or to your own account, for its commands everywhere:",
    `  ${userInstallUrl(application)}`,
    "",
    "",
  ].join("\n");
}

/** Adds the bot to a server. https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow */
function inviteUrl(application: string): string {
  return authorize(application, {
    scope: "bot applications.commands",
    permissions: wanted.toString(),
    integration_type: "0",
  });
}

/** Adds the commands to a person's own account, for servers and messages without the bot. */
function userInstallUrl(application: string): string {
  return authorize(application, { scope: "applications.commands", integration_type: "1" });
}

function authorize(application: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ client_id: application, ...parameters });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** Posting in a channel, posting in its threads, making a thread, looking back. */
export type Act = "post" | "post-in-thread" | "thread" | "read";

const needed = {
  post: PermissionFlagsBits.SendMessages,
  "post-in-thread": PermissionFlagsBits.SendMessagesInThreads,
  thread: PermissionFlagsBits.CreatePublicThreads,
  read: PermissionFlagsBits.ReadMessageHistory,
} as const satisfies Readonly<Record<Act, bigint>>;

export function may(permissions: bigint, act: Act): boolean {
  return has(permissions, PermissionFlagsBits.ViewChannel) && has(permissions, needed[act]);
}

/** All that these permissions allow. */
export function actsOf(permissions: bigint): readonly Act[] {
  return (Object.keys(needed) as Act[]).filter((act) => may(permissions, act));
}

/** Manages the channel, or the server. */
export function mayManage(permissions: bigint): boolean {
  return (
    has(permissions, PermissionFlagsBits.ManageChannels) ||
    has(permissions, PermissionFlagsBits.ManageGuild)
  );
}

function has(permissions: bigint, bit: bigint): boolean {
  return (permissions & (bit | PermissionFlagsBits.Administrator)) !== 0n;
}

export interface Overwrite {
  /** Of a role or a member. */
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Standing {
  readonly guild: string;
  readonly owner: boolean;
  readonly member: string;
  /** Ids of the member's roles, without the server's own that everybody has. */
  readonly roles: readonly string[];
  /** What each role of the server grants, by its id; the server's id is everybody's. */
  readonly grants: ReadonlyMap<string, bigint>;
  readonly overwrites: readonly Overwrite[];
}

/**
 * A member's permissions in a channel; undefined when the roles are not known.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function permissionsIn(standing: Standing): bigint | undefined {
  const { guild, roles, grants } = standing;
  const base = [guild, ...roles].reduce((sum, id) => sum | (grants.get(id) ?? 0n), 0n);
  return base === 0n && !standing.owner ? undefined : overwritten({ ...standing, base });
}

/** What is left of, and added to, `base` in a channel. */
export function overwritten(
  standing: Omit<Standing, "grants"> & { readonly base: bigint },
): bigint {
  const { guild, owner, member, roles, base, overwrites } = standing;
  if (owner || has(base, PermissionFlagsBits.Administrator)) return allPermissions;
  const apply = (to: bigint, those: readonly Overwrite[]) =>
    (to & ~those.reduce((sum, { deny }) => sum | deny, 0n)) |
    those.reduce((sum, { allow }) => sum | allow, 0n);
  const of = (test: (id: string) => boolean) => overwrites.filter(({ id }) => test(id));
  const everybody = apply(
    base,
    of((id) => id === guild),
  );
  const byRole = apply(
    everybody,
    of((id) => roles.includes(id)),
  );
  return apply(
    byRole,
    of((id) => id === member),
  );
}

const allPermissions = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
