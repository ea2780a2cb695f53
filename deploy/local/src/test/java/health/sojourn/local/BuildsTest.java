package health.sojourn.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {
  private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant BEFORE = BUILT.minusSeconds(60);
  private static final Instant AFTER = BUILT.plusSeconds(60);

  @TempDir Path root;
  private Builds builds;

  @BeforeEach
  void aBuiltServiceThatUsesALibraryThatUsesAnother() throws IOException {
    write("pom.xml", "", BEFORE);
    write("some-service/pom.xml", "<artifactId>sojourn-one</artifactId>", BEFORE);
    write("some-service/src/main/java/A.java", "", BEFORE);
    write("libs/one/pom.xml", "<artifactId>sojourn-two</artifactId>", BEFORE);
    write("libs/two/pom.xml", "<artifactId>sojourn-one</artifactId>", BEFORE);
    write("libs/unused/pom.xml", "", AFTER);
    write("some-service/target/quarkus-app/quarkus-run.jar", "", BUILT);
    Settings settings =
        new Settings(
            root, root, root, Ports.free(), "", true, Settings.Outside.NOTHING, true, Map.of());
    builds = new Builds(settings);
  }

  @Test
  void aServiceOlderThanItsPackageIsLeftAlone() {
    assertEquals(List.of(), stale());
  }

  @Test
  void aChangedSourceIsBuilt() throws IOException {
    write("some-service/src/main/resources/new.txt", "", AFTER);
    assertEquals(List.of("some-service"), stale());
  }

  @Test
  void aChangedTestIsNot() throws IOException {
    write("some-service/src/test/java/ATest.java", "", AFTER);
    assertEquals(List.of(), stale());
  }

  @Test
  void aChangeInALibraryOfALibraryIsBuilt() throws IOException {
    write("libs/two/src/main/java/B.java", "", AFTER);
    assertEquals(List.of("some-service"), stale());
  }

  @Test
  void whatWasNeverPackagedIsBuilt() throws IOException {
    Files.delete(root.resolve("some-service/target/quarkus-app/quarkus-run.jar"));
    assertEquals(List.of("some-service"), stale());
  }

  private List<String> stale() {
    return builds.stale(List.of("some-service"));
  }

  private void write(String name, String text, Instant changed) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(changed));
  }
}
