package kl01;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.JsonLogicException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges submissions by one rulebook, in the order of docs/rulebook.md: envelope, schema, rules. Make one and keep it: it
 * may be asked by many threads at once.
 */
public final class Judge {
  /** What is wrong and where, a JSON Pointer; `cite` is the clause the rule was made from, or null. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Finding(String rule, String severity, String path, String message, Cite cite) {}

  public record Cite(String document, String clause) {}

  /** Valid when no finding is an error. */
  public record Verdict(boolean valid, List<Finding> findings) {}

  /** The unit as the host authenticated it. */
  public record Unit(String id, String group) {}

  private record Form(Map<String, Object> source, Schema schema, List<Rule> rules) {}

  private record Rule(Map<String, Object> source, Map<String, String> needs, String test, Map<String, String> params) {}

  private static final Set<String> ENDS_JUDGING = Set.of("type", "multipleOf", "minimum", "maximum", "maxItems");
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonLogic logic = new JsonLogic();
  private final Map<String, Form> forms = new HashMap<>();
  private final String id;
  private final String version;

  /**
   * @param file what `kl01 compile` wrote
   * @throws IllegalArgumentException when it is no rulebook
   */
  public static Judge load(Path file) {
    try {
      Map<String, Object> rulebook = objects(List.of(JSON.readValue(file.toFile(), Map.class))).iterator().next();
      if ("1".equals(rulebook.get("rulebook"))) return new Judge(rulebook);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException(file + " is no rulebook of version 1: make one with kl01 compile PACK -o FILE");
  }

  /** @param sha256 the file's, in hexadecimal: another file, or one that was changed, is refused */
  public static Judge pinned(Path file, String sha256) throws IOException {
    String found = Sha256.of(Files.readAllBytes(file));
    if (!found.equals(sha256)) throw new IllegalArgumentException(file + " is another file: its SHA-256 is " + found);
    return load(file);
  }

  private Judge(Map<String, Object> rulebook) {
    id = (String) rulebook.get("id");
    version = (String) rulebook.get("version");
    SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, builder -> builder
        .schemaRegistryConfig(SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build()));
    for (Map<String, Object> form : objects(rulebook.get("forms"))) {
      List<Rule> rules = objects(form.get("rules")).stream().map(Judge::prepared).toList();
      forms.put((String) form.get("id"), new Form(form, schemas.getSchema(JSON.valueToTree(form.get("schema"))), rules));
    }
  }

  public String name() {
    return id + "@" + version;
  }

  /**
   * @param submission what ReadJson gave
   * @param now instant of receipt by your clock, in whole minutes since 1970 UTC (Minute.of)
   * @param unit as you authenticated it; null compares nothing
   */
  public Verdict judge(Object submission, long now, Unit unit) {
    List<Finding> findings = new ArrayList<>();
    if (!(submission instanceof Map<?, ?> sent)) return verdict(findings, Messages.envelope("schema", "", "schema", this, null));
    String named = sent.get("rulebook") instanceof String text ? text : "";
    int at = named.indexOf('@');
    if (at < 1 || at == named.length() - 1 || at != named.lastIndexOf('@') || !named.substring(0, at).equals(id)) {
      return verdict(findings, Messages.envelope("rulebook", "/rulebook", "rulebook", this, sent.get("rulebook")));
    }
    Form form = sent.get("form") instanceof String wanted ? forms.get(wanted) : null;
    if (form == null) return verdict(findings, Messages.envelope("form", "/form", "form", this, sent.get("form")));
    if (!named.equals(name())) findings.add(Messages.envelope("rulebook", "/rulebook", "version", this, named));

    boolean ends = false;
    Map<String, Error> byPath = new LinkedHashMap<>();
    for (Error error : form.schema.validate(JSON.valueToTree(sent))) {
      byPath.putIfAbsent(error.getInstanceLocation().toString(), error);
      ends |= ENDS_JUDGING.contains(error.getKeyword());
    }
    byPath.forEach((path, error) -> findings.add(Messages.shape(path, error, form.source)));
    if (ends) return verdict(findings);

    for (Rule rule : form.rules) apply(rule, sent, now, unit, findings);
    return verdict(findings);
  }

