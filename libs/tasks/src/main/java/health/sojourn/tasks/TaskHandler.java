package health.sojourn.tasks;

/**
 * A bean that does one kind of work. At least once: a crash after the effect and before the end
 * runs it again, so it must be idempotent. What it throws is tried again later, with growing
 * pauses. It opens its own transactions.
 */
public interface TaskHandler<T> {

  TaskType<T> type();

  void run(String id, T data) throws Exception;
}
