package health.sojourn.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
@DisplayName("The gateway")
class GatewayTest {
  static RequestSpecification browser() {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .header("Host", "sojourn.test")
        .header("Accept", "text/html,*/*;q=0.8");
  }

  @Nested
  @DisplayName("passes on")
  class PassesOn {
    @Test
    void theRequestAsItIs() {
      given()
          .urlEncodingEnabled(false)
          .body("x".repeat(500_000))
          .post("/api/v1/inquiries/7/routing?a=%20b")
          .then()
          .statusCode(200)
          .body("method", equalTo("POST"))
          .body("uri", equalTo("/api/v1/inquiries/7/routing?a=%20b"))
          .body("length", equalTo(500_000));
    }

    @Test
    void noClaimOfTheCallerAboutWhoOrWhereItIs() {
      given()
          .header("X-Forwarded-For", "6.6.6.6")
          .header("X-Forwarded-Host", "evil.example")
          .header("Forwarded", "for=6.6.6.6")
          .header("X-User", "admin")
          .header("X_User", "admin")
          .header("X-Remote-User", "admin")
          .header("X-HTTP-Method-Override", "DELETE")
          .header("Authorization", "Basic YWRtaW46YWRtaW4=")
          .get("/therapies")
          .then()
          .statusCode(200)
          .body("headers.'x-forwarded-for'", equalTo("127.0.0.1"))
          .body("headers.'x-forwarded-host'", equalTo("sojourn.test"))
          .body("headers.'x-forwarded-proto'", equalTo("http"))
          .body("headers.forwarded", nullValue())
          .body("headers.'x-user'", nullValue())
          .body("headers.'x_user'", nullValue())
          .body("headers.'x-remote-user'", nullValue())
          .body("headers.'x-http-method-override'", nullValue())
          .body("headers.authorization", nullValue());
    }

    @Test
    void aCallersOwnBearerToken() {
      given()
          .header("Authorization", "Bearer abc")
          .get("/api/v1/leads")
          .then()
          .body("headers.authorization", equalTo("Bearer abc"));
    }

    @Test
    void theTraceAndTheRequestsName() {
      String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
      given()
          .header("traceparent", trace)
          .header("X-Request-Id", "call-me-by-this")
          .get("/therapies")
          .then()
          .header("X-Request-Id", "call-me-by-this")
          .body("headers.'x-request-id'", equalTo("call-me-by-this"))
          .body("traceparents", equalTo(1))
          .body("headers.traceparent", startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-"));
      given()
          .get("/therapies")
          .then()
          .header("X-Request-Id", notNullValue())
          .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
    }

    @Test
    void theAnswerWithSecurityHeadersOnlyWhereTheyAreMissing() {
      Response answer = given().get("/therapies");
      answer
          .then()
          .header("X-Frame-Options", "SAMEORIGIN")
          .header("X-Content-Type-Options", "nosniff")
          .header("Server", nullValue());
      assertEquals(1, answer.headers().getValues("X-Frame-Options").size());
      assertEquals(1, answer.headers().getValues("Content-Security-Policy").size());
    }

    @Test
    void theIdentityProviderWithoutItsAdministration() {
      given()
          .header("X-Forwarded-Host", "evil.example")
          .get("/auth/realms/sojourn/account")
          .then()
          .body("path", equalTo("/auth/realms/sojourn/account"))
          .body("forwardedHost", equalTo("sojourn.test"));
      for (String closed :
          new String[] {"/auth/admin", "/auth/realms/master/x", "/auth/metrics", "/auth/"}) {
        given().get(closed).then().statusCode(404).body("path", nullValue());
      }
    }
  }

