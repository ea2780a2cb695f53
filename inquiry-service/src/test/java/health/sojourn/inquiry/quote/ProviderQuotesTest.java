package health.sojourn.inquiry.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import health.sojourn.money.Money;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderQuotesTest {
  private static final UUID LEAD = UUID.fromString("019ab000-0000-7000-8000-000000000002");
  private static final UUID QUOTE = UUID.fromString("019ab000-0000-7000-8000-000000000006");

  private HttpServer provider;
  private volatile int status = 200;
  private volatile String body;

  @BeforeEach
  void aProvider() throws IOException {
    provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    provider.createContext(
        "/internal/v1/leads/" + LEAD + "/quotes",
        exchange -> {
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    provider.start();
  }

  @AfterEach
  void gone() {
    provider.stop(0);
  }

  @Test
  void areReadWithOnlyWhatIsKnownHere() {
    body =
        """
        {"items":[{"id":"%s","version":2,"total":{"amount":"6400.00","currency":"USD"},
          "items":[{"text":"Injection","amount":{"amount":"6400.00","currency":"USD"}}],
          "visits":2,"refundRule":"Half","language":"es","soon":true}],"next":null}
        """
            .formatted(QUOTE);
    QuoteDetails whole = read().get(0);
    assertEquals(QUOTE, whole.id());
    assertEquals(2, whole.version());
    assertEquals(Money.of("6400.00", "USD"), whole.items().get(0).amount());
    assertEquals(List.of(), whole.included());
    assertEquals("es", whole.language());
  }

  @Test
  void areNoneWhileTheServiceAnswersSomethingElse() {
    body = "{\"items\":[]}";
    status = 503;
    assertEquals(List.of(), read());
    status = 200;
    body = "<html>";
    assertEquals(List.of(), read());
  }

  @Test
  void areNoneWhileTheServiceIsAway() {
    provider.stop(0);
    assertEquals(List.of(), read());
  }

  private List<QuoteDetails> read() {
    URI address = URI.create("http://127.0.0.1:" + provider.getAddress().getPort());
    return new ProviderQuotes(
            () -> Map.of("provider", address), new ObjectMapper().findAndRegisterModules())
        .of(LEAD);
  }
}
