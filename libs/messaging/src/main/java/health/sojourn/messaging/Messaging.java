package health.sojourn.messaging;

import health.sojourn.defaults.RecentReading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Runs the relay and the inbox with the service, and measures them. */
@Singleton
class Messaging {
  private static final Duration STOP = Duration.ofSeconds(5);

  private final OutboxRelay relay;
  private final InboxConsumer inbox;
  private final List<Thread> threads;

  Messaging(
      OutboxRelay relay,
      InboxConsumer inbox,
      OutboxTable outbox,
      DeadLetterTable deadLetters,
      MeterRegistry metrics) {
    this.relay = relay;
    this.inbox = inbox;
    this.threads = List.of(new Thread(relay, "outbox-relay"), new Thread(inbox, "inbox"));
    RecentReading<OutboxTable.Backlog> backlog = new RecentReading<>(outbox::backlog);
    RecentReading<DeadLetterTable.Counts> dead = new RecentReading<>(deadLetters::counts);
    gauge(
        metrics,
        "sojourn.outbox.backlog",
        "events",
        "Events the broker has not acknowledged yet",
        () -> backlog.number(OutboxTable.Backlog::events));
    gauge(
        metrics,
        "sojourn.outbox.oldest.seconds",
        "seconds",
        "Age of the oldest event that waits for the broker",
        () -> backlog.number(waiting -> waiting.oldest().toSeconds()));
    gauge(
        metrics,
        "sojourn.inbox.dead",
        "events",
        "Events that could not be handled",
        () -> dead.number(DeadLetterTable.Counts::failed));
    gauge(
        metrics,
        "sojourn.inbox.waiting",
        "events",
        "Events that wait behind one that could not be handled",
        () -> dead.number(DeadLetterTable.Counts::waiting));
  }

  void start(@Observes StartupEvent event) {
    threads.forEach(Thread::start);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    relay.stop();
    inbox.stop();
    for (Thread thread : threads) {
      thread.join(STOP.toMillis());
    }
  }

  /** {@code leading}, {@code standby}, or what keeps it from working. */
  String relay() {
    return relay.state();
  }

  /** {@code listening}, or what keeps it from working. */
  String inbox() {
    return inbox.state();
  }

  private static void gauge(
      MeterRegistry metrics, String name, String unit, String description, Supplier<Number> value) {
    Gauge.builder(name, value).baseUnit(unit).description(description).register(metrics);
  }
}
