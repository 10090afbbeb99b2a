/** How much, where, and when not. */
import type { Depth } from "../../command/command.ts";
import type { QuietHours } from "../next-run.ts";
import type { Subscription } from "../subscription.ts";
import type { Scrap } from "./scrap.ts";
import { readTime, time } from "./times.ts";

const quiet = new RegExp(
  String.raw`\b(?:quiet(?:\s+hours)?|not|never|nothing)[:=]?\s+(?:from\s+|between\s+)?(${time})\s*(?:-|–|to|and|until|till)\s*(${time})(?=[\s;,.]|$)`,
  "i",
);

/** "quiet hours 22:00-07:00", "not between 10pm and 7am". */
export function takeQuietHours(scrap: Scrap): QuietHours | undefined {
  const match = scrap.take(quiet);
  if (!match) return undefined;
  return { from: readTime(match[1] ?? ""), until: readTime(match[2] ?? "") };
}

/** "skip quiet days", "only when something changed", "short on quiet days". */
export function takeQuietDays(scrap: Scrap): Subscription["quietDays"] | undefined {
  const skip =
    scrap.take(
      /\b(?:skip|no(?:thing|ne)?|not|silent)\s+(?:(?:on|if|for|when)\s+)?(?:quiet|unchanged|empty|uneventful)(?:\s+days?)?\b|\bskip\s+(?:days\s+)?(?:(?:when|if|with)\s+)?(?:there\s+(?:is|are)\s+)?(?:nothing|no)\s+(?:new|news|changed|changes?|to\s+report)\b/i,
    ) ??
    scrap.take(
      /\bonly\s+(?:(?:if|when|on\s+days\s+with|with)\s+)?(?:there\s+(?:is|are)\s+)?(?:something\s+)?(?:new|news|changed|changes?)\b|\bquiet[- ]days?[:=]\s*skip\b/i,
    );
  if (skip) return "skip";
  const short = scrap.take(
    /\b(?:be\s+)?short\s+(?:on|for)\s+quiet(?:\s+days?)?\b|\bquiet[- ]days?[:=]?\s*short\b/i,
  );
  return short ? "short" : undefined;
}

/** "in one thread", "in the channel". */
export function takePlacement(scrap: Scrap): Subscription["placement"] | undefined {
  if (scrap.take(/\b(?:in|into)\s+(?:one|a|the|its own)\s+(?:single\s+|standing\s+)?thread\b/i)) {
    return "thread";
  }
  return scrap.take(/\b(?:in|into|to)\s+(?:the|this)\s+channel\b/i) ? "channel" : undefined;
}

/** "depth 90s", "full", "headlines only". */
export function takeDepth(scrap: Scrap): Depth | undefined {
  const match =
    scrap.take(
      /\bdepth[:=]?\s*(headlines?|90\s*s(?:ec(?:ond)?s)?|90|full|short|long)(?=[\s;,.]|$)/i,
    ) ??
    scrap.take(
      /\b(?:in\s+)?(headlines?(?:\s+only)?|90\s*s(?:ec(?:ond)?s)?|full(?:\s+depth)?)(?=[\s;,.]|$)/i,
    );
  const word = match?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  if (word.startsWith("90")) return "90s";
  return word.startsWith("full") || word === "long" ? "full" : "headline";
}
