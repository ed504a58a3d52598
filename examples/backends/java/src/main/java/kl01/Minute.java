package kl01;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants as rulebooks count them: whole minutes since 1970-01-01T00:00Z, rounded down. */
public final class Minute {
  private static final Pattern INSTANT = Pattern.compile(
      "(\\d{4}-\\d{2}-\\d{2}T(?:[01]\\d|2[0-3]):[0-5]\\d)(?::[0-5]\\d(?:[.,]\\d+)?)?(?:Z|([+-])([01]\\d|2[0-3]):([0-5]\\d))");

  /**
   * @param text an ISO 8601 instant with an offset, such as `2023-03-30T23:59:59+07:00`
   * @throws IllegalArgumentException for anything else, also for a day that does not exist
   */
  public static long of(Object text) {
    Matcher match = INSTANT.matcher(text instanceof String given ? given : "");
    if (!match.matches()) throw new IllegalArgumentException("not an ISO 8601 instant with an offset");
    long offset = match.group(2) == null ? 0 : Integer.parseInt(match.group(3)) * 60L + Integer.parseInt(match.group(4));
    try {
      // Not OffsetDateTime: it knows no offset beyond 18 hours.
      long local = LocalDateTime.parse(match.group(1)).toEpochSecond(ZoneOffset.UTC) / 60;
      return "-".equals(match.group(2)) ? local + offset : local - offset;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no day of the calendar", e);
    }
  }

  private Minute() {}
}
