package health.sojourn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client library would send. Nothing of it is our fault, so nothing of it may be a 500. */
@QuarkusTest
class StrangeRequestsTest {
  private static final String LETTERS = "/api/v1/letters";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String JSON = "Content-Type: application/json";

  @TestHTTPResource("/")
  URI root;

  static Stream<Arguments> requests() {
    return Stream.of(
        of("GET", LETTERS + "?year=99999999999999999999", "", "", 400),
        of("GET", LETTERS + "?limit=1&limit=2", "", "", 200),
        of("GET", LETTERS + "?cursor=%ff", "", "", 400),
        of("GET", LETTERS, "Accept: nonsense", "", 406),
        of("GET", LETTERS, "Accept: application/json;q=2", "", 200),
        of("GET", LETTERS, "Range: bytes=0-1", "", 200),
        of("GET", LETTERS + "/staff", "Authorization: Bearer", "", 401),
        of("GET", LETTERS + "/staff", "Authorization: Basic bm9ib2R5", "", 401),
        of("GET", LETTERS + "/staff", "Authorization: Bearer a.b.c", "", 401),
        of("BREW", LETTERS, "", "", 405),
        of("PATCH", LETTERS, JSON, "{}", 405),
        of("OPTIONS", LETTERS, "", "", 200),
        of("HEAD", LETTERS + "/nothing", "", "", 404),
        of("POST", LETTERS, "", "{}", 415),
        of("POST", LETTERS, "Content-Type: nonsense", "{}", 400),
        of("POST", LETTERS, "Content-Type: application/json; charset=nonsense", "{}", 422),
        of("POST", LETTERS, JSON, "\u0000", 400),
        of("POST", LETTERS, JSON, "\u00ff\u00fe", 400),
        of("POST", LETTERS, JSON, "{\"pages\":1e400}", 400),
        of("POST", LETTERS, JSON, "{\"pages\":99999999999999}", 400),
        of("POST", LETTERS, JSON, "{\"pages\":" + "9".repeat(2000) + "}", 400),
        of("POST", LETTERS, JSON, "{\"pages\":NaN}", 400),
        of("POST", LETTERS, JSON, "{'text':'a'}", 400),
        of("POST", LETTERS, JSON, "\"text\"", 400),
        of("POST", LETTERS + "/form", FORM, "text=%zz", 400),
        of("POST", LETTERS + "/form", FORM, "text=%00", 303),
        of("POST", LETTERS + "/form", FORM, "text=" + "x".repeat(100_000), 413),
        of("POST", LETTERS + "/form", FORM, "a=b&".repeat(1000), 422),
        of("POST", LETTERS + "/form", FORM, "", 422),
        of("POST", LETTERS + "/form", "Content-Type: multipart/form-data", "x", 415));
  }

  private static Arguments of(
      String method, String target, String header, String body, int status) {
    return Arguments.of(method, target, header, body, status);
  }

  @ParameterizedTest(name = "{0} {1} {2} is {4}")
  @MethodSource("requests")
  void areAnsweredInTheOneForm(String method, String target, String header, String body, int status)
      throws IOException {
    String answer = send(method, target, header, body);
    assertEquals("HTTP/1.1 " + status, answer.substring(0, Math.min(12, answer.length())), answer);
    assertFalse(answer.contains("Exception"), answer);
    assertTrue(answer.toLowerCase().contains("x-request-id"), answer);
    if (status >= 400 && !method.equals("HEAD")) {
      assertTrue(answer.contains("application/problem+json"), answer);
      assertTrue(answer.contains("\"code\":"), answer);
    }
  }

  /** The framework looks at the address before any of our code, and says no more than this. */
  @ParameterizedTest
  @ValueSource(strings = {"?year=%zz", "?year=%", "/%zz", "?a=\\"})
  void brokenAddressesAreRefused(String target) throws IOException {
    assertTrue(send("GET", LETTERS + target, "", "").startsWith("HTTP/1.1 400"));
  }

  private String send(String method, String target, String header, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    String head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s%s\r\n"
            .formatted(
                method,
                target,
                header.isEmpty() ? "" : header + "\r\n",
                method.equals("POST") || bytes.length > 0
                    ? "Content-Length: " + bytes.length + "\r\n"
                    : "");
    try (var socket = new Socket("127.0.0.1", root.getPort())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
