package health.sojourn.defaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class WordlessFailuresTest {
  private static final String TYPED = "ana@example.org";

  private final WordlessFailures filter = new WordlessFailures();

  @Test
  void nothingThatAnExceptionQuotesIsLoggedAndItsClassAndPlaceAre() {
    Exception refused = new IllegalArgumentException("550 <" + TYPED + "> unknown");
    refused.addSuppressed(new IllegalStateException(TYPED));
    String logged = logged("org.example", new RuntimeException(TYPED, refused));
    assertFalse(logged.contains(TYPED), logged);
    assertTrue(logged.contains("Caused by: java.lang.IllegalArgumentException"), logged);
    assertTrue(logged.contains("Suppressed: java.lang.IllegalStateException"), logged);
    assertTrue(logged.contains("at health.sojourn.defaults.WordlessFailuresTest."), logged);
  }

  @Test
  void whatTellsWhyAServerIsAwayStays() {
    assertEquals("SQLException (22P02)", FailureName.of(new SQLException(TYPED, "22P02")));
    assertEquals(
        "ConnectException: Connection refused",
        FailureName.ofRoot(new RuntimeException(new ConnectException("Connection refused"))));
  }

  @Test
  void aCircleOfCausesEnds() {
    Exception one = new Exception(TYPED);
    one.initCause(new Exception(TYPED, one));
    assertFalse(logged("org.example", one).contains(TYPED));
  }

  @Test
  void aStartThatFailsIsToldInFull() {
    LogRecord log = record("io.quarkus.runtime.Application", new Exception("no master key"));
    Throwable thrown = log.getThrown();
    assertTrue(filter.isLoggable(log));
    assertSame(thrown, log.getThrown());
  }

  private String logged(String logger, Throwable thrown) {
    LogRecord log = record(logger, thrown);
    assertTrue(filter.isLoggable(log));
    StringWriter text = new StringWriter();
    log.getThrown().printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static LogRecord record(String logger, Throwable thrown) {
    LogRecord log = new LogRecord(Level.SEVERE, "failed");
    log.setLoggerName(logger);
    log.setThrown(thrown);
    return log;
  }
}
