package health.sojourn.tasks;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/**
 * Timed and retried work, scheduled in the transaction that needs it and run once by whichever
 * replica is free.
 */
@ApplicationScoped
public class Tasks {
  private final TaskRunner runner;
  private final TransactionSynchronizationRegistry transaction;

  Tasks(TaskRunner runner, TransactionSynchronizationRegistry transaction) {
    this.runner = runner;
    this.transaction = transaction;
  }

  /**
   * Schedules in the caller's transaction; due work is looked for right after the commit.
   *
   * @param id unique within the type
   * @param at when it is due; now or earlier means at once
   * @throws IllegalStateException if work of this type already waits under the id; the transaction
   *     stays usable
   */
  @Transactional(
      value = Transactional.TxType.MANDATORY,
      dontRollbackOn = IllegalStateException.class)
  public <T> void schedule(TaskType<T> type, String id, T data, Instant at) {
    if (!runner.client().scheduleIfNotExists(runner.instance(type, id, data), at)) {
      throw new IllegalStateException(type.name() + " already waits under " + id);
    }
    transaction.registerInterposedSynchronization(new LookForDueWork());
  }

  /** Forgets waiting work, in the caller's transaction. No error if there is none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void cancel(TaskType<?> type, String id) {
    if (dueAt(type, id).isPresent()) {
      runner.client().cancel(TaskInstanceId.of(type.name(), id));
    }
  }

  /** When the waiting work is due, or due again after a failure; empty if none waits. */
  public Optional<Instant> dueAt(TaskType<?> type, String id) {
    return runner
        .client()
        .getScheduledExecution(TaskInstanceId.of(type.name(), id))
        .map(ScheduledExecution::getExecutionTime);
  }

  private class LookForDueWork implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        runner.lookForDueWork();
      }
    }
  }
}
