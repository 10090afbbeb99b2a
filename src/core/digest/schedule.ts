/**
 * When a digest runs, in the reader's own time. `nextRun` (`next-run.ts`) says when; the words of a
 * schedule stand beside it in the same folder.
 */
export interface Schedule {
  /** IANA. */
  readonly zone: string;
  /** Local times, `HH:MM`, ascending. */
  readonly times: readonly string[];
  readonly days:
    | { readonly type: "every" }
    /** ISO weekdays, 1 Monday to 7 Sunday. */
    | { readonly type: "week"; readonly days: readonly number[] }
    /** Days of the month; `last` is its last day. A month without the day is passed over. */
    | { readonly type: "month"; readonly days: readonly (number | "last")[] }
    /**
     * All five fields as written (`cron.ts`). `times` holds what minute and hour say; day of month,
     * month and weekday must all hold.
     */
    | { readonly type: "cron"; readonly expression: string };
}
