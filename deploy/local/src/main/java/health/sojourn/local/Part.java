package health.sojourn.local;

import java.nio.file.Path;
import java.util.Optional;

/** One piece of the platform that can be started and stopped. */
interface Part {
  String name();

  /** Returns when the part can be used. */
  void start() throws Exception;

  /** What runs for it; empty while nothing does, or when it lives in the launcher's own process. */
  Optional<Child> child();

  /** Also while it starts, from another thread. */
  default void stop() {
    child().ifPresent(Child::stop);
  }

  /** Ends it as a crash would. */
  default void kill() {
    child().ifPresent(Child::kill);
  }

  /** Ends what an earlier launcher left running with this part's data, unless it left a note. */
  default void endLeftover() {}

  default boolean isAlive() {
    return child().filter(Child::isAlive).isPresent();
  }

  Path log();
}
