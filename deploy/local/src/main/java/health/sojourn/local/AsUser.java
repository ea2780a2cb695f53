package health.sojourn.local;

import java.io.IOException;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own a process of root's is nobody
 * and still owns root's files; where namespaces are forbidden (some containers), say so.
 */
final class AsUser {
  private static final List<String> NAMESPACE = List.of("unshare", "-U");

  private AsUser() {}

  /** What to put before a command so that it doesn't run as root; nothing for anybody else. */
  static List<String> withoutRoot() {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    if (works(NAMESPACE)) {
      return NAMESPACE;
    }
    throw new Trouble(
        "PostgreSQL refuses to run as root, and this machine forbids user namespaces to hide it."
            + " Run as another user, or name a PostgreSQL you started yourself:"
            + " SOJOURN_POSTGRES=postgresql://user:password@host:5432");
  }

  private static boolean works(List<String> prefix) {
    try {
      return new ProcessBuilder(prefix.get(0), prefix.get(1), "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
