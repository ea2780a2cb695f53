package health.sojourn.local;

import java.nio.file.Path;

/** What {@code deploy/backup} and {@code deploy/restore} have in common: they run inside Maven. */
final class CopyCommand {
  private CopyCommand() {}

  static Path home() {
    return Settings.from(System.getenv(), true).home();
  }

  static Path path(String property) {
    return Path.of(System.getProperty(property));
  }

  /** Trouble is told in a line, not as Maven tells an exception. */
  static void run(Runnable command) {
    try {
      command.run();
    } catch (Trouble e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
