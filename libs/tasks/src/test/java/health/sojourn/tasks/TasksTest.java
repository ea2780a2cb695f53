package health.sojourn.tasks;

import static health.sojourn.tasks.Chores.CHORE;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import health.sojourn.tasks.Chores.Chore;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TasksTest {
  @Inject Tasks tasks;
  @Inject Chores chores;
  @Inject Rounds rounds;
  @Inject Clock clock;
  @Inject DataSource dataSource;
  @Inject ObjectMapper json;
  @Inject MeterRegistry meters;

  String id;

  @BeforeEach
  void anotherId() {
    id = UUID.randomUUID().toString();
  }

  @Test
  void whatWasRolledBackIsNeverRun() {
    QuarkusTransaction.begin();
    tasks.schedule(CHORE, id, aChore(), clock.instant());
    QuarkusTransaction.rollback();
    // A later one has run, so the earlier one would have.
    schedule(id + "later", aChore(), clock.instant());
    await().until(() -> chores.done.containsKey(id + "later"));
    assertFalse(chores.done.containsKey(id));
    assertTrue(tasks.dueAt(CHORE, id).isEmpty());
  }

  @Test
  void failedWorkIsTriedAgainLater() {
    schedule(id, new Chore("stubborn", 2, clock.instant()), clock.instant());
    await().atMost(Duration.ofSeconds(20)).until(() -> chores.done.containsKey(id));
    assertEquals(3, chores.tries.get(id).get());
    assertEquals(1, chores.done.get(id).size());
    assertEquals(
        2, meters.get("sojourn.tasks").tags("task", "chore", "outcome", "failed").timer().count());
  }

  @Test
  void aTraceThatIsRecordedGoesOnInTheWork() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    SpanContext recorded =
        SpanContext.create(
            trace, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault());
    try (Scope scope = Span.wrap(recorded).makeCurrent()) {
      schedule(id, aChore(), clock.instant());
    }
    await().until(() -> chores.done.containsKey(id));
    assertEquals(trace, chores.traces.get(id));
    assertEquals(List.of(aChore()), chores.done.get(id));
  }

  @Test
  void laterWorkWaitsAndCanBeForgotten() {
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
    schedule(id, aChore(), tomorrow);
    assertEquals(tomorrow.toEpochMilli(), tasks.dueAt(CHORE, id).orElseThrow().toEpochMilli());
    QuarkusTransaction.requiringNew().run(() -> tasks.cancel(CHORE, id));
    assertTrue(tasks.dueAt(CHORE, id).isEmpty());
    QuarkusTransaction.requiringNew().run(() -> tasks.cancel(CHORE, id));
  }

  @Test
  void aTakenIdIsRefusedAndTheTransactionStaysUsable() {
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
    schedule(id, aChore(), tomorrow);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertThrows(
                  IllegalStateException.class, () -> tasks.schedule(CHORE, id, aChore(), tomorrow));
              tasks.schedule(CHORE, id + "other", aChore(), tomorrow);
            });
    assertTrue(tasks.dueAt(CHORE, id + "other").isPresent());
  }

  @Test
  void workOfNobodyIsRefused() {
    assertThrows(
        IllegalStateException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        tasks.schedule(
                            new TaskType<>("unknown", String.class), id, "x", clock.instant())));
  }

  @Test
  void twoReplicasRunEachWorkOnce() {
    AtomicInteger byTheOther = new AtomicInteger();
    Scheduler other = anotherReplica(byTheOther);
    try {
      List<String> ids = IntStream.range(0, 100).mapToObj(i -> id + i).toList();
      QuarkusTransaction.requiringNew()
          .run(() -> ids.forEach(each -> tasks.schedule(CHORE, each, aChore(), clock.instant())));
      other.start();
      await().until(() -> ids.stream().allMatch(each -> tasks.dueAt(CHORE, each).isEmpty()));
      long here =
          ids.stream().mapToLong(each -> chores.done.getOrDefault(each, List.of()).size()).sum();
      assertEquals(100, here + byTheOther.get());
    } finally {
      other.stop();
    }
  }

  @Test
  void recurringWorkComesAgain() {
    int before = rounds.made.get();
    await().until(() -> rounds.made.get() >= before + 2);
  }

  private Scheduler anotherReplica(AtomicInteger done) {
    return Scheduler.create(
            dataSource,
            com.github.kagkarlsson.scheduler.task.helper.Tasks.oneTime("chore", Chore.class)
                .execute((work, context) -> done.incrementAndGet()))
        .serializer(new JacksonSerializer(json))
        .schedulerName(new SchedulerName.Fixed("another"))
        .pollingInterval(Duration.ofMillis(50))
        .threads(4)
        .build();
  }

  private void schedule(String id, Chore chore, Instant at) {
    QuarkusTransaction.requiringNew().run(() -> tasks.schedule(CHORE, id, chore, at));
  }

  private static Chore aChore() {
    return new Chore("dishes", 0, Instant.parse("2026-11-20T09:00:00Z"));
  }
}
