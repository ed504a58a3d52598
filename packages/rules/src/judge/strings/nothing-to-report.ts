/** What a unit writes into a section about which it has nothing to tell. Part of the report, so in its language. */
export const NOTHING_TO_REPORT = 'Không phát sinh.';
