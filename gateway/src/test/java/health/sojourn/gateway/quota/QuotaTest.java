package health.sojourn.gateway.quota;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import health.sojourn.gateway.Upstreams;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
@TestProfile(QuotaTest.ThreePerMinute.class)
@DisplayName("An address's quota of inquiries")
class QuotaTest {
  public static class ThreePerMinute implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("sojourn.quota.address-per-minute", "3");
    }
  }

  @Test
  void isAnnouncedThenHeldForTheFormAndTheApiTogether() {
    given()
        .get("/api/v1/articles")
        .then()
        .header("RateLimit-Policy", "\"inquiries\";q=3;w=60")
        .header("RateLimit", "\"inquiries\";r=3;t=0");
    given()
        .body("{}")
        .post("/api/v1/inquiries")
        .then()
        .statusCode(200)
        .header("RateLimit", startsWith("\"inquiries\";r=2;"));
    given().body("{}").post("/inquiries").then().statusCode(200);
    given().body("{}").post("/api/v1/inquiries/").then().statusCode(200);
    given()
        .header("X-Forwarded-For", "9.9.9.9")
        .body("{}")
        .post("/api/v1/inquiries")
        .then()
        .statusCode(429)
        .body("code", equalTo("too-many-requests"))
        .header("Retry-After", matchesPattern("[1-9][0-9]?"))
        .header("RateLimit", startsWith("\"inquiries\";r=0;"));
    given()
        .header("Accept", "text/html")
        .post("/inquiries")
        .then()
        .statusCode(429)
        .contentType("text/html");
    given()
        .header("Authorization", "Bearer forged")
        .body("{}")
        .post("/api/v1/inquiries")
        .then()
        .statusCode(429);
    given().get("/api/v1/inquiries").then().statusCode(200);
  }

  @Test
  void countsAnIpv6NetworkAsOneAddress() {
    assertEquals(NetworkPrefix.of("2001:db8:1:2::5"), NetworkPrefix.of("2001:db8:1:2:ffff::1"));
    assertNotEquals(NetworkPrefix.of("2001:db8:1:2::5"), NetworkPrefix.of("2001:db8:1:3::5"));
    assertEquals("192.0.2.7", NetworkPrefix.of("192.0.2.7"));
  }
}
