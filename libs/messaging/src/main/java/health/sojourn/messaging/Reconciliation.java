package health.sojourn.messaging;

import health.sojourn.messaging.EventTable.Range;
import health.sojourn.messaging.EventTable.Said;
import health.sojourn.messaging.GapTable.Standing;
import health.sojourn.messaging.Handlers.Heard;
import health.sojourn.messaging.InboxProgress.Behind;
import health.sojourn.messaging.Producers.Again;
import health.sojourn.messaging.Producers.NoAnswer;
import health.sojourn.tasks.RecurringTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Finds the events that producers said and this service never received, and has them said again.
 *
 * <p>Outbox and inbox lose nothing by themselves. This is for what they can't see: a database put
 * back from a backup, a broker that lost its disk, a topic that forgot what nobody had fetched.
 *
 * <p>Each turn compares what is not settled yet, and comes sooner where a producer did not answer;
 * once a day, and when asked by hand, all that both sides remember. An event too young, still in
 * the producer's outbox or waiting on the broker is not missing. Of a state topic only the latest
 * event of each aggregate counts.
 */
@Singleton
class Reconciliation implements RecurringTask {
  private static final Logger LOG = Logger.getLogger(Reconciliation.class);

  /** A day less than events are remembered, so that none is forgotten while it is compared. */
  private static final Duration REMEMBERED = Duration.ofDays(29);

  private static final Duration ALL = Duration.ofDays(1);

  /** A service that is just starting, or a moment away, is asked again after this; then later. */
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);

  /** So that new events don't wait behind very many old ones; the rest has its turn later. */
  private static final int AT_ONE_TIME = 2000;

  private final Handlers handlers;
  private final Producers producers;
  private final InboxTable inbox;
  private final InboxProgress progress;
  private final GapTable gaps;
  private final Clock clock;
  private final Duration every;
  private final Duration young;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  /**
   * When a producer's turn is.
   *
   * @param pause how long it has waited for it
   */
  private record Turn(Instant at, Duration pause) {}

  Reconciliation(
      Handlers handlers,
      Producers producers,
      InboxTable inbox,
      InboxProgress progress,
      GapTable gaps,
      Clock clock,
      @ConfigProperty(name = "sojourn.reconciliation.every") Duration every,
      @ConfigProperty(name = "sojourn.reconciliation.young") Duration young) {
    this.handlers = handlers;
    this.producers = producers;
    this.inbox = inbox;
    this.progress = progress;
    this.gaps = gaps;
    this.clock = clock;
    this.every = every;
    this.young = young;
  }

  @Override
  public String name() {
    return "reconcile-events";
  }

  @Override
  public Duration every() {
    return shorter(SHORTEST_PAUSE, every);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    reconcile(
        false, producer -> !turns.containsKey(producer) || !now.isBefore(turns.get(producer).at()));
  }

  /** How it stands with each producer this service listens to. */
  List<Standing> standings() {
    return gaps.standings();
  }

  /**
   * Compares now, and asks for what is missing.
   *
   * @param everything also what is settled
   */
  void reconcile(boolean everything) {
    reconcile(everything, producer -> true);
  }

  private synchronized void reconcile(boolean everything, Predicate<String> isDue) {
    Map<String, List<Heard>> byProducer =
        handlers.heard().stream()
            .collect(Collectors.groupingBy(Heard::producer, TreeMap::new, Collectors.toList()));
    byProducer.keySet().removeIf(isDue.negate());
    byProducer.forEach((producer, heard) -> reconcile(producer, heard, everything));
  }

  private void reconcile(String producer, List<Heard> heard, boolean everything) {
    Instant now = clock.instant();
    try {
      compare(producer, heard, everything, now);
      turns.put(producer, new Turn(now.plus(every), Duration.ZERO));
    } catch (NoAnswer | Behind e) {
      LOG.warnf("Events of %s could not be compared: %s", producer, e.getMessage());
      gaps.failed(producer, now, e.getMessage());
      Turn last = turns.getOrDefault(producer, new Turn(now, Duration.ZERO));
      Duration doubled = last.pause().multipliedBy(2);
      Duration pause = shorter(every, doubled.isZero() ? SHORTEST_PAUSE : doubled);
      turns.put(producer, new Turn(now.plus(pause), pause));
    }
  }

  private void compare(String producer, List<Heard> heard, boolean everything, Instant now) {
    Optional<Standing> before = gaps.standing(producer);
    Instant oldest = now.minus(REMEMBERED);
    boolean all =
        everything
            || before
                .map(Standing::allComparedAt)
                .map(last -> last.isBefore(now.minus(ALL)))
                .orElse(true);
    Instant from = all ? oldest : before.get().settledUntil();
    Instant until = now.minus(young);
    long events = 0;
    List<Said> missing = new ArrayList<>();
    for (Heard each : heard) {
      Compared compared = each.state() ? states(each, oldest, until) : events(each, from, until);
      events += compared.events();
      missing.addAll(compared.missing());
      ask(each, compared.missing(), now);
    }
    Instant settled = missing.stream().map(Said::occurredAt).reduce(until, Reconciliation::earlier);
    Instant allAt = all ? now : before.get().allComparedAt();
    long compared = events;
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                gaps.compared(
                    producer,
                    compared,
                    missing,
                    settled.truncatedTo(ChronoUnit.HOURS),
                    allAt,
                    now));
  }

  private record Compared(long events, List<Said> missing) {}

  /** Hour by hour; an hour that differs is looked at event by event. */
  private Compared events(Heard heard, Instant from, Instant until) {
    List<Hour> said = producers.hours(heard.producer(), range(heard, from, until));
    progress.await(heard.topic());
    Set<Hour> received = inbox.hours(heard, from, until);
    List<Said> missing = new ArrayList<>();
    said.stream()
        .filter(hour -> !received.contains(hour))
        .map(Hour::start)
        .sorted()
        .forEach(hour -> missing.addAll(missingIn(hour, heard, from, until)));
    return new Compared(said.stream().mapToLong(Hour::count).sum(), missing);
  }

  private List<Said> missingIn(Instant hour, Heard heard, Instant from, Instant until) {
    Instant start = hour.isBefore(from) ? from : hour;
    Instant end = earlier(hour.plus(1, ChronoUnit.HOURS), until);
    List<Said> said = producers.all(heard.producer(), range(heard, start, end));
    return missing(said, heard, start, end);
  }

  private Compared states(Heard heard, Instant from, Instant until) {
    List<Said> latest = producers.latest(heard.producer(), range(heard, from, until));
    return new Compared(latest.size(), missing(latest, heard, from, until));
  }

  private List<Said> missing(List<Said> said, Heard heard, Instant from, Instant until) {
    progress.await(heard.topic());
    Set<UUID> received = inbox.received(heard, from, until);
    return said.stream()
        .filter(event -> !event.waiting() && !received.contains(event.id()))
        .toList();
  }

  private void ask(Heard heard, List<Said> missing, Instant now) {
    if (missing.isEmpty()) {
      return;
    }
    QuarkusTransaction.requiringNew()
        .run(() -> gaps.found(heard.producer(), heard.topic(), missing, now));
    List<UUID> oldest = missing.stream().limit(AT_ONE_TIME).map(Said::id).toList();
    int again =
        producers.sayAgain(heard.producer(), new Again(heard.topic(), heard.state(), oldest));
    LOG.warnf(
        "%d events of %s never came; %d of them will be said again",
        missing.size(), heard.topic(), again);
  }

  private static Range range(Heard heard, Instant from, Instant until) {
    return new Range(heard.topic(), heard.types(), from, until);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
