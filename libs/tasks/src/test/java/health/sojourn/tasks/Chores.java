package health.sojourn.tasks;

import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Work for tests: remembers when it was done, fails as often as it is told to. */
@Singleton
class Chores implements TaskHandler<Chores.Chore> {
  static final TaskType<Chore> CHORE = new TaskType<>("chore", Chore.class);

  record Chore(String what, int failures, Instant noticed) {}

  final Map<String, List<Chore>> done = new ConcurrentHashMap<>();
  final Map<String, String> traces = new ConcurrentHashMap<>();
  final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

  @Override
  public TaskType<Chore> type() {
    return CHORE;
  }

  @Override
  public void run(String id, Chore chore) throws Exception {
    if (tries.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet()
        <= chore.failures()) {
      throw new Exception("not yet");
    }
    traces.put(id, Span.current().getSpanContext().getTraceId());
    done.computeIfAbsent(id, any -> new CopyOnWriteArrayList<>()).add(chore);
  }
}
