package health.sojourn.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A service's management interface with three dead letters: one that is handled when replayed, one
 * that fails again, and one that is gone by then.
 */
final class FakeManagement implements Handler<HttpServerRequest> {
  static final String CURABLE = "0193b3a0-0000-7000-8000-000000000001";
  static final String STUBBORN = "0193b3a0-0000-7000-8000-000000000002";
  static final String GONE = "0193b3a0-0000-7000-8000-000000000003";

  private static final String PREFIX = "/q/dead-letters/";

  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

  @Override
  public void handle(HttpServerRequest request) {
    String path = request.path();
    boolean replay = request.method() == HttpMethod.POST && path.endsWith("/replay");
    String event = path.replace(PREFIX, "").replace("/replay", "");
    if (path.equals("/q/health/ready")) {
      json(request, 503, HEALTH);
    } else if (path.equals("/q/reconciliation")) {
      json(request, 200, RECONCILIATION);
    } else if (path.equals("/q/dead-letters")) {
      JsonArray all = new JsonArray();
      all.add(letter(CURABLE)).add(letter(STUBBORN)).add(letter(GONE));
      json(request, 200, all.encode());
    } else if (replay && event.equals(CURABLE)) {
      json(request, 200, "{\"handled\":3}");
    } else if (replay && event.equals(STUBBORN)) {
      attempts.merge(event, 1, Integer::sum);
      json(request, 200, "{\"handled\":0,\"failure\":\"Still no such clinic\"}");
    } else if (!replay && (event.equals(CURABLE) || event.equals(STUBBORN))) {
      json(request, 200, letter(event).encode());
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  /** One where all is well and nothing is reconciled. */
  static void well(HttpServerRequest request) {
    switch (request.path()) {
      case "/q/health/ready" -> json(request, 200, WELL);
      case "/q/dead-letters" -> json(request, 200, "[]");
      default -> request.response().setStatusCode(404).end();
    }
  }

  private JsonObject letter(String event) {
    int again = attempts.getOrDefault(event, 0);
    return new JsonObject()
        .put(
            "envelope",
            new JsonObject()
                .put("id", event)
                .put("type", "health.sojourn.inquiry.lead-offered.v1")
                .put("source", "/inquiry-service")
                .put("subject", "0193b3a0-0000-7000-8000-00000000000a")
                .put("time", "2026-11-25T08:00:00Z"))
        .put("topic", "inquiry.leads")
        .put("payload", "{\"clinic\":\"<b>bold</b>\",\"n\":1.10}")
        .put("reason", again == 0 ? "No such clinic" : "Still no such clinic")
        .put("attempts", 1 + again)
        .put("failedAt", "2026-11-25T08:00:05Z")
        .put("waiting", 2);
  }

  private static void json(HttpServerRequest request, int status, String body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body);
  }

  private static final String HEALTH =
      """
      {"status":"DOWN","checks":[
        {"name":"Database connections health check","status":"DOWN"},
        {"name":"messaging","status":"UP","data":
          {"relay":"the broker is away","inbox":"listening","backlog":17,"oldestSeconds":7260,
           "deadLetters":3}}]}
      """;
  private static final String WELL =
      """
      {"status":"UP","checks":[{"name":"messaging","status":"UP","data":
        {"relay":"leading","inbox":"listening","backlog":0,"oldestSeconds":0,"deadLetters":0}}]}
      """;
  private static final String RECONCILIATION =
      """
      {"gaps":4,"producers":[{"producer":"provider","problem":"it does not answer"},
        {"producer":"inquiry"}]}
      """;
}
