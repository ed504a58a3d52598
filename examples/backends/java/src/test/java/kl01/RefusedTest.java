package kl01;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What nobody may judge, from examples/backends/refused.json, and how what is read is read. */
class RefusedTest {
  private final JudgeLines judges = Shared.judges();
  private final Map<?, ?> table = Shared.refused();

  @TestFactory
  Stream<DynamicTest> texts() {
    return entries("texts").map(entry -> dynamicTest((String) entry.get("name"), () -> {
      byte[] text = Shared.textOf(entry);
      Map<String, Object> answer = judges.answer(lineAround(text));
      if (Boolean.TRUE.equals(entry.get("refused"))) {
        assertThrows(ReadJson.Refused.class, () -> ReadJson.read(text));
        assertTrue(answer.containsKey("error"));
        return;
      }
      byte[] same = Shared.JSON.writeValueAsBytes(entry.get("same"));
      assertEquals(ReadJson.read(same), ReadJson.read(text));
      assertEquals(judges.answer(lineAround(same)), answer);
    }));
  }

  @TestFactory
  Stream<DynamicTest> lines() {
    return entries("lines").map(entry -> dynamicTest((String) entry.get("name"), () -> {
      Map<String, Object> answer = judges.answer(((String) entry.get("line")).getBytes(StandardCharsets.UTF_8));
      if (Boolean.TRUE.equals(entry.get("error"))) assertTrue(answer.containsKey("error"));
      else assertEquals(List.of(Map.of("rule", "schema", "severity", "error", "path", "")), answer.get("findings"));
    }));
  }

  @Test
  void badLinesStopNothingAndOrderIsKept() throws IOException {
    String good = "{\"name\":\"%s\",\"rulebook\":\"" + table.get("rulebook") + "\",\"now\":\"2023-03-24T02:00:00Z\"}";
    String input = good.formatted("a") + "\r\n\n" + "[".repeat(100_000) + "\n \t\n" + "x".repeat(6_000_000) + "\n" + good.formatted("b");
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    judges.answer(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output);
    List<Map<?, ?>> answers = output.toString(StandardCharsets.UTF_8).lines().<Map<?, ?>>map(line -> Shared.JSON.readValue(line, Map.class)).toList();
    assertEquals(List.of("a", "-", "-", "b"), answers.stream().map(answer -> answer.containsKey("error") ? "-" : answer.get("name")).toList());
  }

  private Stream<Map<?, ?>> entries(String name) {
    return ((List<?>) table.get(name)).stream().map(entry -> (Map<?, ?>) entry);
  }

  private byte[] lineAround(byte[] submission) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    String head = "{\"rulebook\":\"" + table.get("rulebook") + "\",\"now\":\"2023-03-24T02:00:00Z\",\"submission\":";
    line.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    line.writeBytes(submission);
    line.write('}');
    return line.toByteArray();
  }
}
