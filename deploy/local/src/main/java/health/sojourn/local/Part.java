package health.sojourn.local;

import java.nio.file.Path;

/** One piece of the platform that can be started and stopped. */
interface Part {
  String name();

  /** Returns when the part can be used. */
  void start() throws Exception;

  /** Also while it starts, from another thread. */
  void stop();

  /** Ends what an earlier launcher left running with this part's data, unless it left a note. */
  default void endLeftover() {}

  boolean isAlive();

  Path log();
}
