package health.sojourn.inquiry.routing;

import health.sojourn.tasks.RecurringTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Holidays and weeks end without anybody saying so, and a clinic has room again. So the queue of
 * the unplaced is tried now and then although nothing was heard.
 */
@ApplicationScoped
class PassingTime implements RecurringTask {
  private final UnplacedQueue queue;

  PassingTime(UnplacedQueue queue) {
    this.queue = queue;
  }

  @Override
  public String name() {
    return "try-unplaced-as-time-passes";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    queue.timePassed();
  }
}
