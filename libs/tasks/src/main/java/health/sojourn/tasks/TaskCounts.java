package health.sojourn.tasks;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What operators watch: {@code sojourn.tasks} (a timer by task and outcome) and {@code
 * sojourn.tasks.revived} (work taken over from a replica that died).
 */
@ApplicationScoped
class TaskCounts extends AbstractSchedulerListener {
  private final MeterRegistry meters;

  TaskCounts(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void onExecutionComplete(ExecutionComplete done) {
    boolean ok = done.getResult() == ExecutionComplete.Result.OK;
    Timer.builder("sojourn.tasks")
        .tag("task", done.getExecution().taskInstance.getTaskName())
        .tag("outcome", ok ? "done" : "failed")
        .register(meters)
        .record(done.getDuration());
  }

  @Override
  public void onExecutionDead(Execution dead) {
    meters.counter("sojourn.tasks.revived", "task", dead.taskInstance.getTaskName()).increment();
  }
}
