package health.sojourn.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that is on the broker. */
final class Topics {
  private Topics() {}

  /**
   * Keys, headers and values of all topics, the broker's own too, as one text.
   *
   * @param service what a service is told about the broker
   */
  static String everythingOn(Map<String, String> service) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", service.get("KAFKA_BOOTSTRAP_SERVERS"));
    settings.put("exclude.internal.topics", "false");
    StringBuilder text = new StringBuilder();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> append(text, record));
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, ConsumerRecord<byte[], byte[]> record) {
    append(text, record.key());
    record
        .headers()
        .forEach(header -> append(text.append(header.key()).append('='), header.value()));
    append(text, record.value());
  }

  private static void append(StringBuilder text, byte[] bytes) {
    text.append(bytes == null ? "" : new String(bytes, ISO_8859_1)).append('\n');
  }
}
