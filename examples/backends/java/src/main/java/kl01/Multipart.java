package kl01;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a form's post, `multipart/form-data` as browsers write it (RFC 7578, names as the HTML standard escapes them). */
final class Multipart {
  /** `fileName` is null for a field. It is what a browser says: show it, never use it as a path. */
  record Part(String name, String fileName, byte[] content) {}

  private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAMETER = Pattern.compile("[;\\s](name|filename)=\"([^\"]*)\"");
  private static final String LINE = "\r\n";

  /** @throws IllegalArgumentException when it is not such a post, or was cut off */
  static List<Part> parse(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
    if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") || !boundary.find()) {
      throw new IllegalArgumentException("The request is no form post.");
    }
    // One character for each byte, so that positions in the text are positions in the body.
    String text = LINE + new String(body, StandardCharsets.ISO_8859_1);
    String mark = LINE + "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    List<Part> parts = new ArrayList<>();
    int at = next(text, mark, 0);
    while (at >= 0 && !text.startsWith("--", at + mark.length())) {
      int head = at + mark.length() + LINE.length();
      int content = text.indexOf(LINE + LINE, head - LINE.length());
      int end = content < 0 ? -1 : next(text, mark, content + LINE.length());
      if (end < 0) throw new IllegalArgumentException("The request was cut off.");
      parts.add(part(text.substring(head, Math.max(head, content)), bytes(text.substring(Math.min(content + 2 * LINE.length(), end), end))));
      at = end;
    }
    if (at < 0) throw new IllegalArgumentException("The request was cut off.");
    return parts;
  }

  /** Where a line is the boundary, not merely begins like it; -1: nowhere. */
  private static int next(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    while (at >= 0 && !text.startsWith(LINE, at + mark.length()) && !text.startsWith("--", at + mark.length())) {
      at = text.indexOf(mark, at + 1);
    }
    return at;
  }

  private static Part part(String headers, byte[] content) {
    String name = null;
    String fileName = null;
    for (String header : headers.split(LINE)) {
      if (!header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) continue;
      for (Matcher each = PARAMETER.matcher(header); each.find(); ) {
        String value = new String(bytes(each.group(2)), StandardCharsets.UTF_8).replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
        if (each.group(1).equals("name")) name = value;
        else fileName = value;
      }
    }
    if (name == null) throw new IllegalArgumentException("A part has no name.");
    return new Part(name, fileName, content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Multipart() {}
}
