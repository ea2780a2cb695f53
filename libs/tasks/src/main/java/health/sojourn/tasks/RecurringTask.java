package health.sojourn.tasks;

import java.time.Duration;

/**
 * A bean that does something again and again, on one replica at a time. It opens its own
 * transactions. A failure is logged and tried again at the next turn.
 */
public interface RecurringTask {

  /** Stable, it is stored; such as {@code purge-idempotency-keys}. */
  String name();

  /** The pause between the end of one run and the start of the next. */
  Duration every();

  void run() throws Exception;
}
