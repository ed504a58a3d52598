package kl01;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What this host sends, under the strict policy. */
final class Answer {
  private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

  static void html(HttpExchange exchange, int status, String page) throws IOException {
    send(exchange, status, "text/html", page.getBytes(StandardCharsets.UTF_8));
  }

  static void problem(HttpExchange exchange, int status, String title) throws IOException {
    html(exchange, status, Page.filled("problem.html", Map.of("title", title)));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }

  private Answer() {}
}
