package kl01;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** `judge RULEBOOK…`: vectors on stdin, one a line; answers on stdout, in order. "A judge" in docs/rulebook.md. */
public final class JudgeLines {
  /** The line around a submission may be a little larger and one level deeper. */
  private static final int MAX_LINE_BYTES = ReadJson.MAX_BYTES + 10_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Judge> judges = new HashMap<>();

  public static void main(String[] rulebooks) throws IOException {
    JudgeLines lines = new JudgeLines();
    try {
      for (String file : rulebooks) lines.add(Path.of(file));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    lines.answer(System.in, System.out);
  }

  void add(Path rulebook) {
    add(Judge.load(rulebook));
  }

  void add(Judge judge) {
    judges.put(judge.name(), judge);
  }

  void answer(InputStream input, OutputStream output) throws IOException {
    InputStream in = new BufferedInputStream(input, 1 << 16);
    OutputStream out = new BufferedOutputStream(output, 1 << 16);
    for (byte[] line = nextLine(in); line != null; line = nextLine(in)) {
      if (isBlank(line)) continue;
      out.write(JSON.writeValueAsBytes(answer(line)));
      out.write('\n');
      if (in.available() == 0) out.flush();
    }
    out.flush();
  }

  Map<String, Object> answer(byte[] line) {
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      if (!(ReadJson.read(line, MAX_LINE_BYTES, ReadJson.MAX_DEPTH + 1) instanceof Map<?, ?> vector)) {
        throw new IllegalArgumentException("The line is not an object.");
      }
      if (vector.get("name") instanceof String name) answer.put("name", name);
      Judge judge = vector.get("rulebook") instanceof String wanted ? judges.get(wanted) : null;
      if (judge == null) throw new IllegalArgumentException("This rulebook was not given to this judge.");
      Object submission = ReadJson.bounded(vector.get("submission"));
      Judge.Verdict verdict = judge.judge(submission, receipt(vector));
      answer.put("valid", verdict.valid());
      answer.put("findings", verdict.findings().stream().map(JudgeLines::bare).toList());
    } catch (ReadJson.Refused | RuntimeException e) {
      answer.keySet().retainAll(List.of("name"));
      answer.put("error", String.valueOf(e.getMessage()));
    }
    return answer;
  }

  private static Map<String, String> bare(Judge.Finding finding) {
    Map<String, String> bare = new LinkedHashMap<>();
    bare.put("rule", finding.rule());
    bare.put("severity", finding.severity());
    bare.put("path", finding.path());
    return bare;
  }

  @SuppressWarnings("unchecked")
  private static Judge.Receipt receipt(Map<?, ?> vector) {
    if (!(vector.get("given") instanceof Map<?, ?>) && vector.get("given") != null) throw new IllegalArgumentException("What is given is not an object.");
    if (!(vector.get("receiver") instanceof String) && vector.get("receiver") != null) throw new IllegalArgumentException("The receiver is not an id.");
    Map<String, ?> given = (Map<String, ?>) vector.get("given");
    return new Judge.Receipt(Minute.of(vector.get("now")), unit(vector.get("unit")), given, (String) vector.get("receiver"));
  }

  private static Judge.Unit unit(Object unit) {
    if (unit == null) return null;
    if (unit instanceof Map<?, ?> named && named.get("id") instanceof String id && named.get("group") instanceof String group) {
      return new Judge.Unit(id, group);
    }
    throw new IllegalArgumentException("The unit has no id or group.");
  }

  private static boolean isBlank(byte[] line) {
    for (byte each : line) if (each != ' ' && each != '\t' && each != '\r') return false;
    return true;
  }

  /** One line without its end, at most a byte more than may be judged; the rest is read but not kept. Null at the end. */
  private static byte[] nextLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    if (next == -1) return null;
    for (; next != -1 && next != '\n'; next = in.read()) if (line.size() <= MAX_LINE_BYTES) line.write(next);
    return line.toByteArray();
  }
}
