/** Times of day: `08:00`, `8`, `7am`, `8.30 pm`, `0800`, noon. */
import { code } from "../../command/line.ts";
import { asked, derived, say } from "../../document/sentence.ts";
import { UserError } from "../../errors.ts";
import type { Scrap } from "./scrap.ts";

/** Source of a pattern for one time, without groups. */
export const time = String.raw`(?:(?:[01]\d|2[0-3])[0-5]\d(?:\s*h(?:ours|rs)?)?|\d{1,2}(?:\s?[:.h]\s?\d{2})?(?:\s*(?:[ap]\.?m\.?|o'?clock|uhr|h))?|noon|midday|midnight)(?![\w:])`;
/** One that cannot be anything but a time, even where nothing announces it. */
const plainTime = String.raw`(?:\d{1,2}\s?[:.h]\s?\d{2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*(?:[ap]\.?m\.?|o'?clock)|noon|midday|midnight)(?![\w:])`;

const further = String.raw`(?:\s*(?:,|;|and|&|\+)\s*(?:at\s+)?${time})*`;
const announced = new RegExp(String.raw`(?<!\w)(?:at|@)\s*(${time}${further})`, "i");
const unannounced = new RegExp(String.raw`(?<![\w:])(${plainTime}${further})`, "i");
const bare = new RegExp(
  String.raw`(?:^|;)\s*(${time}${further})\s*(?=;|$|in\b|about\b|[A-Z])`,
  "i",
);

export type DayPart = "morning" | "afternoon" | "evening" | "night";

const usual: Readonly<Record<DayPart, string>> = {
  morning: "08:00",
  afternoon: "14:00",
  evening: "18:00",
  night: "21:00",
};

/** More digests in a day are refused: nobody reads them. */
const most = 4;

/** Ascending; undefined when the words name none. */
export function takeTimes(
  scrap: Scrap,
  { part, twice }: { readonly part: DayPart | undefined; readonly twice: boolean },
): readonly string[] | undefined {
  const match = scrap.take(announced) ?? scrap.take(unannounced) ?? scrap.take(bare);
  if (!match) {
    if (twice) return ["08:00", "17:00"];
    return part && [usual[part]];
  }
  const found = [...(match[1] ?? "").matchAll(new RegExp(time, "gi"))].map(([word]) =>
    readTime(word, part),
  );
  const times = [...new Set(found)].toSorted();
  if (twice && times.length !== 2) {
    throw new UserError([
      say("subscribe.twice"),
      say("subscribe.write", {
        example: code("subscribe twice a day at 08:00 and 17:00 in Europe/London"),
      }),
    ]);
  }
  return checkedTimes(times);
}

/** @throws UserError when there are more than anybody reads. */
export function checkedTimes(times: readonly string[]): readonly string[] {
  if (times.length <= most) return times;
  throw new UserError([
    say("subscribe.too-often", {
      count: derived(times.length, { type: "layout" }),
      most: derived(most, { type: "layout" }),
    }),
    say("subscribe.fewer"),
  ]);
}

/**
 * One time as `HH:MM`.
 * @throws UserError when no clock shows it.
 */
export function readTime(word: string, part?: DayPart): string {
  const text = word.toLowerCase().replace(/\s+/g, "").replaceAll(".m", "m");
  if (text === "noon" || text === "midday") return "12:00";
  if (text === "midnight") return "00:00";
  const match =
    /^(?<hour>\d{2})(?<minute>\d{2})(?:h.*)?$/.exec(text) ??
    /^(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2}))?(?<half>[ap]m)?\.?(?:o'?clock|uhr|h)?$/.exec(text);
  const { hour: hourText, minute: minuteText, half } = match?.groups ?? {};
  let hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  const twelve = half !== undefined;
  const wrong = twelve ? hour < 1 || hour > 12 : hour > 23;
  if (!match || wrong || minute > 59) {
    throw new UserError([
      say("subscribe.no-time", { asked: asked(word) }),
      say("subscribe.write-time", { example: code("08:00, 7am, 17:30") }),
    ]);
  }
  if (twelve) hour = (hour % 12) + (half === "pm" ? 12 : 0);
  // "every evening at 7" is 19:00.
  else if (part !== undefined && part !== "morning" && hour >= 1 && hour < 12) hour += 12;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
