package health.sojourn.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.testing.RouteRules;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
class GatewayRoutesTest extends RouteRules {
  /** Other than a service, the gateway leads somebody without a session to the sign-in. */
  @Override
  @Test
  protected void everyRouteKeepsOutWhoeverItSays() throws IOException {
    List<String> guarded =
        Files.readAllLines(Path.of("src/test/resources/routes.txt")).stream()
            .filter(line -> !line.startsWith("#") && !line.endsWith(" everybody"))
            .map(line -> line.split("\\s+")[1])
            .toList();
    assertEquals(List.of("/signin", "/signin/callback"), guarded);
    for (String path : guarded) {
      String location =
          GatewayTest.browser().get(path).then().statusCode(302).extract().header("Location");
      assertTrue(location.contains("/protocol/openid-connect/auth?"), location);
    }
  }
}
