package health.sojourn.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.testing.RouteRules;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
class GatewayRoutesTest extends RouteRules {
  /**
   * Other than a service, the gateway leads somebody without a session to the sign-in; who is
   * signed in and has not the role is refused.
   */
  @Override
  @Test
  protected void everyRouteKeepsOutWhoeverItSays() throws IOException {
    Map<String, String> facilitator = CodeFlow.signIn("ana", "/desk");
    List<String[]> guarded =
        Files.readAllLines(Path.of("src/test/resources/routes.txt")).stream()
            .filter(line -> !line.startsWith("#") && !line.endsWith(" everybody"))
            .map(line -> line.split("\\s+", 3))
            .toList();
    assertTrue(guarded.size() > 2, "there are guarded routes");
    for (String[] route : guarded) {
      String path =
          route[1].replace("{service}", "inquiry").replace("{event}", FakeManagement.STUBBORN);
      String location =
          from(GatewayTest.browser(), route[0])
              .request(route[0], path)
              .then()
              .statusCode(302)
              .extract()
              .header("Location");
      assertTrue(location.contains("/protocol/openid-connect/auth?"), location);
      if (!route[2].equals("signed-in")) {
        int status =
            from(GatewayTest.browser().cookies(facilitator), route[0])
                .request(route[0], path)
                .statusCode();
        assertEquals(403, status, String.join(" ", route));
      }
    }
  }

  private static RequestSpecification from(RequestSpecification browser, String method) {
    return method.equals("GET")
        ? browser
        : browser
            .header("Origin", Upstreams.PUBLIC_URL)
            .contentType("application/x-www-form-urlencoded");
  }
}
