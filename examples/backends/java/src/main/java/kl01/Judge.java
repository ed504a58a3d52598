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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

  /**
   * What the host knows of a submission, and not what it says itself.
   *
   * @param now instant of receipt by your clock, in whole minutes since 1970 UTC (Minute.of)
   * @param unit as you authenticated it; null compares nothing
   * @param given by their ids, the form's `view.given` that you know: days as 2024-03-01, Long or Boolean; may be null
   * @param receiver for whom you judge, where a form has several with deadlines of their own; else null
   */
  public record Receipt(long now, Unit unit, Map<String, ?> given, String receiver) {
    public Receipt(long now, Unit unit) {
      this(now, unit, null, null);
    }
  }

  private record Form(Map<String, Object> source, Schema schema, List<Derived> derive, List<Rule> rules) {}

  /** A value computed before the rules; one of `days`, `months` and `logic` is there, and `share` may stand beside `logic`. */
  private record Derived(String as, Places places, Map<String, String> needs, String days, String months, Share share, String logic) {}

  private record Share(long part, long whole, String round) {
    Object of(Object number) {
      if (!(number instanceof Long of)) return null;
      return switch (round) {
        case "down" -> Math.floorDiv(of * part, whole);
        case "up" -> Math.floorDiv(of * part + whole - 1, whole);
        default -> Math.floorDiv(2 * of * part + whole, 2 * whole);
      };
    }
  }

  /** @param test what must be true: of a rule about what repeats, for an item to count */
  private record Rule(
      Map<String, Object> source, Places places, Map<String, String> needs, String test, Repeats repeats, Map<String, String> params) {}

  private record Repeats(List<String> of, long atMost) {}

  private static final Set<String> ENDS_JUDGING = Set.of("type", "multipleOf", "minimum", "maximum", "maxItems");
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonLogic logic = new JsonLogic();
  private final Map<String, Form> forms = new HashMap<>();
  private final String id;
  private final String version;
  private final long offset;

  /**
   * @param file what `kl01 compile` wrote
   * @throws IllegalArgumentException when it is no rulebook
   */
  public static Judge load(Path file) {
    try {
      Map<String, Object> rulebook = objects(List.of(JSON.readValue(file.toFile(), Map.class))).iterator().next();
      if ("2".equals(rulebook.get("rulebook"))) return new Judge(rulebook);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
      throw new IllegalArgumentException(file + " is broken: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(file + " is no rulebook of version 2: make one with kl01 compile PACK -o FILE");
  }

  /** @param sha256 the file's, in hexadecimal: another file, or one that was changed, is refused */
  public static Judge pinned(Path file, String sha256) throws IOException {
    String found = Sha256.of(Files.readAllBytes(file));
    if (!found.equals(sha256)) throw new IllegalArgumentException(file + " is another file: its SHA-256 is " + found);
    return load(file);
  }

  Judge(Map<String, Object> rulebook) {
    id = (String) rulebook.get("id");
    version = (String) rulebook.get("version");
    offset = Day.offset(rulebook.get("utcOffset"));
    SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, builder -> builder
        .schemaRegistryConfig(SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build()));
    for (Map<String, Object> form : objects(rulebook.get("forms"))) {
      List<Rule> rules = objects(form.get("rules")).stream().map(Judge::prepared).toList();
      List<Derived> derive = form.get("derive") == null ? List.of() : objects(form.get("derive")).stream().map(Judge::derived).toList();
      forms.put((String) form.get("id"), new Form(form, schemas.getSchema(JSON.valueToTree(form.get("schema"))), derive, rules));
    }
  }

  public String name() {
    return id + "@" + version;
  }

  /** @param submission what ReadJson gave */
  public Verdict judge(Object submission, Receipt receipt) {
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

    Map<String, Object> data = data(sent, receipt);
    Map<String, Object> marks = new HashMap<>();
    data.put("marks", marks);
    for (Derived entry : form.derive) {
      for (Places.Place place : entry.places.in(sent, marks)) {
        put(place, data);
        Object value = needsHold(entry.needs, data) ? value(entry, data) : null;
        (place.mark() == null ? member(data, "derived") : place.mark()).put(entry.as, value);
      }
    }
    for (Rule rule : form.rules) {
      Map<List<Object>, Long> times = new HashMap<>();
      for (Places.Place place : rule.places.in(sent, marks)) {
        put(place, data);
        if (needsHold(rule.needs, data) && isBroken(rule, data, times)) findings.add(finding(rule, place.path(), data, form));
      }
    }
    return verdict(findings);
  }

  private Map<String, Object> data(Map<?, ?> submission, Receipt receipt) {
    Map<String, Object> data = new HashMap<>();
    data.put("submission", submission);
    data.put("unit", receipt.unit == null ? null : Map.of("id", receipt.unit.id, "group", receipt.unit.group));
    data.put("now", receipt.now);
    data.put("given", receipt.given);
    data.put("receiver", receipt.receiver);
    LocalDate today = Day.of(receipt.now, offset);
    data.put("derived", new HashMap<>(Map.of("today", Day.number(today), "todayKey", Day.key(today))));
    return data;
  }

  private static void put(Places.Place place, Map<String, Object> data) {
    data.put("item", place.item());
    data.put("index", place.index());
    data.put("owner", place.owner());
    data.put("mark", place.mark());
  }

  private static boolean needsHold(Map<String, String> needs, Map<String, Object> data) {
    return needs.entrySet().stream().allMatch(need -> isOfType(read(need.getKey(), data), need.getValue()));
  }

  private Object value(Derived entry, Map<String, Object> data) {
    if (entry.days != null) return Day.number(Day.of(read(entry.days, data)));
    if (entry.months != null) return Day.key(Day.of(read(entry.months, data)));
    Object value = whole(evaluate(entry.logic, data));
    return entry.share == null ? value : entry.share.of(value);
  }

  /** @param times how often the values of the items before were there */
  private boolean isBroken(Rule rule, Map<String, Object> data, Map<List<Object>, Long> times) {
    boolean holds = Boolean.TRUE.equals(evaluate(rule.test, data));
    if (rule.repeats == null) return !holds;
    if (!holds) return false;
    List<Object> values = new ArrayList<>();
    for (String path : rule.repeats.of) values.add(read(path, data));
    return times.merge(values, 1L, Long::sum) > rule.repeats.atMost;
  }

  private Object evaluate(String expression, Map<String, Object> data) {
    try {
      return logic.apply(expression, data);
    } catch (JsonLogicException e) {
      throw new IllegalStateException("The rulebook " + name() + " holds logic that cannot be evaluated", e);
    }
  }

  private Finding finding(Rule rule, String at, Map<String, Object> data, Form form) {
    Map<String, Object> params = new HashMap<>();
    if (rule.places.keys() != null) params.put("item", Messages.label(at, form.source));
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
  private static Rule prepared(Map<String, Object> rule) {
    Map<String, String> params = new LinkedHashMap<>();
    if (rule.get("params") instanceof Map<?, ?> given) given.forEach((name, part) -> params.put((String) name, JSON.writeValueAsString(part)));
    Map<String, Object> test = rule;
    Repeats repeats = null;
    if (rule.containsKey("repeats")) {
      test = member(rule, "repeats");
      repeats = new Repeats(texts(test.get("of")), ((Number) test.get("atMost")).longValue());
    }
    Places places = Places.of(rule);
    boolean isWhole = repeats == null || places.each() != null && repeats.atMost > 0;
    if (rule.containsKey("assert") == (repeats != null) || !isWhole) {
      throw new IllegalArgumentException("rule " + rule.get("id") + ": not exactly one of assert and repeats, or no each");
    }
    Object logic = repeats == null ? rule.get("assert") : test.getOrDefault("where", true);
    return new Rule(rule, places, needs(rule), JSON.writeValueAsString(logic), repeats, params);
  }

  private static Derived derived(Map<String, Object> entry) {
    String as = (String) entry.get("as");
    if (Stream.of("days", "months", "share", "logic").filter(entry::containsKey).count() != 1) {
      throw new IllegalArgumentException("derived value " + as + ": not exactly one of days, months, share and logic");
    }
    Object logic = entry.get("logic");
    Share share = null;
    if (entry.containsKey("share")) {
      Map<String, Object> source = member(entry, "share");
      logic = source.get("of");
      List<Long> part = ((List<?>) source.get("part")).stream().map(number -> ((Number) number).longValue()).toList();
      share = new Share(part.get(0), part.get(1), (String) source.get("round"));
      if (share.part < 0 || share.whole < 1 || !Set.of("down", "up", "nearest").contains(share.round)) {
        throw new IllegalArgumentException("derived value " + as + ": no part of whole numbers, or no rounding");
      }
    }
    Map<String, String> needs = entry.containsKey("needs") ? needs(entry) : Map.of();
    return new Derived(as, Places.of(entry), needs, (String) entry.get("days"), (String) entry.get("months"), share, JSON.writeValueAsString(logic));
  }

  private static Map<String, String> needs(Map<String, Object> source) {
    Map<String, String> needs = new LinkedHashMap<>();
    member(source, "needs").forEach((path, type) -> needs.put(path, (String) type));
    return needs;
  }

  private static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }

  private static Object read(String path, Map<String, Object> data) {
    return Places.at(data, path.split("\\."));
  }

  /** The engine computes in doubles; what is read of a submission, and counted here, is Long where it is whole. */
  private static Object whole(Object value) {
    return value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue()) ? (Object) number.longValue() : value;
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
  private static Map<String, Object> member(Map<String, Object> object, String name) {
    return (Map<String, Object>) object.get(name);
  }

  @SuppressWarnings("unchecked")
  private static Collection<Map<String, Object>> objects(Object list) {
    return (Collection<Map<String, Object>>) list;
  }
}
