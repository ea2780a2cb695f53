package health.sojourn.testing;

import java.util.function.Supplier;

/**
 * A value made once in a test run. Quarkus loads a test's classes anew for each application, static
 * fields with them; the system's properties are the same for all.
 */
final class OncePerRun {
  private OncePerRun() {}

  static String get(String name, Supplier<String> make) {
    synchronized (System.getProperties()) {
      String known = System.getProperty(name);
      if (known == null) {
        known = make.get();
        System.setProperty(name, known);
      }
      return known;
    }
  }
}
