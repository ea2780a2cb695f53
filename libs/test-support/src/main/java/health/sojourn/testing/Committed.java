package health.sojourn.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that is committed so that a change of it is seen by whoever reviews. A difference fails;
 * {@code -Dsojourn.update=true} writes the file instead.
 */
final class Committed {
  private static final String UPDATE = "sojourn.update";

  private Committed() {}

  /**
   * @param file in the module's directory
   */
  static void mustBe(Path file, String actual) {
    try {
      if (Boolean.getBoolean(UPDATE)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
        return;
      }
      assertEquals(
          Files.exists(file) ? Files.readString(file) : "",
          actual,
          file
              + " is not up to date. Look at the difference; if it is meant, run this test with -D"
              + UPDATE
              + "=true and commit the file.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
