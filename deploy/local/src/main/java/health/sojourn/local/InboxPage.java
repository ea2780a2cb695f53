package health.sojourn.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The inbox in a browser: {@code /} lists, {@code /<id>} shows one, {@code /api} is all as JSON.
 */
final class InboxPage implements HttpHandler {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  // Applied to escaped text, where an address ends at a space or at an escaped mark.
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+?(?=[\\s<]|&[lgq#]|$)");
  private static final String LAYOUT =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>%s</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>
        :root { color-scheme: light dark }
        body { font: 16px/1.55 system-ui, sans-serif; max-width: 70ch; margin: 2rem auto; padding: 0 1rem }
        table { border-collapse: collapse; width: 100%% }
        td, th { text-align: start; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8886 }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
      </style></head><body>%s</body></html>
      """;

  private final Inbox inbox;

  InboxPage(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      switch (path) {
        case "/" -> answer(exchange, 200, "text/html", page("Mail inbox", list()));
        case "/api" ->
            answer(exchange, 200, "application/json", JSON.writeValueAsString(inbox.mails()));
        default -> {
          Optional<Mail> mail = inbox.mail(path.substring(1));
          String body = mail.map(InboxPage::show).orElse("<p>There is no such mail.</p>");
          answer(exchange, mail.isPresent() ? 200 : 404, "text/html", page("Mail", body));
        }
      }
    }
  }

  private String list() {
    String rows =
        inbox.mails().stream()
            .map(
                mail ->
                    "<tr><td>%s<td>%s<td><a href=\"/%s\">%s</a>"
                        .formatted(
                            mail.sentAt(), escape(mail.to()), mail.id(), escape(mail.subject())))
            .collect(Collectors.joining("\n"));
    return "<h1>Mail inbox</h1><p>What the platform sent on this machine. Nothing leaves it.</p>"
        + (rows.isEmpty()
            ? "<p>No mail yet.</p>"
            : "<table><tr><th>Sent<th>To<th>Subject</tr>%s</table>".formatted(rows));
  }

  private static String show(Mail mail) {
    String text = LINK.matcher(escape(mail.text())).replaceAll("<a href=\"$0\">$0</a>");
    return "<p><a href=\"/\">All mails</a></p><h1>%s</h1><p>From %s<br>To %s<br>%s<br>%s</p><pre>%s</pre>"
        .formatted(
            escape(mail.subject()),
            escape(mail.from()),
            escape(mail.to()),
            mail.sentAt(),
            escape(mail.messageId()),
            text);
  }

  private static String page(String title, String body) {
    return LAYOUT.formatted(title, body);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
