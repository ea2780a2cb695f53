package health.sojourn.messaging;

import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what an event causes itself from what would have happened to any event just then. */
final class Failure {
  private static final int LONGEST_REASON = 500;

  private Failure() {}

  /**
   * Something that is away for a while, or was in somebody's way: the same event may pass later.
   */
  static boolean isPassing(Throwable failure) {
    return chain(failure).anyMatch(Failure::isPassingItself);
  }

  /** One line for people. The first only: a database quotes the values of a row in those after. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? "" : ": " + root.getMessage().lines().findFirst().orElse("");
    String reason = root.getClass().getSimpleName() + message;
    return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }

  private static boolean isPassingItself(Throwable failure) {
    if (failure instanceof SQLException sql) {
      String state = sql.getSQLState();
      return sql instanceof SQLTransientException
          || sql instanceof SQLRecoverableException
          // The pool's own, such as no free connection in time.
          || state == null
          // Connection, resources, shutdown, deadlock or serialization, lock not available.
          || Stream.of("08", "53", "57P", "40", "55P03").anyMatch(state::startsWith);
    }
    return failure instanceof SocketException;
  }

  /** Causes and what was suppressed: a failed commit tells its reason there. */
  private static Stream<Throwable> chain(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>(Set.of(failure));
    while (!open.isEmpty()) {
      Throwable next = open.pop();
      if (seen.add(next)) {
        Stream.concat(Stream.ofNullable(next.getCause()), Stream.of(next.getSuppressed()))
            .forEach(open::add);
      }
    }
    return seen.stream();
  }
}
