/**
 * A subscription in words: `weekdays at 08:00 in Europe/London about nuclear, sanctions depth 90s`.
 * Clauses may come in any order; each is taken out of the text, and what is left over is said.
 */
import type { Depth } from "../../command/command.ts";
import { code } from "../../command/line.ts";
import { asked, say } from "../../document/sentence.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { UserError } from "../../errors.ts";
import type { QuietHours } from "../next-run.ts";
import type { Schedule } from "../schedule.ts";
import type { Filter, Subscription } from "../subscription.ts";
import { takeAbout } from "./about.ts";
import { takeDepth, takePlacement, takeQuietDays, takeQuietHours } from "./clauses.ts";
import { takeDays } from "./days.ts";
import { createScrap } from "./scrap.ts";
import { takeTimes } from "./times.ts";
import { takeZone } from "./zones.ts";

/** What the words say; what they leave open is absent. */
export interface Order {
  readonly days?: Schedule["days"];
  /** Local times, `HH:MM`, ascending. */
  readonly times?: readonly string[];
  readonly zone?: string;
  readonly filter?: Filter;
  readonly depth?: Depth;
  readonly quietHours?: QuietHours;
  readonly quietDays?: Subscription["quietDays"];
  readonly placement?: Subscription["placement"];
}

/** Lines that show what can be said. */
export const orderExamples: readonly string[] = [
  "subscribe weekdays at 08:00 in Europe/London",
  "subscribe mondays and thursdays 9am Tehran time",
  "subscribe last day of the month at 09:00 in UTC",
];

/**
 * @throws UserError on a time, zone or name that does not exist, and on words that mean nothing here.
 */
export function readOrder(words: string, dossier: Dossier): Order {
  const scrap = createScrap(words);
  // A clause comes before those whose words it shares: "quiet hours 22 to 7" before times.
  const quietHours = takeQuietHours(scrap);
  const quietDays = takeQuietDays(scrap);
  const placement = takePlacement(scrap);
  const depth = takeDepth(scrap);
  const { days, part, cronTimes, twice } = takeDays(scrap);
  const times = cronTimes ?? takeTimes(scrap, { part, twice });
  const filter = takeAbout(scrap, dossier);
  const zone = takeZone(scrap);
  const named = filter ?? takeAbout(scrap, dossier, "left");
  const left = scrap.left();
  if (left !== "") {
    throw new UserError([
      say("subscribe.words-left", { asked: asked(left) }),
      say("subscribe.write", { example: code(orderExamples[0] ?? "subscribe") }),
    ]);
  }
  return {
    ...(days && { days }),
    ...(times && { times }),
    ...(zone !== undefined && { zone }),
    ...(named && { filter: named }),
    ...(depth && { depth }),
    ...(quietHours && { quietHours }),
    ...(quietDays && { quietDays }),
    ...(placement && { placement }),
  };
}
