package health.sojourn.tasks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.sojourn.defaults.Trace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** db-scheduler with every handler of the service; runs from start to stop of the process. */
@ApplicationScoped
class TaskRunner {
  private static final int THREADS = 4;

  /** Four missed heartbeats, and a killed replica's work is taken by another. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration LET_FINISH = Duration.ofSeconds(10);

  private final Map<String, Task<?>> known = new HashMap<>();
  private final ObjectMapper json;
  private final Tracer tracer;
  private final SchedulerClient client;
  private final Scheduler scheduler;

  TaskRunner(
      DataSource dataSource,
      ObjectMapper json,
      Clock clock,
      TaskCounts counts,
      Tracer tracer,
      @ConfigProperty(name = "sojourn.tasks.poll", defaultValue = "PT1S") Duration poll,
      @All List<TaskHandler<?>> handlers,
      @All List<RecurringTask> recurring) {
    this.json = json;
    this.tracer = tracer;
    handlers.forEach(this::oneTime);
    known.keySet().forEach(counts::watch);
    recurring.forEach(task -> counts.watch(task.name()));
    List<com.github.kagkarlsson.scheduler.task.helper.RecurringTask<Void>> turns =
        recurring.stream().map(TaskRunner::turns).toList();
    TaskData.Json serializer = new TaskData.Json(json);
    List<Task<?>> all = new ArrayList<>(known.values());
    client = SchedulerClient.Builder.create(dataSource, all).serializer(serializer).build();
    scheduler =
        Scheduler.create(dataSource, all)
            .startTasks(turns)
            .serializer(serializer)
            .clock(clock::instant)
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .threads(THREADS)
            .pollingInterval(poll)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(LET_FINISH)
            .addSchedulerListener(counts)
            .build();
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
    scheduler.start();
  }

  void stop(@Observes ShutdownEvent stopping) {
    scheduler.stop();
  }

  SchedulerClient client() {
    return client;
  }

  <T> TaskInstance<TaskData> instance(TaskType<T> type, String id, T data) {
    if (!known.containsKey(type.name())) {
      throw new IllegalStateException("Nobody handles tasks of type " + type.name());
    }
    TaskData traced = new TaskData(Trace.recorded(), json.valueToTree(data));
    return new TaskInstance<>(type.name(), id, traced);
  }

  void lookForDueWork() {
    scheduler.triggerCheckForDueExecutions();
  }

  private <T> void oneTime(TaskHandler<T> handler) {
    TaskType<T> type = handler.type();
    OneTimeTask<TaskData> task =
        com.github.kagkarlsson.scheduler.task.helper.Tasks.oneTime(type.name(), TaskData.class)
            .onFailure(TaskRunner::tryAgainLater)
            .execute((work, context) -> run(handler, work.getId(), work.getData()));
    if (known.put(type.name(), task) != null) {
      throw new IllegalStateException("Two handlers for tasks of type " + type.name());
    }
  }

  private <T> void run(TaskHandler<T> handler, String id, TaskData data) {
    String name = handler.type().name();
    Work work = () -> handler.run(id, json.treeToValue(data.value(), handler.type().data()));
    if (data.traceparent() == null) {
      inRequest(name, work);
      return;
    }
    Span span =
        tracer.spanBuilder(name + " run").setParent(Trace.of(data.traceparent())).startSpan();
    try (Scope scope = span.makeCurrent()) {
      inRequest(name, work);
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      span.end();
    }
  }

  private static com.github.kagkarlsson.scheduler.task.helper.RecurringTask<Void> turns(
      RecurringTask task) {
    return com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring(
            task.name(), FixedDelay.of(task.every()))
        .execute((work, context) -> inRequest(task.name(), task::run));
  }

  /** After 1, 2, 4 … seconds, at most an hour. */
  private static <T> void tryAgainLater(ExecutionComplete failed, ExecutionOperations<T> work) {
    int before = Math.min(failed.getExecution().consecutiveFailures, 12);
    Duration pause = Duration.ofSeconds(1L << before);
    Instant next =
        failed.getTimeDone().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    work.reschedule(failed, next);
  }

  /** What it throws is wrapped, because the scheduler logs the message of what it gets. */
  private static void inRequest(String name, Work work) {
    var request = Arc.container().requestContext();
    request.activate();
    try {
      work.run();
    } catch (Exception e) {
      throw new IllegalStateException(name + " failed", e);
    } finally {
      request.terminate();
    }
  }

  private interface Work {
    void run() throws Exception;
  }
}
