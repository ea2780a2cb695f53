package health.sojourn.e2e.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.sojourn.e2e.soak.Findings.OnTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is on the broker, and how far each service has read it. */
final class Topics {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> connection;

  Topics(String bootstrapServers) {
    connection = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }

  /** From the beginning, each partition in its order. */
  List<OnTopic> all() throws ExecutionException, InterruptedException {
    try (Admin broker = Admin.create(connection);
        Consumer<String, String> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(broker);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<OnTopic> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(record -> all.add(read(record)));
      }
      return all;
    }
  }

  /** How many events a service has still to receive; all, while it does not listen. */
  long behind(String service) throws ExecutionException, InterruptedException {
    try (Admin broker = Admin.create(connection);
        Consumer<String, String> consumer = consumer()) {
      Set<TopicPartition> heard =
          broker.describeConsumerGroups(Set.of(service)).all().get().get(service).members().stream()
              .flatMap(member -> member.assignment().topicPartitions().stream())
              .collect(Collectors.toSet());
      Map<TopicPartition, OffsetAndMetadata> received =
          broker.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(heard);
      long behind = heard.isEmpty() ? Long.MAX_VALUE : 0;
      for (Map.Entry<TopicPartition, Long> end : consumer.endOffsets(heard).entrySet()) {
        OffsetAndMetadata next = received.get(end.getKey());
        behind += end.getValue() - (next == null ? begins.get(end.getKey()) : next.offset());
      }
      return behind;
    }
  }

  private Consumer<String, String> consumer() {
    return new KafkaConsumer<>(connection, new StringDeserializer(), new StringDeserializer());
  }

  private static List<TopicPartition> partitions(Admin broker)
      throws ExecutionException, InterruptedException {
    Collection<TopicDescription> topics =
        broker.describeTopics(broker.listTopics().names().get()).allTopicNames().get().values();
    return topics.stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .toList();
  }

  private static OnTopic read(ConsumerRecord<String, String> record) {
    String id = new String(record.headers().lastHeader("ce_id").value(), UTF_8);
    return new OnTopic(record.topic(), record.partition(), record.key(), UUID.fromString(id));
  }
}
