package kl01;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table of small forms, judged.json, which every language reads. */
class SmallFormsTest {
  @TestFactory
  Stream<DynamicTest> isJudgedAsExpected() {
    Map<?, ?> table = Shared.JSON.readValue(Shared.VECTORS.resolve("judged.json").toFile(), Map.class);
    return objects(table.get("forms")).flatMap(form -> {
      JudgeLines judges = new JudgeLines();
      judges.add(new Judge(rulebook(form)));
      return objects(form.get("cases")).map(entry -> dynamicTest(form.get("name") + ": " + entry.get("name"), () -> {
        Map<String, Object> line = new HashMap<>(Map.of("rulebook", "r@1", "now", "2024-03-01T08:00:00+07:00"));
        line.putAll(entry);
        Map<String, Object> submission = new HashMap<>(Map.of("rulebook", "r@1", "form", "f"));
        submission.putAll(objects(List.of(entry.get("submission"))).findFirst().orElseThrow());
        line.put("submission", submission);
        Map<String, Object> answer = judges.answer(Shared.JSON.writeValueAsBytes(line));
        assertNull(answer.get("error"));
        assertEquals(((List<?>) entry.get("findings")).stream().sorted().toList(),
            objects(answer.get("findings")).map(finding -> finding.get("rule") + " " + finding.get("path")).sorted().toList());
      }));
    });
  }

  private static Map<String, Object> rulebook(Map<String, Object> small) {
    Map<String, Object> properties = new HashMap<>(Map.of("rulebook", Map.of("type", "string"), "form", Map.of("type", "string")));
    properties.putAll(objects(List.of(small.get("properties"))).findFirst().orElseThrow());
    List<Map<String, Object>> rules = objects(small.get("rules")).map(rule -> {
      Map<String, Object> whole = new HashMap<>(rule);
      whole.put("message", Map.of("vi", "", "en", ""));
      return whole;
    }).toList();
    Map<String, Object> form = new HashMap<>(Map.of("id", "f", "rules", rules, "view", Map.of("labels", Map.of()),
        "schema", Map.of("type", "object", "properties", properties, "additionalProperties", false)));
    if (small.containsKey("derive")) form.put("derive", small.get("derive"));
    return Map.of("rulebook", "2", "id", "r", "version", "1", "utcOffset", "+07:00", "forms", List.of(form));
  }

  @SuppressWarnings("unchecked")
  private static Stream<Map<String, Object>> objects(Object list) {
    return ((List<Map<String, Object>>) list).stream();
  }
}
