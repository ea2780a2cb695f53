package health.sojourn.provider.leadinbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where {@code inquiry-service} will be, and can be away. */
public class CaseServer implements QuarkusTestResourceLifecycleManager {
  static final List<String> TOKENS = new CopyOnWriteArrayList<>();
  public static volatile int status = 200;

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/v1/leads/", CaseServer::answer);
    server.start();
    return Map.of("sojourn.inquiry-url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    TOKENS.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    String lead = exchange.getRequestURI().getPath().split("/")[4];
    byte[] body =
        """
        {"leadId":"%s","reference":"SJ-7K2M-9QRT","therapy":"allogeneic-msc-knee",
         "status":"OFFERED","country":"DE","language":"de","languages":["de","en"],
         "ageBand":"60-69","bmiBand":"25-30","joint":"KNEE","side":"LEFT","kellgrenLawrence":3,
         "painNow":6,"sinceYear":2019,"treatmentsTried":["EXERCISE","NSAID"],
         "contraindications":[],"budget":{"amount":"8000.00","currency":"USD"},
         "from":"2027-02-01","answerBy":"2026-11-24T22:00:00Z"}
        """
            .formatted(lead)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
    if (status == 200) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
