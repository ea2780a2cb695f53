package health.sojourn.inquiry.quote;

import static io.restassured.RestAssured.given;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The provider-service's port between services, for every test of this module: it tells the quotes
 * of a lead that were put there, and knows no others.
 */
public class FakeProvider implements QuarkusTestResourceLifecycleManager {
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
    return Map.of(
        "sojourn.management.provider", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("PUT")) {
      answers.put(path, exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(204, -1);
    } else if (answers.containsKey(path)) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(answers.get(path));
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }

  /** What the provider-service says of this lead from now on. */
  static void tells(UUID lead, String body) {
    given()
        .baseUri(ConfigProvider.getConfig().getValue("sojourn.management.provider", String.class))
        .port(-1)
        .body(body)
        .put("/internal/v1/leads/" + lead + "/quotes")
        .then()
        .statusCode(204);
  }
}
