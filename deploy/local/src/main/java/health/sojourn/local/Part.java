package health.sojourn.local;

import java.nio.file.Path;

/** One piece of the platform that can be started and stopped. */
interface Part {
  String name();

  /** Returns when the part can be used. */
  void start() throws Exception;

  void stop();

  boolean isAlive();

  Path log();
}
