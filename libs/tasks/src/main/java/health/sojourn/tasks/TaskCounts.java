package health.sojourn.tasks;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import health.sojourn.defaults.RecentReading;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What operators watch, by task: {@code sojourn.tasks} (a timer by outcome), {@code
 * sojourn.tasks.revived} (work taken over from a replica that died), and what is in the table.
 */
@ApplicationScoped
class TaskCounts extends AbstractSchedulerListener {
  /** Taken up within a second or two, when the service keeps up; a minute says it does not. */
  private static final String STATES =
      """
      select task_name || '/' || state, count(*)
      from scheduled_tasks, lateral (values
        ('waiting', true),
        ('overdue', not picked and execution_time < now() - interval '1 minute'),
        ('failing', consecutive_failures > 0)) as states (state, holds)
      where holds
      group by 1
      """;

  private final MeterRegistry meters;
  private final RecentReading<Map<String, Long>> states;

  TaskCounts(MeterRegistry meters, DataSource database) {
    this.meters = meters;
    this.states = RecentReading.counts(database, STATES);
  }

  /** From now on there are numbers about this task, at zero until something happens. */
  void watch(String task) {
    timer(task, "done");
    timer(task, "failed");
    revived(task);
    gauge(task, "waiting", "Tasks that are not done, those for later too");
    gauge(task, "overdue", "Tasks that were due a minute ago and that nobody has taken up");
    gauge(task, "failing", "Tasks that failed and will be tried again");
  }

  @Override
  public void onExecutionComplete(ExecutionComplete done) {
    boolean ok = done.getResult() == ExecutionComplete.Result.OK;
    timer(done.getExecution().taskInstance.getTaskName(), ok ? "done" : "failed")
        .record(done.getDuration());
  }

  @Override
  public void onExecutionDead(Execution dead) {
    revived(dead.taskInstance.getTaskName()).increment();
  }

  private Timer timer(String task, String outcome) {
    return Timer.builder("sojourn.tasks")
        .description("How often tasks were run, and how long that took")
        .tag("task", task)
        .tag("outcome", outcome)
        .register(meters);
  }

  private Counter revived(String task) {
    return Counter.builder("sojourn.tasks.revived")
        .description("Tasks taken over from a replica that died")
        .baseUnit("tasks")
        .tag("task", task)
        .register(meters);
  }

  private void gauge(String task, String state, String description) {
    Gauge.builder(
            "sojourn.tasks." + state,
            () -> states.number(counts -> counts.getOrDefault(task + "/" + state, 0L)))
        .description(description)
        .baseUnit("tasks")
        .tag("task", task)
        .register(meters);
  }
}
