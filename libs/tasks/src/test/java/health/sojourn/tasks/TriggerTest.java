package health.sojourn.tasks;

import static health.sojourn.tasks.Chores.CHORE;
import static org.awaitility.Awaitility.await;

import health.sojourn.tasks.Chores.Chore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** With a poll that never comes, only the commit itself can start the work. */
@QuarkusTest
@TestProfile(TriggerTest.PollOnceADay.class)
class TriggerTest {
  @Inject Tasks tasks;
  @Inject Chores chores;
  @Inject Clock clock;

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

  public static class PollOnceADay implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("sojourn.tasks.poll", "P1D");
    }
  }
}
