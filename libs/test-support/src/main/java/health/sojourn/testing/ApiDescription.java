package health.sojourn.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Compares the API's description as it is served with the committed {@code openapi.yaml} of the
 * module. A {@code @QuarkusTest} extends this.
 */
public abstract class ApiDescription {
  private static final Path COMMITTED = Path.of("openapi.yaml");
  private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");

  @Test
  void isCommitted() {
    Response yaml = RestAssured.given().get("/openapi?format=yaml");
    assertEquals(200, yaml.statusCode());
    Committed.mustBe(COMMITTED, yaml.asString());
  }

  /** Programs are generated from it: each call needs one name, used once, and its answers. */
  @Test
  void namesEachCallOnce() {
    Map<String, Map<String, Object>> paths =
        RestAssured.given().get("/openapi?format=json").jsonPath().getMap("paths");
    List<String> names = new ArrayList<>();
    for (Map<String, Object> path : paths.values()) {
      path.forEach(
          (verb, operation) -> {
            if (VERBS.contains(verb)) {
              names.add((String) ((Map<?, ?>) operation).get("operationId"));
            }
          });
    }
    assertEquals(List.copyOf(names.stream().distinct().toList()), names);
    assertEquals(false, names.contains(null), "a call without an operationId");
  }
}
