package health.sojourn.defaults;

import io.quarkus.logging.LoggingFilter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Takes the messages out of every exception that is logged, whoever logs it; classes and places
 * stay. A start that fails is told in full: nobody has typed anything yet.
 *
 * @see FailureName
 */
@LoggingFilter(name = "wordless-failures")
public final class WordlessFailures implements Filter {
  private static final String START = "io.quarkus.runtime";

  @Override
  public boolean isLoggable(LogRecord log) {
    Throwable thrown = log.getThrown();
    if (thrown != null && !String.valueOf(log.getLoggerName()).startsWith(START)) {
      log.setThrown(Wordless.of(thrown, Collections.newSetFromMap(new IdentityHashMap<>())));
    }
    return true;
  }

  /** Looks like the exception it stands for, without what that says. */
  private static final class Wordless extends Throwable {
    private static final long serialVersionUID = 1;

    private final String name;

    private Wordless(Throwable original, Throwable cause) {
      super(FailureName.of(original), cause);
      this.name = original.getClass().getPackageName() + "." + FailureName.of(original);
      setStackTrace(original.getStackTrace());
    }

    static Wordless of(Throwable original, Set<Throwable> seen) {
      if (original == null || !seen.add(original)) {
        return null;
      }
      Wordless wordless = new Wordless(original, of(original.getCause(), seen));
      for (Throwable suppressed : original.getSuppressed()) {
        Wordless other = of(suppressed, seen);
        if (other != null) {
          wordless.addSuppressed(other);
        }
      }
      return wordless;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
