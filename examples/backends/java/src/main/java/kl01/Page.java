package kl01;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** HTML from the templates beside `vi.properties`. Text is never markup: `{{name}}` is filled escaped. */
final class Page {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final JsonMapper JSON = new JsonMapper();

  /** @param values texts; a list of sentences becomes list items */
  static String filled(String template, Map<String, ?> values) {
    return PLACE.matcher(resource(template)).replaceAll(place -> Matcher.quoteReplacement(
        values.get(place.group(1)) instanceof List<?> sentences
            ? String.join("", sentences.stream().map(sentence -> "<li>" + escaped(sentence) + "</li>").toList())
            : escaped(values.get(place.group(1)))));
  }

  /** For a block of data in a page: inside it only `<` could be taken for markup, and entities are not read. */
  static String data(Object value) {
    return JSON.writeValueAsString(value).replace("<", "\\u003c");
  }

  static String resource(String name) {
    try (InputStream file = Page.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(Object text) {
    return String.valueOf(text == null ? "" : text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  private Page() {}
}
