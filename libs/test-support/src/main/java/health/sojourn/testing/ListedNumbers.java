package health.sojourn.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Compares the numbers of our own that a service gives with those that {@code docs/operations.md}
 * explains. A {@code @QuarkusTest} extends this.
 */
public abstract class ListedNumbers {
  private static final Path MANUAL = Path.of("../docs/operations.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(sojourn_[a-z_]+)` \\|([^|]+)\\|", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile("^# TYPE (sojourn_[a-z_]+) ", Pattern.MULTILINE);

  @TestHTTPResource(value = "/metrics", management = true)
  String metrics;

  @ConfigProperty(name = "quarkus.application.name")
  String service;

  @Test
  void areThoseThatAreExplained() throws IOException {
    String name = service.replace("-service", "");
    Set<String> explained =
        ROW.matcher(Files.readString(MANUAL))
            .results()
            .filter(row -> Set.of(row.group(2).trim().split(", ")).contains(name))
            .map(row -> family(row.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(explained, given());
  }

  /** A timer's longest run is explained with the timer. */
  private Set<String> given() {
    String scrape = RestAssured.get(metrics).asString();
    Predicate<String> longest = given -> given.endsWith("_max");
    return TYPE.matcher(scrape)
        .results()
        .map(type -> family(type.group(1)))
        .filter(longest.negate())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A counter's name without what a scrape may leave out of its type. */
  private static String family(String name) {
    return name.replaceAll("_total$", "");
  }
}
