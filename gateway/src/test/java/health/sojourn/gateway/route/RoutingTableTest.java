package health.sojourn.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The routing table")
class RoutingTableTest {
  private static final Map<String, URI> UPSTREAMS =
      Map.of("content", URI.create("http://a:1"), "inquiry", URI.create("https://b"));

  private final RoutingTable table =
      new RoutingTable(
          UPSTREAMS,
          Map.of(
              "content", List.of("/", "/therapies", "/api/v1/inquiries/help"),
              "inquiry", List.of("/inquiries", "/api/v1/inquiries")));

  @Test
  void findsTheLongestPrefixOfWholeSegments() {
    assertEquals("content", owner("/"));
    assertEquals("content", owner("/therapies"));
    assertEquals("content", owner("/therapies/x/y"));
    assertEquals("inquiry", owner("/api/v1/inquiries/5"));
    assertEquals("content", owner("/api/v1/inquiries/help/x"));
    assertEquals("nobody", owner("/therapiesx"));
    assertEquals("nobody", owner("/ui/sojourn.css"));
    assertEquals("nobody", owner("/internal/v1/leads"));
  }

  @Test
  void knowsTheUsualPorts() {
    assertEquals(443, table.find("/inquiries").orElseThrow().port());
  }

  @Test
  void refusesMistakes() {
    for (String prefix :
        List.of("/internal", "/internal/v1", "/q/health", "/auth/admin", "desk", "/desk/")) {
      Map<String, List<String>> routes = Map.of("content", List.of(prefix));
      assertThrows(
          IllegalArgumentException.class, () -> new RoutingTable(UPSTREAMS, routes), prefix);
    }
    Map<String, List<String>> unknown = Map.of("other", List.of("/x"));
    assertThrows(IllegalArgumentException.class, () -> new RoutingTable(UPSTREAMS, unknown));
  }

  private String owner(String path) {
    return table.find(path).map(Upstream::name).orElse("nobody");
  }
}
