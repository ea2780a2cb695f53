package health.sojourn.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Carries events from the outbox to the broker, one replica of a service at a time.
 *
 * <p>An event is deleted from the outbox only after the broker acknowledged it, so it may be sent
 * twice but is never lost. Of one aggregate one event is under way at a time: if it fails, those
 * behind it wait, and other aggregates go on.
 */
@Dependent
class OutboxRelay implements Runnable {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration STANDBY = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration REFUSED = Duration.ofSeconds(30);
  private static final int BATCH = 200;

  private final OutboxTable outbox;
  private final Leadership leadership;
  private final Kafka kafka;
  private final Bell bell;
  private final Counter published;

  private final Retention retention;
  private final BrokerIdentity broker;

  /** Aggregates whose event failed, until when (by {@link System#nanoTime}) they are left alone. */
  private final Map<Message.Aggregate, Long> held = new HashMap<>();

  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile String state = "starting";

  OutboxRelay(
      OutboxTable outbox,
      Leadership leadership,
      Kafka kafka,
      Bell bell,
      Retention retention,
      BrokerIdentity broker,
      MeterRegistry metrics) {
    this.outbox = outbox;
    this.leadership = leadership;
    this.kafka = kafka;
    this.bell = bell;
    this.retention = retention;
    this.broker = broker;
    this.published =
        Counter.builder("sojourn.outbox.published")
            .description("Events the broker has acknowledged")
            .baseUnit("events")
            .register(metrics);
  }

  @Override
  public void run() {
    while (!stopped()) {
      try {
        if (leadership.acquire()) {
          lead();
        } else {
          state = "standby";
          pause(STANDBY);
        }
      } catch (InterruptedException e) {
        stop();
      } catch (Exception | Error e) {
        failed(e);
      }
    }
    leadership.release();
  }

  void stop() {
    stop.countDown();
    bell.ring();
  }

  private boolean stopped() {
    return stop.getCount() == 0;
  }

  /** Ends early when it is stopped. */
  private void pause(Duration longest) throws InterruptedException {
    stop.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** For people: {@code leading}, {@code standby}, or what keeps it from working. */
  String state() {
    return state;
  }

  private void lead() throws SQLException, InterruptedException {
    LOG.info("Relaying events");
    Producer<String, String> producer = kafka.producer();
    try {
      while (!stopped() && leadership.isHeld()) {
        retention.forgetNowAndThen();
        broker.lookNowAndThen();
        if (!publish(producer)) {
          bell.await(POLL);
        }
      }
      if (!stopped()) {
        throw new IllegalStateException("the lead is lost");
      }
    } finally {
      producer.close(Duration.ZERO);
      leadership.release();
      held.clear();
    }
  }

  /** Publishes what waits; false if that was nothing. */
  private boolean publish(Producer<String, String> producer)
      throws SQLException, InterruptedException {
    held.values().removeIf(until -> until < System.nanoTime());
    List<OutboxTable.Waiting> waiting = outbox.waiting(held.keySet(), BATCH);
    state = held.isEmpty() ? "leading" : state;
    boolean any = !waiting.isEmpty();
    while (!waiting.isEmpty() && leadership.isHeld()) {
      List<OutboxTable.Waiting> heads = new ArrayList<>();
      List<OutboxTable.Waiting> behind = new ArrayList<>();
      Set<Message.Aggregate> seen = new HashSet<>();
      for (OutboxTable.Waiting next : waiting) {
        (seen.add(next.message().aggregate()) ? heads : behind).add(next);
      }
      send(heads, producer);
      behind.removeIf(next -> held.containsKey(next.message().aggregate()));
      waiting = behind;
    }
    return any;
  }

  /** Sends one event each of several aggregates and forgets those that were acknowledged. */
  private void send(List<OutboxTable.Waiting> heads, Producer<String, String> producer)
      throws SQLException, InterruptedException {
    Map<OutboxTable.Waiting, Future<RecordMetadata>> underWay = new LinkedHashMap<>();
    for (OutboxTable.Waiting head : heads) {
      underWay.put(head, producer.send(head.message().toRecord()));
    }
    List<Long> acknowledged = new ArrayList<>();
    for (var sent : underWay.entrySet()) {
      try {
        sent.getValue().get();
        acknowledged.add(sent.getKey().position());
      } catch (ExecutionException e) {
        hold(sent.getKey().message(), e.getCause());
      }
    }
    outbox.delete(acknowledged);
    published.increment(acknowledged.size());
  }

  private void hold(Message message, Throwable cause) {
    boolean brokerAway = cause instanceof RetriableException;
    Duration pause = brokerAway ? RETRY : REFUSED;
    held.put(message.aggregate(), System.nanoTime() + pause.toNanos());
    if (brokerAway) {
      report("cannot reach the broker: " + cause.getClass().getSimpleName());
    } else {
      LOG.errorf(cause, "The broker refuses %s; its aggregate waits", message.envelope());
    }
  }

  /** The database or the connection to it is away: another replica may lead meanwhile. */
  private void failed(Throwable e) {
    leadership.release();
    report("stopped: " + e);
    try {
      pause(RETRY);
    } catch (InterruptedException interrupted) {
      stop();
    }
  }

  /** Once, not at every attempt. */
  private void report(String problem) {
    if (!problem.equals(state)) {
      LOG.warn("The relay " + problem);
      state = problem;
    }
  }
}
