package health.sojourn.e2e.soak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import health.sojourn.e2e.Topics;
import health.sojourn.e2e.soak.Findings.OnTopic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What is on the topics, and how far each service has read them. */
final class Broker {
  private final String servers;

  Broker(String servers) {
    this.servers = servers;
  }

  /** From the beginning, each partition in its order; what is the broker's own is left out. */
  List<OnTopic> events() {
    List<OnTopic> events = new ArrayList<>();
    Topics.read(
        servers,
        record -> {
          if (!record.topic().startsWith("__")) {
            events.add(event(record));
          }
        });
    return events;
  }

  private static OnTopic event(ConsumerRecord<byte[], byte[]> record) {
    String id = new String(record.headers().lastHeader("ce_id").value(), UTF_8);
    String key = new String(record.key(), UTF_8);
    return new OnTopic(record.topic(), record.partition(), key, UUID.fromString(id));
  }

  /** How many events a service has still to receive; all, while it does not listen. */
  long behind(String service) throws ExecutionException, InterruptedException {
    try (Admin broker = Admin.create(Map.of("bootstrap.servers", servers))) {
      Set<TopicPartition> heard =
          broker.describeConsumerGroups(Set.of(service)).all().get().get(service).members().stream()
              .flatMap(member -> member.assignment().topicPartitions().stream())
              .collect(Collectors.toSet());
      if (heard.isEmpty()) {
        return Long.MAX_VALUE;
      }
      Map<TopicPartition, OffsetAndMetadata> received =
          broker.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, Long> begins = offsets(broker, heard, OffsetSpec.earliest());
      long behind = 0;
      for (Map.Entry<TopicPartition, Long> end :
          offsets(broker, heard, OffsetSpec.latest()).entrySet()) {
        OffsetAndMetadata next = received.get(end.getKey());
        behind += end.getValue() - (next == null ? begins.get(end.getKey()) : next.offset());
      }
      return behind;
    }
  }

  private static Map<TopicPartition, Long> offsets(
      Admin broker, Collection<TopicPartition> of, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    return broker
        .listOffsets(of.stream().collect(toMap(partition -> partition, partition -> which)))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(toMap(Map.Entry::getKey, found -> found.getValue().offset()));
  }
}
