package kl01;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON from outside into maps, lists, texts, Long, Double, Boolean and null; refuses what "What is refused before
 * judging" of docs/rulebook.md lists. Of properties that repeat the last counts; −0 is 0 and 2022.0 is 2022.
 */
public final class ReadJson {
  /** Bytes of UTF-8 that a submission may have. */
  public static final int MAX_BYTES = 5_000_000;

  /** Lists and objects within one another. */
  public static final int MAX_DEPTH = 32;

  /** Lists, objects, texts, numbers, true, false and null together. */
  public static final int MAX_VALUES = 100_000;

  private static final double MAX_NUMBER = 9_007_199_254_740_991d;

  /** Texts and nesting are bounded by us, before and while reading. */
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNumberLength(Integer.MAX_VALUE).maxNameLength(Integer.MAX_VALUE).maxStringLength(Integer.MAX_VALUE).build())
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
      .build();

  /** The text may not be judged at all; `reason` is for programs, the message for developers. */
  public static final class Refused extends Exception {
    public final String reason;

    Refused(String reason, String message) {
      super(message);
      this.reason = reason;
    }
  }

  /** @throws Refused for what nobody may judge */
  public static Object read(byte[] text) throws Refused {
    return bounded(read(text, MAX_BYTES, MAX_DEPTH));
  }

  static Object read(byte[] text, int maxBytes, int maxDepth) throws Refused {
    if (text.length > maxBytes) throw new Refused("too-large", "The text has more than " + maxBytes + " bytes.");
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), decoded(text))) {
      Object value = value(parser, parser.nextToken(), maxDepth);
      if (parser.nextToken() != null) throw notJson();
      return value;
    } catch (JacksonException e) {
      throw notJson();
    }
  }

  /** A submission that came within something else, such as a line: no deeper and of no more values than alone. */
  static Object bounded(Object submission) throws Refused {
    if (count(submission, MAX_DEPTH) > MAX_VALUES) throw new Refused("too-large", "The submission has more than " + MAX_VALUES + " values.");
    return submission;
  }

  private static int count(Object value, int depth) throws Refused {
    Iterable<?> parts = value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : null;
    if (parts == null) return 1;
    if (depth == 0) throw tooDeep();
    int count = 1;
    for (Object part : parts) count += count(part, depth - 1);
    return count;
  }

  private static Object value(JsonParser parser, JsonToken token, int depth) throws Refused {
    if (token == null) throw notJson();
    switch (token) {
      case START_OBJECT: {
        if (depth == 0) throw tooDeep();
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = wellFormed(parser.currentName());
          object.put(name, value(parser, parser.nextToken(), depth - 1));
        }
        return object;
      }
      case START_ARRAY: {
        if (depth == 0) throw tooDeep();
        List<Object> list = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
          list.add(value(parser, next, depth - 1));
        }
        return list;
      }
      case VALUE_STRING: return wellFormed(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT: return number(parser.getString());
      case VALUE_TRUE: return true;
      case VALUE_FALSE: return false;
      case VALUE_NULL: return null;
      default: throw notJson();
    }
  }

  private static Object number(String text) throws Refused {
    double number = Double.parseDouble(text);
    if (!(Math.abs(number) <= MAX_NUMBER)) {
      throw new Refused("number", "A number is not finite or lies beyond ±(2^53 − 1).");
    }
    if (number == Math.rint(number)) return (long) number;
    return number;
  }

  private static String wellFormed(String text) throws Refused {
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (!Character.isSurrogate(unit)) continue;
      boolean pair = Character.isHighSurrogate(unit) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
      if (!pair) throw new Refused("surrogate", "A text holds half of a surrogate pair.");
      at++;
    }
    return text;
  }

  /** Jackson would skip a byte order mark and mend bytes that are no UTF-8. */
  private static String decoded(byte[] text) throws Refused {
    try {
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
      if (decoded.startsWith("\uFEFF")) throw notJson();
      return decoded;
    } catch (CharacterCodingException e) {
      throw notJson();
    }
  }

  private static Refused notJson() {
    return new Refused("not-json", "The text is not JSON; send one JSON value encoded as UTF-8.");
  }

  private static Refused tooDeep() {
    return new Refused("too-deep", "Lists and objects are nested too deep.");
  }

  private ReadJson() {}
}
