/**
 * Data of a picture, in the picture's own terms: plain JSON that a program can draw and a person can
 * read. Dates are ISO days. Labels are names or headlines of the records named beside them.
 */

export type Figure = SeriesFigure | TracksFigure | BalanceFigure | MediationFigure | AgendaFigure;

/** A measurement over time, with what explains its turns and where nothing was measured. */
export interface SeriesFigure {
  readonly type: "series";
  readonly unit: string;
  readonly points: readonly {
    readonly at: string;
    /** As the record dates it, in words: "about February 2022"; the day itself when absent. */
    readonly date?: string;
    readonly value: number;
    readonly kind: "measured" | "estimate" | "derived";
    readonly claim: string;
  }[];
  readonly gaps: readonly { readonly from: string; readonly until?: string }[];
  readonly bends: readonly {
    readonly at: string;
    readonly label: string;
    readonly claim: string;
  }[];
}

export const tracks = ["diplomacy", "nuclear", "pressure", "conflict"] as const;
export type Track = (typeof tracks)[number];

/** Events by track, on the background of the eras. */
export interface TracksFigure {
  readonly type: "tracks";
  readonly from: string;
  readonly until: string;
  readonly eras: readonly {
    readonly from: string;
    readonly until: string;
    readonly label: string;
  }[];
  readonly events: readonly {
    readonly at: string;
    readonly track: Track;
    readonly label: string;
    readonly claim: string;
    /** More is labelled first. */
    readonly weight: number;
  }[];
}

/** Events of cooperation and of conflict, counted per quarter by their PLOVER type. */
export interface BalanceFigure {
  readonly type: "balance";
  readonly quarters: readonly {
    /** As in `2025 Q2`. */
    readonly label: string;
    readonly cooperation: number;
    readonly conflict: number;
    readonly claims: readonly string[];
  }[];
}

/** Who carries messages between whom, on what, since when; the busiest pair first. */
export interface MediationFigure {
  readonly type: "mediation";
  readonly pairs: readonly {
    readonly parties: readonly [string, string];
    readonly mediators: readonly {
      readonly label: string;
      readonly topics: readonly string[];
      /** First and last year on record. */
      readonly first: string;
      readonly last: string;
      readonly claims: readonly string[];
    }[];
  }[];
}

/** What is or was due, on a calendar line. */
export interface AgendaFigure {
  readonly type: "agenda";
  readonly today: string;
  readonly coverageUntil: string;
  readonly items: readonly {
    readonly from: string;
    readonly until: string;
    readonly label: string;
    readonly state: "ahead" | "past" | "settled";
    readonly record: string;
  }[];
}
