import type { types } from "@slack/bolt";
import type { Choice, Depth } from "#core";
import { kit } from "./limits.ts";
import { labelled, option, word } from "./words.ts";

/** Rhythms that the form offers; by command there are more. */
const rhythms = {
  weekdays: "surface.rhythm.weekdays",
  daily: "surface.rhythm.daily",
  weekly: "surface.rhythm.weekly",
} as const;
type Rhythm = keyof typeof rhythms;

const depths: readonly Depth[] = ["headline", "90s", "full"];

const usual = { rhythm: "weekdays", time: "08:00", zone: "UTC", depth: "90s" } as const;

/** Fields by their block ids. Those of a conversation keep the channel in which it was opened. */
export function form(
  topics: readonly Choice[],
  zone: string = usual.zone,
): readonly types.KnownBlock[] {
  const rhythmOptions = (Object.keys(rhythms) as Rhythm[]).map((value) => ({
    text: { type: "plain_text" as const, text: word(rhythms[value]) },
    value,
  }));
  const depthOptions = depths.map((depth) => option({ label: depth, value: depth }));
  const usualDepth = option({ label: usual.depth, value: usual.depth });
  return [
    labelled("channel", "surface.field.channel", {
      type: "conversations_select",
      action_id: "channel",
      default_to_current_conversation: true,
      filter: { include: ["public", "private", "im"], exclude_bot_users: true },
    }),
    labelled("rhythm", "surface.field.rhythm", {
      type: "static_select",
      action_id: "rhythm",
      options: rhythmOptions,
      ...(rhythmOptions[0] && { initial_option: rhythmOptions[0] }),
    }),
    labelled("time", "surface.field.time", {
      type: "timepicker",
      action_id: "time",
      initial_time: usual.time,
    }),
    labelled("zone", "surface.field.zone", {
      type: "external_select",
      action_id: "zone",
      min_query_length: 1,
      initial_option: option({ label: zone, value: zone }),
    }),
    labelled("depth", "surface.field.depth", {
      type: "static_select",
      action_id: "depth",
      options: depthOptions,
      initial_option: usualDepth,
    }),
    ...(topics.length > 0
      ? [
          labelled(
            "topics",
            "surface.field.topics",
            {
              type: "multi_static_select",
              action_id: "topics",
              options: topics.slice(0, kit.options).map(option),
            },
            true,
          ),
        ]
      : []),
  ];
}

/** What comes back of each field. */
interface Field {
  readonly selected_conversation?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[];
  readonly selected_time?: string | null;
}
export type Picked = Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** The form as words of the command's grammar. */
export function chosen(values: Picked): { readonly channel?: string; readonly words: string } {
  const field = (name: string): Field => values[name]?.[name] ?? {};
  const topics = field("topics").selected_options ?? [];
  const channel = field("channel").selected_conversation;
  return {
    ...(channel && { channel }),
    words: [
      field("rhythm").selected_option?.value ?? usual.rhythm,
      `at ${field("time").selected_time ?? usual.time}`,
      `in ${field("zone").selected_option?.value ?? usual.zone}`,
      ...(topics.length > 0 ? [`about ${topics.map(({ value }) => value).join(", ")}`] : []),
      `depth ${field("depth").selected_option?.value ?? usual.depth}`,
    ].join(" "),
  };
}
