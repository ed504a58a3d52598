/** What a unit writes into a section when it has nothing to report. Part of the report, so in the report's language. */
export const NOTHING_TO_REPORT = 'Không phát sinh.';
