package health.sojourn.local;

import java.nio.file.Path;

/** The Java that runs this launcher also runs the parts. */
final class Java {
  private Java() {}

  static String home() {
    return System.getProperty("java.home");
  }

  static String program() {
    return Path.of(home(), "bin", "java").toString();
  }
}
