package health.sojourn.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Timed and retried work, scheduled in the transaction that needs it and run once by whichever
 * replica is free.
 */
@ApplicationScoped
public class Tasks {

  /**
   * Schedules in the caller's transaction; due work is looked for right after the commit.
   *
   * @param id unique within the type; must not be taken by waiting work of this type
   * @param at when it is due; now or earlier means at once
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public <T> void schedule(TaskType<T> type, String id, T data, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** Forgets waiting work, in the caller's transaction. No error if there is none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void cancel(TaskType<?> type, String id) {
    throw new UnsupportedOperationException();
  }
}
