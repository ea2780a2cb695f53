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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where {@code inquiry-service} is, and can be away. */
public class CaseServer implements QuarkusTestResourceLifecycleManager {
  static final List<String> TOKENS = new CopyOnWriteArrayList<>();

  /** What clinics wrote, by the address it was put at. */
  static final Map<String, String> WORDS = new ConcurrentHashMap<>();

  public static volatile int status = 200;

  /** Whether a case names its patient. */
  static volatile boolean chosen;

  private static final String CONVERSATION =
      """
      {"items":[{"id":"019ab000-0000-7000-8000-00000000000a","from":"CLINIC",
          "text":"Since when do you take <b>blood thinners</b>?","at":"2026-11-20T15:00:00Z",
          "released":true},
        {"id":"019ab000-0000-7000-8000-00000000000b","from":"PATIENT",
          "text":"I do not take any.","at":"2026-11-20T17:00:00Z","released":false}]}
      """;

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

  public static void isBack() {
    status = 200;
    chosen = false;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    TOKENS.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    String path = exchange.getRequestURI().getPath();
    String lead = path.split("/")[4];
    if (status != 200) {
      send(exchange, status, null);
    } else if (exchange.getRequestMethod().equals("PUT")) {
      String words = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String kept = WORDS.putIfAbsent(path, words);
      if (kept != null && !kept.equals(words)) {
        send(exchange, 409, "{\"status\":409,\"code\":\"message-differs\"}");
      } else {
        send(exchange, kept == null ? 201 : 200, null);
      }
    } else if (path.endsWith("/messages")) {
      send(exchange, 200, CONVERSATION);
    } else {
      send(exchange, 200, caseOf(lead));
    }
  }

  private static String caseOf(String lead) {
    String named =
        """
        "patient":{"givenName":"Demo","familyName":"Patient","email":"patient@example.org",
          "phone":"+4915112345678"},
        """;
    return """
        {"leadId":"%s","reference":"SJ-7K2M-9QRT","therapy":"allogeneic-msc-knee",%s
         "status":"OFFERED","country":"DE","language":"de","languages":["de","en"],
         "ageBand":"60-69","bmiBand":"25-30","joint":"KNEE","side":"LEFT","kellgrenLawrence":3,
         "painNow":6,"sinceYear":2019,"treatmentsTried":["EXERCISE","NSAID"],
         "contraindications":[],"budget":{"amount":"8000.00","currency":"USD"},
         "from":"2027-02-01","answerBy":"2026-11-24T22:00:00Z"}
        """
        .formatted(lead, chosen ? named : "");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
