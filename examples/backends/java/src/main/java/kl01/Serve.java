package kl01;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * `serve RULEBOOK SCRIPT`: prints its address. PORT chooses the port, KL01_NOW the instant at which this host lives.
 *
 * The directive is of 2023; so that its form is open, this one lives on 22/3/2023. Yours says
 * `() -> OffsetDateTime.now().toString()`, and takes unit and officer from the session.
 */
public final class Serve {
  private static final SubmissionHandler.Desk DESK = new SubmissionHandler.Desk(
      "de-nghi-cap-quan", "officer-17", new Judge.Unit("dang-bo-phuong-so-1", "dang-bo"), "Đảng bộ phường số 1");

  public static void main(String[] arguments) throws IOException {
    Path rulebook = Path.of(arguments[0]);
    Path script = Path.of(arguments[1]);
    String now = System.getenv().getOrDefault("KL01_NOW", "2023-03-22T08:00:00+07:00");
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8083"));

    // Seconds for a whole request: who sends a byte a minute would else hold a thread for ever.
    System.setProperty("sun.net.httpserver.maxReqTime", "300");
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    SubmissionHandler submissions = new SubmissionHandler(Judge.load(rulebook), DESK, () -> now, Serve::keep);
    Map<String, HttpHandler> pages = Map.of(
        "/", submissions,
        "/received", exchange -> Answer.html(exchange, 200, Page.filled("received.html", Map.of("form", DESK.form(), "user", DESK.user()))),
        "/page.js", exchange -> Answer.send(exchange, 200, "text/javascript", Page.resource("page.js").getBytes(StandardCharsets.UTF_8)),
        "/page.css", exchange -> Answer.send(exchange, 200, "text/css", Page.resource("page.css").getBytes(StandardCharsets.UTF_8)),
        "/kl01-forms.js", exchange -> Answer.send(exchange, 200, "text/javascript", Files.readAllBytes(script)),
        "/rulebook.json", exchange -> Answer.send(exchange, 200, "application/json", Files.readAllBytes(rulebook)));
    server.createContext("/", exchange -> answer(exchange, pages.get(exchange.getRequestURI().getPath())));
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void answer(HttpExchange exchange, HttpHandler page) throws IOException {
    try (exchange) {
      if (page == null) Answer.problem(exchange, 404, Messages.word("notFound"));
      else page.handle(exchange);
    } catch (RuntimeException e) {
      e.printStackTrace();
      if (exchange.getResponseCode() == -1) Answer.problem(exchange, 500, Messages.word("fault"));
    }
  }

  /** Where yours stores both; this one only says so. */
  private static void keep(Map<?, ?> submission, List<Multipart.Part> files) {
    System.out.println("accepted " + submission.get("id") + ", files: " + files.size());
  }
}
