package kl01;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as rulebooks count them, without a clock or zone of the machine. */
final class Day {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern OFFSET = Pattern.compile("([+-])([0-9]{2}):([0-9]{2})");
  private static final int MINUTES = 1440;

  /** Null for anything but `YYYY-MM-DD` of a day that exists, from 0001-01-01 on. */
  static LocalDate of(Object text) {
    if (!(text instanceof String given) || !DAY.matcher(given).matches() || given.startsWith("0000")) return null;
    try {
      return LocalDate.parse(given);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The day of an instant, both in minutes. */
  static LocalDate of(long minute, long offset) {
    return LocalDate.ofEpochDay(Math.floorDiv(minute + offset, MINUTES));
  }

  /** Days since 1970-01-01; null for null. */
  static Long number(LocalDate day) {
    return day == null ? null : day.toEpochDay();
  }

  /** A number that orders days, and that a month later is 32 more; null for null. */
  static Long key(LocalDate day) {
    return day == null ? null : (12L * day.getYear() + day.getMonthValue() - 1) * 32 + day.getDayOfMonth();
  }

  /** Minutes east of UTC: `+07:00` is 420. */
  static long offset(Object text) {
    Matcher match = OFFSET.matcher(text instanceof String given ? given : "");
    if (!match.matches()) throw new IllegalArgumentException("`utcOffset` is no offset such as +07:00.");
    long minutes = Integer.parseInt(match.group(2)) * 60L + Integer.parseInt(match.group(3));
    return match.group(1).equals("-") ? -minutes : minutes;
  }

  private Day() {}
}
