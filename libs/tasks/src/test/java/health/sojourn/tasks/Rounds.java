package health.sojourn.tasks;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

@Singleton
class Rounds implements RecurringTask {
  final AtomicInteger made = new AtomicInteger();

  @Override
  public String name() {
    return "rounds";
  }

  @Override
  public Duration every() {
    return Duration.ofMillis(100);
  }

  @Override
  public void run() {
    made.incrementAndGet();
  }
}
