package health.sojourn.messaging;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the inbox has got on the broker, all replicas together. */
@Singleton
class InboxProgress {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Kafka kafka;

  InboxProgress(Kafka kafka) {
    this.kafka = kafka;
  }

  /** Events wait to be received, so that nobody can say yet what is missing. */
  static class Behind extends RuntimeException {
    Behind(String message) {
      super(message);
    }
  }

  /**
   * Returns when all that was on the topic at the call has been received.
   *
   * @throws Behind if that takes longer than some seconds, or the broker is away
   */
  void await(String topic) {
    try (Admin broker = kafka.admin()) {
      Map<TopicPartition, Long> ends = ends(broker, topic);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      long open;
      while ((open = open(broker, ends)) > 0) {
        if (System.nanoTime() > deadline) {
          throw new Behind("%d events on %s are still to be received".formatted(open, topic));
        }
        Thread.sleep(LOOK.toMillis());
      }
    } catch (ExecutionException e) {
      throw new Behind("The broker does not say what is on " + topic + ": " + Failure.reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Behind("Interrupted while waiting for " + topic);
    }
  }

  /** Where each partition ends; those that hold nothing are left out. */
  private static Map<TopicPartition, Long> ends(Admin broker, String topic)
      throws ExecutionException, InterruptedException {
    TopicDescription description =
        broker.describeTopics(Set.of(topic)).allTopicNames().get().get(topic);
    Set<TopicPartition> partitions =
        description.partitions().stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .collect(Collectors.toSet());
    Map<TopicPartition, Long> ends = offsets(broker, partitions, OffsetSpec.latest());
    Map<TopicPartition, Long> starts = offsets(broker, partitions, OffsetSpec.earliest());
    ends.entrySet().removeIf(end -> end.getValue().equals(starts.get(end.getKey())));
    return ends;
  }

  private static Map<TopicPartition, Long> offsets(
      Admin broker, Set<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(partition -> partition, p -> which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found :
        broker.listOffsets(asked).all().get().entrySet()) {
      offsets.put(found.getKey(), found.getValue().offset());
    }
    return offsets;
  }

  private long open(Admin broker, Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> received =
        broker.listConsumerGroupOffsets(kafka.group()).partitionsToOffsetAndMetadata().get();
    long open = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata done = received.get(end.getKey());
      open += Math.max(0, end.getValue() - (done == null ? 0 : done.offset()));
    }
    return open;
  }
}