  @Nested
  @DisplayName("refuses")
  class Refuses {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/therapies/..%2finternal", "/therapies;x=1", "/therapies//x", "/therapies/../internal",
          "/therapies/%2e%2e/internal", "/therapies%5cx", "/therapies/%00", "/%2finternal"
        })
    void pathsThatCanBeReadInTwoWays(String path) throws IOException {
      try (Socket socket = new Socket("localhost", RestAssured.port)) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("ambiguous-path"), answer);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/internal/v1/leads/1/case",
          "/q/health",
          "/q/metrics",
          "/nothing",
          "/therapiesx",
          "/%64esk"
        })
    void whatIsNobodys(String path) {
      given()
          .urlEncodingEnabled(false)
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("not-found"));
    }

    @Test
    void anAnnouncedBodyThatIsTooLarge() {
      given()
          .body(new byte[2_000_000])
          .post("/api/v1/tracking/links")
          .then()
          .statusCode(413)
          .body("code", equalTo("body-too-large"));
    }

    @Test
    void aBodyThatTurnsOutTooLarge() throws IOException {
      String answer = chunked("/api/v1/tracking/links", 1_100_000);
      assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
      assertTrue(answer.contains("body-too-large"), answer);
    }

    @Test
    void aChangeFromAnotherSiteWithASession() {
      for (String cookie : new String[] {"q_session", "sojourn_tracking"}) {
        given()
            .cookie(cookie, "x")
            .post("/api/v1/tracking/x")
            .then()
            .statusCode(403)
            .body("code", equalTo("cross-origin"));
        given()
            .cookie(cookie, "x")
            .header("Origin", "https://evil.example")
            .delete("/api/v1/tracking/x")
            .then()
            .statusCode(403);
        given()
            .cookie(cookie, "x")
            .header("Sec-Fetch-Site", "same-site")
            .post("/signout")
            .then()
            .statusCode(403);
        given()
            .cookie(cookie, "x")
            .header("Origin", Upstreams.PUBLIC_URL)
            .post("/api/v1/tracking/x")
            .then()
            .statusCode(200);
        given()
            .cookie(cookie, "x")
            .header("Sec-Fetch-Site", "same-origin")
            .post("/api/v1/tracking/x")
            .then()
            .statusCode(200);
      }
      given()
          .header("Origin", "https://partner.example")
          .post("/api/v1/tracking/x")
          .then()
          .statusCode(200);
    }

    private String chunked(String path, int length) throws IOException {
      try (Socket socket = new Socket("localhost", RestAssured.port)) {
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = new byte[0x8000];
        for (int sent = 0; sent < length; sent += chunk.length) {
          out.write("8000\r\n".getBytes(StandardCharsets.US_ASCII));
          out.write(chunk);
          out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @Nested
  @DisplayName("explains when a service")
  class ExplainsWhenAService {
    @Test
    void isAway() {
      given()
          .get("/api/v1/clinics")
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .contentType("application/problem+json")
          .body("code", equalTo("unavailable"))
          .body("detail", not(containsString("localhost")));
    }

    @Test
    void isAwayToSomebodyWithABrowser() {
      browser()
          .get("/clinics")
          .then()
          .statusCode(503)
          .contentType("text/html")
          .body(containsString("<main"))
          .body(not(containsString("Exception")));
    }

    @Test
    void isSilent() {
      given()
          .get("/therapies/silent")
          .then()
          .statusCode(504)
          .body("code", equalTo("gateway-timeout"));
    }

    @Test
    void breaksOff() {
      given().get("/therapies/broken").then().statusCode(502).body("code", equalTo("bad-gateway"));
    }
  }

  @Nested
  @DisplayName("invites to sign in")
  class InvitesToSignIn {
    @Test
    void somebodyWhoOpensAPage() {
      browser()
          .get("/desk/inquiries?status=UNPLACED")
          .then()
          .statusCode(303)
          .header("Location", "/signin?return=%2Fdesk%2Finquiries%3Fstatus%3DUNPLACED")
          .header("WWW-Authenticate", nullValue());
    }

    @Test
    void aPartOfAPage() {
      browser()
          .header("HX-Request", "true")
          .header("HX-Current-URL", Upstreams.PUBLIC_URL + "/desk?x=1")
          .get("/desk/rows")
          .then()
          .statusCode(401)
          .header("HX-Redirect", "/signin?return=%2Fdesk%3Fx%3D1");
    }

    @Test
    void butNotAProgram() {
      given()
          .header("Accept", "application/json")
          .get("/desk")
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", "Bearer");
      browser().get("/api/v1/leads/refused").then().statusCode(401);
      browser().post("/desk/x").then().statusCode(401);
    }
  }

  @Nested
  @DisplayName("has pages of its own:")
  class Pages {
    @Test
    void theParts() {
      browser().get("/ui/parts").then().statusCode(200).body(containsString("Every part"));
      given()
          .get("/ui/sojourn.css")
          .then()
          .statusCode(200)
          .header("Cache-Control", containsString("immutable"));
    }

    @Test
    void whatProblemsMean() {
      browser().get("/problems").then().statusCode(200).body(containsString("cross-origin"));
      browser()
          .get("/problems/cross-origin")
          .then()
          .statusCode(200)
          .body(containsString("What to do"));
      browser()
          .get("/problems/outside-clock")
          .then()
          .statusCode(200)
          .body(containsString("Ask us"));
      browser().get("/problems/never-heard").then().statusCode(404);
    }

    @Test
    void howToBegin() {
      browser()
          .get("/developers")
          .then()
          .statusCode(200)
          .body(containsString("{\"therapy\":\"allogeneic-msc-knee\""));
    }

    @Test
    void theDescriptionOfTheApiWithoutWhatIsInternal() {
      given()
          .get("/openapi")
          .then()
          .statusCode(200)
          .contentType("application/json")
          .body("openapi", equalTo("3.1.0"))
          .body("info.description", containsString("missing here: [provider]"))
          .body("paths.'/api/v1/articles'.get.operationId", equalTo("listArticles"))
          .body("paths.keySet()", not(hasItem("/therapies")))
          .body("paths.keySet()", not(hasItem(startsWith("/internal"))));
      given()
          .header("Accept", "application/yaml")
          .get("/openapi")
          .then()
          .contentType("application/yaml")
          .body(containsString("openapi: "));
    }
  }
}
