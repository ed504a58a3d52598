/** A calendar as plain data. */
export interface Calendar {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
}

export interface CalendarEvent {
  /** stable, even if the date moves */
  readonly uid: string;
  /** number of date changes so far, from 0 */
  readonly sequence: number;
  /** the event was called off */
  readonly cancelled?: boolean;
  readonly when: CalendarTime;
  readonly title: string;
  /** one entry per line */
  readonly description: readonly string[];
}

/** Whole days, inclusive, as `YYYY-MM-DD`; or one instant, ISO 8601 with an offset. */
export type CalendarTime = { readonly from: string; readonly through: string } | { readonly at: string };
