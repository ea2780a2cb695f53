package health.sojourn.defaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

/** Also shows that a process starts while the identity provider is away: there is none here. */
@QuarkusTest
class FrontDoorTest {

  @Path("/door")
  public static class Door {
    @GET
    @PermitAll
    public String requestId() {
      return String.valueOf(MDC.get(RequestId.MDC_KEY));
    }

    @GET
    @Path("trace")
    @PermitAll
    public String traceId() {
      return String.valueOf(MDC.get("traceId"));
    }

    @GET
    @Path("own")
    @PermitAll
    public Response ownPolicy() {
      return Response.ok("")
          .header("Content-Security-Policy", "default-src 'none'")
          .header("Cache-Control", "public")
          .build();
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
      return "nobody may read this";
    }

    @POST
    @PermitAll
    public int length(String body) {
      return body.length();
    }

    @GET
    @Path("staff")
    @RolesAllowed("facilitator")
    public String staff() {
      return "nobody may read this";
    }
  }

  @TestHTTPResource("/door")
  URI door;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void everyAnswerHasARequestIdThatTheLogKnows() throws Exception {
    HttpResponse<String> answer = get("");
    assertEquals(200, answer.statusCode());
    assertEquals(answer.body(), header(answer, RequestId.HEADER));
    assertEquals(7, UUID.fromString(answer.body()).version());
  }

  @Test
  void keepsTheRequestIdOfTheCallerIfItIsSane() throws Exception {
    assertEquals("partner-4711-a", get("", RequestId.HEADER, "partner-4711-a").body());
    assertNotEquals("short", get("", RequestId.HEADER, "short").body());
    assertNotEquals("no spaces allowed", get("", RequestId.HEADER, "no spaces allowed").body());
  }

  @Test
  void goesOnWithTheTraceOfTheCaller() throws Exception {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    assertEquals(
        trace, get("/trace", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01").body());
    assertTrue(get("/trace").body().matches("[0-9a-f]{32}"));
  }

  @Test
  void believesNoTokenWhileTheKeysAreOutOfReach() throws Exception {
    String token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.eyJzdWIiOiJhIn0.c2ln";
    HttpResponse<String> answer = get("/staff", "Authorization", "Bearer " + token);
    assertNotEquals(200, answer.statusCode());
  }

  @Test
  void addsSecurityHeadersWhereTheyAreMissing() throws Exception {
    HttpResponse<String> answer = get("");
    assertTrue(header(answer, "Content-Security-Policy").contains("frame-ancestors 'none'"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertEquals("no-store", header(answer, "Cache-Control"));

    HttpResponse<String> own = get("/own");
    assertEquals("default-src 'none'", header(own, "Content-Security-Policy"));
    assertEquals("public", header(own, "Cache-Control"));
    assertEquals(1, own.headers().allValues("Content-Security-Policy").size());
  }

  @Test
  void deniesAnEndpointThatNobodyDecidedAbout() throws Exception {
    assertEquals(401, get("/forgotten").statusCode());
    assertEquals(401, get("/staff").statusCode());
  }

  @Test
  void answersHead() throws Exception {
    var request =
        HttpRequest.newBuilder(door).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
  }

  @Test
  void refusesAmbiguousPathsBeforeAnythingReadsThem() throws Exception {
    assertTrue(statusLineOf("/door/..%2fdoor").contains(" 400 "));
    assertTrue(statusLineOf("/x/../door").contains(" 400 "));
    assertTrue(statusLineOf("/door;a=b").contains(" 400 "));
    assertTrue(statusLineOf("/door").contains(" 200 "));
  }

  @Test
  void refusesALargeBodyByItsAnnouncedLength() throws Exception {
    assertTrue(statusLineOf("POST", "/door", "Content-Length: 2000000\r\n").contains(" 413 "));
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(door + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** Over a plain socket: clients tidy paths up. */
  private String statusLineOf(String target) throws IOException {
    return statusLineOf("GET", target, "");
  }

  private String statusLineOf(String method, String target, String headers) throws IOException {
    try (var socket = new Socket("127.0.0.1", door.getPort())) {
      socket
          .getOutputStream()
          .write(
              "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n"
                  .formatted(method, target, headers)
                  .getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  /** As it did while the address of a trusted proxy was looked up by name. */
  @Test
  void aRequestLeavesNoFileOpen() throws Exception {
    get("/door");
    long before = openFiles();
    for (int i = 0; i < 40; i++) {
      get("/door");
    }
    long after = openFiles();
    assertTrue(after < before + 20, before + " open files became " + after);
  }

  private static long openFiles() {
    return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
        .getOpenFileDescriptorCount();
  }
}
