/** Dates as plain data: what a calendar says. */
export interface Calendar {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
}

export interface CalendarEvent {
  /** the same for ever, also when the date moves */
  readonly uid: string;
  /** how often its date was changed, from 0 */
  readonly sequence: number;
  /** it will not take place */
  readonly cancelled?: boolean;
  readonly when: CalendarTime;
  readonly title: string;
  /** one entry per line */
  readonly description: readonly string[];
}

/** Whole days, both inclusive, as `YYYY-MM-DD`; or one instant, ISO 8601 with an offset. */
export type CalendarTime = { readonly from: string; readonly through: string } | { readonly at: string };
