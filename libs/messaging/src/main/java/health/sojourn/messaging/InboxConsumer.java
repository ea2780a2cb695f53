package health.sojourn.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Takes events from the broker to the inbox, in the order of each partition, and commits an offset
 * only after what came before it is in the database.
 *
 * <p>While the database is away nothing is skipped: it waits, longer each time, and fetches the
 * same events again. An event that fails three times although the database is there goes to the
 * dead letters.
 */
@Singleton
class InboxConsumer implements Runnable {
  private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration COMMIT = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 3;

  private final Kafka kafka;
  private final Handlers handlers;
  private final Inbox inbox;
  private final DeadLetterTable deadLetters;

  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Where to go on, of what is in the database and could not be told to the broker yet. */
  private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();

  private Duration pause = Duration.ZERO;
  private volatile String state = "starting";

  InboxConsumer(Kafka kafka, Handlers handlers, Inbox inbox, DeadLetterTable deadLetters) {
    this.kafka = kafka;
    this.handlers = handlers;
    this.inbox = inbox;
    this.deadLetters = deadLetters;
  }

  @Override
  public void run() {
    if (handlers.topics().isEmpty()) {
      state = "nothing to listen to";
      return;
    }
    try {
      while (!stoppedWithin(pause)) {
        consume();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is being handled is finished; nothing new is begun. */
  void stop() {
    stopped.countDown();
  }

  /** For people: {@code listening}, or what keeps it from working. */
  String state() {
    return state;
  }

  private void consume() throws InterruptedException {
    Consumer<String, String> consumer = null;
    try {
      uncommitted.clear();
      consumer = kafka.consumer();
      consumer.subscribe(handlers.topics());
      while (!stoppedWithin(pause)) {
        receive(consumer.poll(POLL), consumer);
      }
    } catch (RuntimeException | Error e) {
      backOff(e);
    } finally {
      if (consumer != null) {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
      }
    }
  }

  private boolean stoppedWithin(Duration time) throws InterruptedException {
    return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void receive(ConsumerRecords<String, String> records, Consumer<String, String> consumer) {
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    try {
      for (ConsumerRecord<String, String> record : records) {
        receive(record);
        done.put(
            new TopicPartition(record.topic(), record.partition()),
            new OffsetAndMetadata(record.offset() + 1));
      }
      pause = Duration.ZERO;
      state = "listening";
    } catch (PassingFailure e) {
      for (TopicPartition partition : records.partitions()) {
        long first = records.records(partition).get(0).offset();
        consumer.seek(partition, done.getOrDefault(partition, new OffsetAndMetadata(first)));
      }
      backOff(e.getCause());
    }
    commit(done, consumer);
  }

  /** Returns when the event is in the database, be it as a dead letter. */
  private void receive(ConsumerRecord<String, String> record) {
    Message message;
    try {
      message = Message.of(record);
    } catch (UnreadableEvent e) {
      bury(Message.foreign(record), e);
      return;
    }
    for (int attempt = 1; ; attempt++) {
      try {
        inbox.receive(message);
        return;
      } catch (RuntimeException | Error e) {
        if (Failure.isPassing(e)) {
          throw new PassingFailure(e);
        }
        if (attempt == ATTEMPTS || e instanceof UnreadableEvent) {
          bury(message, e);
          return;
        }
        LOG.warnf("%s failed, attempt %d: %s", message.envelope(), attempt, Failure.reason(e));
      }
    }
  }

  private void bury(Message message, Throwable failure) {
    LOG.errorf(failure, "%s is a dead letter; its aggregate waits", message.envelope());
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> deadLetters.bury(message, Failure.reason(failure)));
    } catch (RuntimeException e) {
      // Not even that can be written now, so everything waits.
      throw new PassingFailure(e);
    }
  }

  /**
   * What the broker does not take now is tried again after the next look: nothing else may come on
   * that partition, and others would believe for ever that this event is still to be received.
   */
  private void commit(
      Map<TopicPartition, OffsetAndMetadata> done, Consumer<String, String> consumer) {
    uncommitted.putAll(done);
    uncommitted.keySet().retainAll(consumer.assignment());
    if (uncommitted.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(uncommitted, COMMIT);
      uncommitted.clear();
    } catch (RetriableException | CommitFailedException | RebalanceInProgressException e) {
      // These events may come again, and the inbox knows them.
      LOG.debug("Offsets were not committed", e);
    }
  }

  private void backOff(Throwable failure) {
    String problem = "waits: " + Failure.reason(failure);
    if (!problem.equals(state)) {
      LOG.warn("The inbox " + problem);
      state = problem;
    }
    Duration doubled = pause.isZero() ? SHORTEST_PAUSE : pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private static class PassingFailure extends RuntimeException {
    PassingFailure(Throwable cause) {
      super(cause);
    }
  }
}
