package kl01;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every vector of packages/rules/vectors. */
class VectorsTest {
  private final JudgeLines judges = Shared.judges();

  @TestFactory
  Stream<DynamicTest> isJudgedAsExpected() {
    return Shared.files(".ndjson").stream().flatMap(file -> {
      try {
        return Files.readAllLines(file).stream();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }).map(line -> {
      Map<?, ?> vector = Shared.JSON.readValue(line, Map.class);
      return dynamicTest(vector.get("rulebook") + ": " + vector.get("name"), () -> {
        Map<?, ?> expected = (Map<?, ?>) vector.get("expect");
        Map<String, Object> answer = judges.answer(line.getBytes(StandardCharsets.UTF_8));
        assertNull(answer.get("error"));
        assertEquals(sorted(expected.get("findings")), sorted(answer.get("findings")));
        assertEquals(expected.get("valid"), answer.get("valid"));
      });
    });
  }

  /** Findings compare as a multiset. */
  private static List<String> sorted(Object findings) {
    return ((List<?>) findings).stream().map(finding -> (Map<?, ?>) finding)
        .map(finding -> finding.get("rule") + " " + finding.get("severity") + " " + finding.get("path")).sorted().toList();
  }
}
