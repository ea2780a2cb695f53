package health.sojourn.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
@TestProfile(GatewayMetricsTest.OnePerMinute.class)
@DisplayName("The gateway's numbers")
class GatewayMetricsTest {
  public static class OnePerMinute implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("sojourn.quota.address-per-minute", "1");
    }
  }

  @TestHTTPResource(value = "/metrics", management = true)
  String metrics;

  @Test
  void nameAServiceAndNeverWhatWasTyped() {
    given().get("/inquiries/Quetzalina").then().statusCode(200);
    given().get("/no-such-page/Quetzalina").then().statusCode(404);
    given().get("/inquiries/Quetzalina;a=b").then().statusCode(400);
    awaitLine("http_server_requests_seconds_count\\{[^}]*uri=\"/\\{inquiry}\"[^}]*} .*");
    given().get(metrics).then().body(not(containsString("Quetzalina")));
  }

  @Test
  void countWhatAQuotaRefuses() {
    given().get(metrics).then().body(containsString("sojourn_quota_refusals_requests_total 0.0"));
    given().body("{}").post("/api/v1/inquiries").then().statusCode(200);
    given().body("{}").post("/api/v1/inquiries").then().statusCode(429);
    awaitLine("sojourn_quota_refusals_requests_total 1\\.0");
  }

  @Test
  void countWhatAServiceLeavesUnanswered() {
    given().get("/api/v1/clinics").then().statusCode(503);
    awaitLine(
        "sojourn_upstream_failures_requests_total\\{status=\"503\",upstream=\"provider\"} [1-9].*");
  }

  /** A request is counted after its answer has left. */
  private void awaitLine(String line) {
    Awaitility.await()
        .untilAsserted(
            () ->
                given()
                    .get(metrics)
                    .then()
                    .body(matchesPattern("(?s).*\n" + line.replace(".*", "[^\n]*") + "\n.*")));
  }
}
