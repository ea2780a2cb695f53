package health.sojourn.inquiry.intake;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for work that a task does. */
public final class Eventually {
  private Eventually() {}

  public static void holds(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
