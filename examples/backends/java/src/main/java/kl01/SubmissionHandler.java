package kl01;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A page with one form (GET), and the form's post (POST): judged by this host's clock and the unit that is signed in, its
 * files matched by their SHA-256. What the page says about either counts for nothing.
 */
final class SubmissionHandler implements HttpHandler {
  /** Bytes of a whole request, bytes of a file, files: the page says the same numbers to the form. */
  static final int MAX_REQUEST_BYTES = 20_000_000;
  static final int MAX_FILE_BYTES = 10_000_000;
  static final int MAX_FILES = 20;

  private static final int MAX_SENTENCES = 50;
  /** Findings after which the rest of a submission says nothing. */
  private static final Set<String> SHAPE = Set.of("schema", "rulebook", "form");

  /** The officer and unit of the session, the form that they fill in. */
  record Desk(String form, String user, Judge.Unit unit, String unitName) {}

  private final Judge judge;
  private final Desk desk;
  private final Supplier<String> clock;
  private final BiConsumer<Map<?, ?>, List<Multipart.Part>> accepted;

  /**
   * @param clock gives the instant of now, ISO 8601 with offset
   * @param accepted is given what is valid, with its files: keep both
   */
  SubmissionHandler(Judge judge, Desk desk, Supplier<String> clock, BiConsumer<Map<?, ?>, List<Multipart.Part>> accepted) {
    this.judge = judge;
    this.desk = desk;
    this.clock = clock;
    this.accepted = accepted;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "GET" -> show(exchange, 200, null, List.of(), Map.of());
      case "POST" -> receive(exchange);
      default -> Answer.problem(exchange, 405, Messages.word("notFound"));
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = readBody(exchange.getRequestBody());
    // A page of another site may post here too, with the officer's cookies: only our own page is heard.
    String origin = String.valueOf(exchange.getRequestHeaders().getFirst("Origin"));
    if (!origin.replaceFirst("^https?://", "").equals(exchange.getRequestHeaders().getFirst("Host"))) {
      Answer.problem(exchange, 403, Messages.word("foreign"));
      return;
    }
    List<Multipart.Part> files = new ArrayList<>();
    Object submission;
    try {
      if (body == null) throw new ReadJson.Refused("too-large", "The request is larger than " + MAX_REQUEST_BYTES + " bytes.");
      List<Multipart.Part> parts = Multipart.parse(exchange.getRequestHeaders().getFirst("Content-Type"), body);
      // A list of files in which none was chosen arrives as one without name and content.
      for (Multipart.Part part : parts) if (part.fileName() != null && !part.fileName().isEmpty()) files.add(part);
      if (files.size() > MAX_FILES || files.stream().anyMatch(file -> file.content().length > MAX_FILE_BYTES)) {
        throw new ReadJson.Refused("too-large", "Too many files, or too large a file.");
      }
      byte[] text = field(parts, "submission");
      // An old browser, or one that got no script, may send the form without what was to be filled in.
      if (text == null) {
        show(exchange, 400, "missing", List.of(), Map.of());
        return;
      }
      submission = ReadJson.read(text);
    } catch (ReadJson.Refused e) {
      boolean tooLarge = e.reason.equals("too-large");
      show(exchange, tooLarge ? 413 : 400, tooLarge ? "tooLarge" : "unreadable", List.of(), Map.of());
      return;
    } catch (IllegalArgumentException e) {
      show(exchange, 400, "unreadable", List.of(), Map.of());
      return;
    }

    Judge.Verdict verdict = judge.judge(submission, new Judge.Receipt(Minute.of(clock.get()), desk.unit));
    List<Judge.Finding> findings = new ArrayList<>(verdict.findings());
    findings.addAll(Documents.match(submission, files));
    List<Judge.Finding> errors = findings.stream().filter(finding -> finding.severity().equals("error")).toList();
    if (!errors.isEmpty()) {
      Map<String, Object> state = new HashMap<>(Map.of("findings", findings));
      // What is no submission of this form is not given back to it; the draft in the browser still is.
      if (errors.stream().noneMatch(error -> SHAPE.contains(error.rule())) && desk.form.equals(((Map<?, ?>) submission).get("form"))) {
        state.put("posted", submission);
      }
      show(exchange, 422, "refused", errors.stream().map(Judge.Finding::message).distinct().limit(MAX_SENTENCES).toList(), state);
      return;
    }
    accepted.accept((Map<?, ?>) submission, files);
    exchange.getResponseHeaders().set("Location", "/received");
    exchange.sendResponseHeaders(303, -1);
  }

  /**
   * The form.
   *
   * @param notice key of the sentence above it; null: none
   * @param state `posted` and `findings`, which the page's script hands to the form
   */
  private void show(HttpExchange exchange, int status, String notice, List<String> sentences, Map<String, ?> state) throws IOException {
    Map<String, Object> values = new HashMap<>();
    values.put("hidden", notice == null ? "hidden" : "");
    values.put("notice", notice == null ? "" : Messages.word(notice));
    values.put("sentences", sentences);
    values.put("form", desk.form);
    values.put("user", desk.user);
    values.put("unitId", desk.unit.id());
    values.put("unitGroup", desk.unit.group());
    values.put("unitName", desk.unitName);
    values.put("now", clock.get());
    values.put("maxRequestBytes", MAX_REQUEST_BYTES);
    values.put("maxFileBytes", MAX_FILE_BYTES);
    values.put("maxFiles", MAX_FILES);
    Answer.html(exchange, status, Page.filled("form.html", values).replace("<!-- state -->", Page.data(state)));
  }

  /** Null when there is no such field. */
  private static byte[] field(List<Multipart.Part> parts, String name) {
    for (Multipart.Part part : parts) if (part.name().equals(name) && part.fileName() == null) return part.content();
    return null;
  }

  /** Null when there is more than may be; the rest is read but not kept, because a browser shows no answer before it has sent all. */
  private static byte[] readBody(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 16];
    boolean tooLarge = false;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      tooLarge |= body.size() + read > MAX_REQUEST_BYTES;
      if (tooLarge) body = new ByteArrayOutputStream(0);
      else body.write(chunk, 0, read);
    }
    return tooLarge ? null : body.toByteArray();
  }
}
