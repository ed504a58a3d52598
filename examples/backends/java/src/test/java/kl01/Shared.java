package kl01;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The files that the tests of every language read. */
final class Shared {
  static final Path VECTORS = Path.of("../../../packages/rules/vectors");
  static final JsonMapper JSON = new JsonMapper();

  static JudgeLines judges() {
    JudgeLines judges = new JudgeLines();
    files(".rulebook.json").forEach(judges::add);
    return judges;
  }

  static List<Path> files(String ending) {
    try (Stream<Path> files = Files.list(VECTORS)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<?, ?> refused() {
    return JSON.readValue(Path.of("../refused.json").toFile(), Map.class);
  }

  /** `text` is a text, or a list of texts and `[text, times]`; `bytes` are hexadecimal. */
  static byte[] textOf(Map<?, ?> entry) {
    if (entry.get("bytes") instanceof String hex) return HexFormat.of().parseHex(hex);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    List<?> parts = entry.get("text") instanceof List<?> list ? list : List.of(entry.get("text"));
    for (Object part : parts) {
      String piece = part instanceof List<?> repeated ? ((String) repeated.get(0)).repeat((int) repeated.get(1)) : (String) part;
      text.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
    }
    return text.toByteArray();
  }

  private Shared() {}
}
