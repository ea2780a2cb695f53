package health.sojourn.containers;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the checkout, and the tools of this machine. */
final class Checkout {
  static final Path ROOT = Path.of(System.getProperty("sojourn.root"));

  private Checkout() {}

  static Path file(String name) {
    return ROOT.resolve(name);
  }

  static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> filesIn(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the test as skipped where the tool is not installed, or as failed where it has to be. */
  static void requireTool(String name) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    if (!installed && Boolean.getBoolean("sojourn.require-tools")) {
      fail(name + " is not installed, and no tool may be missing here");
    }
    assumeTrue(installed, name + " is not installed");
  }
}
