package health.sojourn.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import health.sojourn.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IdentityProviderAwayTest.Away.class)
class IdentityProviderAwayTest {

  public static class Away implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.oidc.public-key", "",
          "quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/sojourn");
    }
  }

  @Test
  void whatIsPublicGoesOn() {
    given().get("/api/v1/letters").then().statusCode(200);
  }

  @Test
  void aTokenThatCannotBeVerifiedIsNotCalledWrong() {
    for (int attempt = 0; attempt < 3; attempt++) {
      given()
          .auth()
          .oauth2(Tokens.facilitator())
          .get("/api/v1/letters/staff")
          .then()
          .statusCode(503)
          .body("code", equalTo("unavailable"))
          .header("Retry-After", equalTo("5"));
    }
  }

  @Test
  void nobodyIsStillAskedToSignIn() {
    given().get("/api/v1/letters/staff").then().statusCode(401);
  }
}
