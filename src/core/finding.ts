/** One thing that was tested between the bot and the world it needs, by `npm run doctor`. */
export interface Finding {
  readonly about: string;
  readonly result: "good" | "caution" | "bad";
  readonly text: string;
  /** What to do. */
  readonly mend?: string;
}
