package kl01;

import com.networknt.schema.Error;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Sentences for officers. Those of rules stand in the rulebook, the others in `vi.properties`. */
final class Messages {
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("kl01.vi");
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]\\w*)\\}");
  private static final int LONGEST_QUOTE = 120;

  static String word(String key) {
    return WORDS.getString(key);
  }

  static Judge.Finding envelope(String rule, String path, String key, Judge judge, Object received) {
    Map<String, Object> params = new HashMap<>();
    params.put("expected", judge.name());
    params.put("received", received);
    String severity = key.equals("version") ? "warning" : "error";
    return new Judge.Finding(rule, severity, path, filled(WORDS.getString("envelope." + key), params), null);
  }

  /** A finding of shape is told by the field's label, never in the validator's words. */
  static Judge.Finding shape(String path, Error error, Map<String, Object> form) {
    JsonNode schema = error.getSchemaNode();
    Map<String, Object> params = new HashMap<>();
    params.put("label", label(path, form));
    params.put("limit", schema);
    params.put("property", error.getProperty());
    return new Judge.Finding("schema", "error", path, filled(WORDS.getString("shape." + error.getKeyword()), params), null);
  }

  /** Fills the `{name}` places of a template. */
  static String filled(String template, Map<String, Object> params) {
    return PLACE.matcher(template).replaceAll(place ->
        Matcher.quoteReplacement(params.containsKey(place.group(1)) ? quoted(params.get(place.group(1))) : place.group()));
  }

  /** `view.labels` names places; list positions read as `*`. */
  static String label(String path, Map<String, Object> form) {
    Map<?, ?> labels = (Map<?, ?>) ((Map<?, ?>) form.get("view")).get("labels");
    Object label = labels.get(labels.containsKey(path) ? path : path.replaceAll("/\\d+(?=/|$)", "/*"));
    if (label instanceof Map<?, ?> byLanguage) label = byLanguage.get("vi");
    return label == null ? WORDS.getString("place") : (String) label;
  }

  private static String quoted(Object value) {
    if (value instanceof Double number && number == Math.rint(number)) return String.valueOf(number.longValue());
    String text = value == null ? "" : String.valueOf(value);
    return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
  }

  private Messages() {}
}
