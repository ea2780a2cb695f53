package health.sojourn.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01", "40001", "40P01", "55P03"})
  void a_database_that_is_away_or_busy_passes(String state) {
    assertTrue(Failure.isPassing(new IllegalStateException(new SQLException("x", state))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22001", "42P01", "57014"})
  void what_the_database_says_about_the_event_does_not_pass(String state) {
    assertFalse(Failure.isPassing(new IllegalStateException(new SQLException("x", state))));
  }

  @Test
  void a_pool_without_a_free_connection_and_a_host_that_refuses_pass() {
    assertTrue(Failure.isPassing(new SQLException("Sorry, acquisition timeout!")));
    assertTrue(Failure.isPassing(new IllegalStateException(new ConnectException("refused"))));
  }

  @Test
  void a_failed_commit_hides_its_reason_among_the_suppressed() {
    RuntimeException commit = new RuntimeException("could not commit");
    commit.addSuppressed(new SQLException("connection closed", "08003"));
    assertTrue(Failure.isPassing(commit));
  }

  @Test
  void a_mistake_does_not_pass() {
    assertFalse(Failure.isPassing(new NullPointerException()));
  }

  @Test
  void a_reason_is_one_line_without_the_values_of_a_row() {
    SQLException refused =
        new SQLException("ERROR: duplicate key\n  Detail: Key (email)=(ana@example.org)", "23505");
    assertEquals(
        "SQLException: ERROR: duplicate key", Failure.reason(new IllegalStateException(refused)));
  }
}
