import { parseInstant } from '@kl01/rules';
import type { Calendar, CalendarEvent } from '../model/calendar.js';

/**
 * Writes a calendar as iCalendar (RFC 5545). Hand-written because of two libraries tried, one folded lines by
 * characters instead of octets (3.1) and the other wrote the wrong hour for a named time zone.
 *
 * @param stamp ISO 8601 instant with an offset of the last change to the calendar: DTSTAMP of every event
 * @returns UTF-8; equal calendars give equal bytes
 */
export function writeIcs({ name, events }: Calendar, stamp: string): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kl01//exporters//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

function eventLines({ uid, sequence, cancelled, when, title, description }: CalendarEvent, stamp: string): string[] {
  const time =
    'at' in when
      ? [`DTSTART:${utc(when.at)}`]
      : [`DTSTART;VALUE=DATE:${digits(when.from)}`, `DTEND;VALUE=DATE:${digits(dayAfter(when.through))}`];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `SEQUENCE:${sequence}`,
    ...time,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${description.map(escaped).join('\\n')}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** 3.3.11: escapes characters that separate values. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&');

const digits = (date: string) => date.replaceAll('-', '');

/** The end of whole-day events is exclusive. */
function dayAfter(date: string): string {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
  return next.toISOString().slice(0, 10);
}

const utc = (at: string) =>
  `${new Date(parseInstant(at) * 60_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const MOST_OCTETS = 75;

/** 3.1: lines have at most 75 octets; continuation lines start with a space. Characters are never split. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let octets = 0;
  let text = '';
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > MOST_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += letter;
    octets += size;
  }
  return text;
}
