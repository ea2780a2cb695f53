package health.sojourn.gateway;

import static health.sojourn.gateway.Upstreams.PUBLIC_URL;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
@DisplayName("Signing in")
class SignInTest {
  @Test
  void leadsBackToThePageAndItsRequestsCarryTheAccessToken() {
    Map<String, String> session = CodeFlow.signIn("ana", "/desk?x=1");
    JsonPath seen =
        GatewayTest.browser().cookies(session).cookie("other", "kept").get("/desk").jsonPath();
    assertEquals("ana", subject(seen.getString("headers.authorization")));
    assertEquals("other=kept", seen.getString("headers.cookie"));
  }

  @Test
  void keepsTheCookieFromScriptsAndOtherSites() {
    Cookie cookie =
        CodeFlow.callback("ana", "/desk").detailedCookies().asList().stream()
            .filter(one -> one.getName().startsWith("q_session"))
            .findFirst()
            .orElseThrow();
    assertTrue(cookie.isHttpOnly());
    assertEquals("lax", cookie.getSameSite().toLowerCase());
  }

  @Test
  void isRenewedBeforeTheTokenEnds() {
    Map<String, String> session = CodeFlow.signIn("expiring", "/desk");
    Response renewed = GatewayTest.browser().cookies(session).get("/desk");
    assertEquals("renewed", subject(renewed.jsonPath().getString("headers.authorization")));
    Map<String, String> next = new HashMap<>(session);
    next.putAll(renewed.cookies());
    JsonPath seen = GatewayTest.browser().cookies(next).get("/desk").jsonPath();
    assertEquals("renewed", subject(seen.getString("headers.authorization")));
  }

  @Test
  void ofTheCallersOwnTokenIsNotNeeded() {
    Map<String, String> session = CodeFlow.signIn("ana", "/desk");
    given()
        .cookies(session)
        .header("Authorization", "Bearer mine")
        .get("/api/v1/leads")
        .then()
        .body("headers.authorization", equalTo("Bearer mine"));
  }

  @Test
  void anUnreadableSessionIsNobodysAndIsTakenBack() {
    Response answer = given().cookie("q_session", "garbage").get("/therapies");
    answer.then().statusCode(200).body("headers.authorization", nullValue());
    assertEquals(0, answer.detailedCookie("q_session").getMaxAge());
    GatewayTest.browser()
        .cookie("q_session", "garbage")
        .get("/desk")
        .then()
        .statusCode(303)
        .header("Location", startsWith("/signin"));
  }

  @Test
  void withoutBeingBelievedDoesNotGoRoundInCircles() {
    Map<String, String> session = CodeFlow.signIn("ana", "/desk");
    GatewayTest.browser()
        .cookies(session)
        .get("/desk/refused")
        .then()
        .statusCode(403)
        .contentType("text/html");
  }

  @Test
  void endsHereAndAtTheProvider() {
    Map<String, String> session = CodeFlow.signIn("ana", "/desk");
    Response out =
        GatewayTest.browser().cookies(session).header("Origin", PUBLIC_URL).post("/signout");
    out.then()
        .statusCode(303)
        .header("Location", startsWith("/auth/realms/sojourn/protocol/openid-connect/logout"))
        .header("Location", containsString("id_token_hint="));
    assertEquals(0, out.detailedCookie("q_session").getMaxAge());
    GatewayTest.browser().post("/signout").then().statusCode(303).header("Location", "/");
  }

  @Test
  void neverLeadsToAnotherSite() {
    Map<String, String> session = CodeFlow.signIn("ana", "/desk");
    for (String target :
        new String[] {
          "//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil", ""
        }) {
      GatewayTest.browser()
          .cookies(session)
          .get("/signin?return=" + URLEncoder.encode(target, StandardCharsets.UTF_8))
          .then()
          .statusCode(303)
          .header("Location", "/desk");
    }
  }

  @Test
  void happensAtThePublicAddress() {
    given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .header("Host", "127.0.0.1:1")
        .get("/signin?return=%2Fdesk")
        .then()
        .statusCode(302)
        .header("Location", PUBLIC_URL + "/signin?return=%2Fdesk");
  }

  @Test
  void thatWasCancelledIsExplained() {
    GatewayTest.browser()
        .get("/signin/failed?error=access_denied")
        .then()
        .statusCode(200)
        .body(containsString("You are not signed in"));
  }

  private static String subject(String authorization) {
    String payload = authorization.substring("Bearer ".length()).split("\\.")[1];
    return new JsonObject(
            new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
        .getString("sub");
  }
}
