package health.sojourn.tasks;

import static health.sojourn.tasks.Chores.CHORE;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.tasks.Chores.Chore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** With a poll that never comes, only the commit itself can start the work. */
@QuarkusTest
@TestProfile(TriggerTest.PollOnceADay.class)
class TriggerTest {
  @Inject Tasks tasks;
  @Inject Chores chores;
  @Inject Clock clock;
  @Inject DataSource database;
  @Inject MeterRegistry meters;

  @Test
  void dueWorkStartsRightAfterTheCommit() {
    for (int i = 0; i < 3; i++) {
      String id = UUID.randomUUID().toString();
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  tasks.schedule(
                      CHORE, id, new Chore("dishes", 0, clock.instant()), clock.instant()));
      await().until(() -> chores.done.containsKey(id));
    }
  }

  /** Nobody takes it up here, as in a service that does not keep up. */
  @Test
  void whatIsLateAndWhatFailedIsMeasured() throws SQLException {
    assertEquals(0, measured("failing"));
    execute(
        """
        insert into scheduled_tasks
          (task_name, task_instance, execution_time, picked, consecutive_failures, version)
        values ('chore', 'late', now() - interval '2 minutes', false, 1, 1)
        """);
    await().untilAsserted(() -> assertEquals(1, measured("overdue")));
    assertEquals(1, measured("failing"));
    assertTrue(measured("waiting") >= 1);
    execute("delete from scheduled_tasks where task_instance = 'late'");
    await().untilAsserted(() -> assertEquals(0, measured("overdue")));
  }

  private double measured(String state) {
    return meters.get("sojourn.tasks." + state).tag("task", "chore").gauge().value();
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  public static class PollOnceADay implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("sojourn.tasks.poll", "P1D");
    }
  }
}
