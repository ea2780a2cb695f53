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
import java.net.URI;
import java.net.URLDecoder;
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
    Map<String, String> session = signIn("ana", "/desk?x=1");
    JsonPath seen =
        GatewayTest.browser().cookies(session).cookie("other", "kept").get("/desk").jsonPath();
    assertEquals("ana", subject(seen.getString("headers.authorization")));
    assertEquals("other=kept", seen.getString("headers.cookie"));
  }

  @Test
  void keepsTheCookieFromScriptsAndOtherSites() {
    Cookie cookie =
        callback("ana", "/desk").detailedCookies().asList().stream()
            .filter(one -> one.getName().startsWith("q_session"))
            .findFirst()
            .orElseThrow();
    assertTrue(cookie.isHttpOnly());
    assertEquals("lax", cookie.getSameSite().toLowerCase());
  }

  @Test
  void isRenewedBeforeTheTokenEnds() {
    Map<String, String> session = signIn("expiring", "/desk");
    Response renewed = GatewayTest.browser().cookies(session).get("/desk");
    assertEquals("renewed", subject(renewed.jsonPath().getString("headers.authorization")));
    Map<String, String> next = new HashMap<>(session);
    next.putAll(renewed.cookies());
    JsonPath seen = GatewayTest.browser().cookies(next).get("/desk").jsonPath();
    assertEquals("renewed", subject(seen.getString("headers.authorization")));
  }

  @Test
  void ofTheCallersOwnTokenIsNotNeeded() {
    Map<String, String> session = signIn("ana", "/desk");
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
    Map<String, String> session = signIn("ana", "/desk");
    GatewayTest.browser()
        .cookies(session)
        .get("/desk/refused")
        .then()
        .statusCode(403)
        .contentType("text/html");
  }

  @Test
  void endsHereAndAtTheProvider() {
    Map<String, String> session = signIn("ana", "/desk");
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
    Map<String, String> session = signIn("ana", "/desk");
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

  private Map<String, String> signIn(String person, String page) {
    Response back = callback(person, page);
    Map<String, String> session = new HashMap<>(back.cookies());
    session.keySet().removeIf(name -> !name.startsWith("q_session"));
    URI again = URI.create(PUBLIC_URL).resolve(back.header("Location"));
    GatewayTest.browser()
        .cookies(session)
        .get(again.getRawPath() + "?" + again.getRawQuery())
        .then()
        .statusCode(303)
        .header("Location", page);
    return session;
  }

  private Response callback(String person, String page) {
    Response start =
        GatewayTest.browser()
            .get("/signin?return=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    URI provider = URI.create(PUBLIC_URL).resolve(start.header("Location"));
    assertTrue(
        provider.toString().startsWith(PUBLIC_URL + "/auth/realms/sojourn/"), provider.toString());
    Map<String, String> asked = query(provider);
    assertEquals(PUBLIC_URL + "/signin/callback", asked.get("redirect_uri"));
    Response back =
        GatewayTest.browser()
            .cookies(start.cookies())
            .queryParam("code", person)
            .queryParam("state", asked.get("state"))
            .get("/signin/callback");
    assertEquals(302, back.statusCode());
    return back;
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : uri.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static String subject(String authorization) {
    String payload = authorization.substring("Bearer ".length()).split("\\.")[1];
    return new JsonObject(
            new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
        .getString("sub");
  }
}