  private void apply(Rule rule, Map<?, ?> submission, long now, Unit unit, List<Finding> findings) {
    Map<String, Object> data = new HashMap<>();
    data.put("submission", submission);
    data.put("unit", unit == null ? null : Map.of("id", unit.id, "group", unit.group));
    data.put("now", now);
    String each = (String) rule.source.get("each");
    if (each == null) {
      if (needsHold(rule, data) && isBroken(rule, data)) findings.add(finding(rule, "", data));
      return;
    }
    if (!(at(submission, each.substring(1).split("/")) instanceof List<?> items)) return;
    Set<List<Object>> seen = new HashSet<>();
    for (int index = 0; index < items.size(); index++) {
      data.put("item", items.get(index));
      data.put("index", index);
      if (!needsHold(rule, data)) continue;
      boolean broken = rule.test == null ? !seen.add(values(rule, data)) : isBroken(rule, data);
      if (broken) findings.add(finding(rule, each + "/" + index, data));
    }
  }

  private boolean needsHold(Rule rule, Map<String, Object> data) {
    return rule.needs.entrySet().stream().allMatch(need -> isOfType(at(data, need.getKey().split("\\.")), need.getValue()));
  }

  private boolean isBroken(Rule rule, Map<String, Object> data) {
    return !Boolean.TRUE.equals(evaluate(rule.test, data));
  }

  private static List<Object> values(Rule rule, Map<String, Object> data) {
    List<Object> values = new ArrayList<>();
    for (Object path : (List<?>) rule.source.get("unique")) values.add(at(data, ((String) path).split("\\.")));
    return values;
  }

  private Object evaluate(String expression, Map<String, Object> data) {
    try {
      return logic.apply(expression, data);
    } catch (JsonLogicException e) {
      throw new IllegalStateException("The rulebook " + name() + " holds logic that cannot be evaluated", e);
    }
  }

  private Finding finding(Rule rule, String at, Map<String, Object> data) {
    Map<String, Object> params = new HashMap<>();
    rule.params.forEach((name, expression) -> params.put(name, evaluate(expression, data)));
    String severity = (String) rule.source.get("severity");
    String message = Messages.filled((String) ((Map<?, ?>) rule.source.get("message")).get("vi"), params);
    Cite cite = rule.source.get("cite") instanceof Map<?, ?> named ? new Cite((String) named.get("document"), (String) named.get("clause")) : null;
    return new Finding((String) rule.source.get("id"), severity, at + rule.source.get("path"), message, cite);
  }

  private static Verdict verdict(List<Finding> findings, Finding... more) {
    findings.addAll(List.of(more));
    return new Verdict(findings.stream().noneMatch(finding -> finding.severity.equals("error")), findings);
  }

  /** Logic as text, which the engine parses once and keeps. */
  @SuppressWarnings("unchecked")
  private static Rule prepared(Map<String, Object> rule) {
    Map<String, String> params = new LinkedHashMap<>();
    if (rule.get("params") instanceof Map<?, ?> given) given.forEach((name, part) -> params.put((String) name, JSON.writeValueAsString(part)));
    String test = rule.containsKey("unique") ? null : JSON.writeValueAsString(rule.get("assert"));
    return new Rule(rule, (Map<String, String>) rule.get("needs"), test, params);
  }

  private static Object at(Object value, String[] steps) {
    for (String step : steps) value = value instanceof Map<?, ?> map ? map.get(step) : null;
    return value;
  }

  private static boolean isOfType(Object value, String type) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Long || value instanceof Integer;
      case "boolean" -> value instanceof Boolean;
      case "list" -> value instanceof List;
      case "object" -> value instanceof Map;
      default -> throw new IllegalArgumentException("The rulebook needs a value of an unknown type: " + type);
    };
  }

  @SuppressWarnings("unchecked")
  private static Collection<Map<String, Object>> objects(Object list) {
    return (Collection<Map<String, Object>>) list;
  }
}
