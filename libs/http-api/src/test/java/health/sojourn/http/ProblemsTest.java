package health.sojourn.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemsTest {
  private static final String LETTERS = "/api/v1/letters";

  @TestHTTPResource("/")
  URI root;

  @Nested
  class Addresses {
    @Test
    void unknownPath() {
      problem(given().get("/api/v1/nothing").then(), 404, "not-found");
      problem(given().get("/nothing").then(), 404, "not-found");
    }

    @Test
    void unknownIdAndUnreadableId() {
      problem(
          given().get(LETTERS + "/01a205a3-300c-78e2-bdc1-6b9820945962").then(),
          404,
          "letter-not-found");
      problem(given().get(LETTERS + "/not-an-id").then(), 404, "not-found");
    }

    @Test
    void wrongMethod() {
      problem(given().delete(LETTERS).then(), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({"year,abc", "stamp,GREEN", "weight,heavy", "weight,101", "limit,0", "limit,x"})
    void unreadableQueryParameter(String name, String value) {
      problem(given().queryParam(name, value).get(LETTERS).then(), 400, "invalid-parameter")
          .body("detail", containsString("“" + name + "”"));
    }

    @Test
    void ambiguousPath() throws IOException {
      String answer = raw("GET /api/v1/letters%2fstaff HTTP/1.1", "");
      assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
      assertTrue(answer.contains("\"code\":\"ambiguous-path\""), answer);
      assertTrue(answer.contains("application/problem+json"), answer);
    }
  }

  @Nested
  class Bodies {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"text\":                        | malformed-json",
          "[]                                | malformed-json",
          "{\"text\":\"a\"} trailing         | malformed-json",
          "{\"text\":\"a\",\"text\":\"b\"}   | duplicate-key",
          "{\"to\":{\"street\":\"a\",\"street\":\"b\"}} | duplicate-key",
          "null                              | body-missing",
          "''                                | body-missing",
        })
    void whatIsNotReadableJson(String body, String code) {
      problem(json(body).post(LETTERS).then(), 400, code);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"text\":5}                      | /text",
          "{\"text\":{}}                     | /text",
          "{\"pages\":\"2\"}                 | /pages",
          "{\"to\":[]}                       | /to",
          "{\"copies\":[{},{\"street\":[]}]} | /copies/1/street",
        })
    void wrongTypeNamesTheField(String body, String pointer) {
      problem(json(body).post(LETTERS).then(), 400, "malformed-json")
          .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"stamp\":\"GREEN\"} | /stamp | unknown-value | BLUE, RED",
          "{\"reply\":\"abc\"}   | /reply | wrong-format  | form",
        })
    void wrongValueNamesTheField(String body, String pointer, String code, String words) {
      problem(json(body).post(LETTERS).then(), 422, "validation-failed")
          .body("errors[0].pointer", equalTo(pointer))
          .body("errors[0].code", equalTo(code))
          .body("errors[0].detail", containsString(words));
    }

    @Test
    void constraintsNameAllFields() {
      problem(
              json("""
                      {"text":" ","pages":0,"to":{"street":"%s"},"copies":[{"street":"a"},{}]}
                      """
                      .formatted("x".repeat(21)))
                  .post(LETTERS)
                  .then(),
              422,
              "validation-failed")
          .body("errors", hasSize(4))
          .body("errors[0].pointer", equalTo("/copies/1/street"))
          .body("errors[0].code", equalTo("required"))
          .body("errors[0].detail", equalTo("This is missing."))
          .body("errors[1].pointer", equalTo("/pages"))
          .body("errors[1].code", equalTo("out-of-range"))
          .body("errors[2].pointer", equalTo("/text"))
          .body("errors[3].pointer", equalTo("/to/street"))
          .body("errors[3].code", equalTo("wrong-length"));
    }

    @Test
    void tooDeep() {
      problem(
          json("[".repeat(2000) + "]".repeat(2000)).post(LETTERS + "/tree").then(),
          400,
          "malformed-json");
    }

    @Test
    void tooLarge() {
      problem(
          json("{\"text\":\"" + "x".repeat(1_100_000) + "\"}").post(LETTERS).then(),
          413,
          "body-too-large");
    }

    @Test
    void tooLargeWithoutSayingSo() throws IOException {
      String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
      String answer =
          raw(
              "POST /api/v1/letters HTTP/1.1",
              "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + chunk.repeat(20)
                  + "0\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
      assertTrue(answer.contains("\"code\":\"body-too-large\""), answer);
    }

    @Test
    void chunkedAndSmall() throws IOException {
      String body = "{\"text\":\"a\",\"to\":{\"street\":\"b\"}}";
      String answer =
          raw(
              "POST /api/v1/letters HTTP/1.1",
              "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + Integer.toHexString(body.length())
                  + "\r\n"
                  + body
                  + "\r\n0\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 201"), answer);
    }

    @Test
    void wrongMediaType() {
      problem(
          given().contentType("text/plain").body("a").post(LETTERS).then(),
          415,
          "unsupported-media-type");
    }

    @Test
    void unacceptableMediaType() {
      problem(given().accept("image/png").get(LETTERS).then(), 406, "not-acceptable");
    }

    @Test
    void zeroByteInAText() {
      problem(
          json("{\"text\":\"a\\u0000b\",\"to\":{\"street\":\"b\"}}").post(LETTERS).then(),
          400,
          "malformed-text");
    }

    @Test
    void missingFormField() {
      problem(
          given()
              .contentType("application/x-www-form-urlencoded")
              .formParam("text", "")
              .post(LETTERS + "/form")
              .then(),
          422,
          "validation-failed");
    }
  }

  @Nested
  class Callers {
    @Test
    void nobodyAndNonsense() {
      problem(given().get(LETTERS + "/staff").then(), 401, "not-signed-in")
          .header("WWW-Authenticate", startsWith("Bearer"));
      problem(token("nonsense").get(LETTERS + "/staff").then(), 401, "not-signed-in");
      problem(
          token(Tokens.expired("facilitator")).get(LETTERS + "/staff").then(),
          401,
          "not-signed-in");
    }

    @Test
    void anotherRole() {
      problem(
          token(Tokens.clinic("demo-bogota")).get(LETTERS + "/staff").then(), 403, "not-allowed");
    }

    @Test
    void theRightRole() {
      token(Tokens.facilitator()).get(LETTERS + "/staff").then().statusCode(200);
    }

    @Test
    void anExpiredTokenDoesNotHideWhatIsPublic() {
      token(Tokens.expired()).get(LETTERS).then().statusCode(200);
    }
  }

  @Nested
  class OurOwnFaults {
    @Test
    void saysNothingAboutTheInside() {
      problem(
              json("{\"text\":\"fail\",\"to\":{\"street\":\"b\"}}").post(LETTERS).then(),
              500,
              "internal-error")
          .body(not(containsString("secret")))
          .body(not(containsString("Exception")));
    }

    @Test
    void databaseAway() {
      problem(given().get(LETTERS + "/away").then(), 503, "unavailable")
          .header("Retry-After", equalTo("5"));
    }
  }

  @Nested
  class Browsers {
    private static final String ACCEPT = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Test
    void getAPage() {
      given()
          .accept(ACCEPT)
          .get("/nothing/<here>")
          .then()
          .statusCode(404)
          .contentType("text/html")
          .body(containsString("There is nothing at this address"))
          .body(containsString("404 not-found"));
    }

    @Test
    void butNotFromTheApi() {
      problem(given().accept(ACCEPT).get("/api/v1/nothing").then(), 404, "not-found");
    }
  }

  @Test
  void redirectsAndLocationsStayOnThePublicAddress() {
    given()
        .redirects()
        .follow(false)
        .contentType("application/x-www-form-urlencoded")
        .formParam("text", "abc")
        .post(LETTERS + "/form")
        .then()
        .statusCode(303)
        .header("Location", equalTo("/api/v1/letters?n=3"));
  }

  @Test
  void listsItsCodesForTheGateway() {
    given()
        .get("/internal/v1/problems")
        .then()
        .statusCode(200)
        .body("find { it.code == 'letter-not-found' }.title", equalTo("No such letter"))
        .body("find { it.code == 'not-found' }.advice", notNullValue());
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("type", endsWith("/problems/" + code))
        .body("title", notNullValue())
        .body("detail", notNullValue())
        .body("requestId", notNullValue());
  }

  private static RequestSpecification json(String body) {
    return given().contentType("application/json").body(body);
  }

  private static RequestSpecification token(String token) {
    return given().auth().oauth2(token);
  }

  private String raw(String requestLine, String rest) throws IOException {
    try (var socket = new Socket("127.0.0.1", root.getPort())) {
      String head = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n";
      socket
          .getOutputStream()
          .write((head + (rest.isEmpty() ? "\r\n" : rest)).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
