package health.sojourn.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that is on the broker. */
public final class Topics {
  private Topics() {}

  /**
   * Keys, headers and values of all topics, the broker's own too, as one text.
   *
   * @param service what a service is told about the broker
   */
  static String everythingOn(Map<String, String> service) {
    StringBuilder text = new StringBuilder();
    read(service.get("KAFKA_BOOTSTRAP_SERVERS"), record -> append(text, record));
    return text.toString();
  }

  /** Every record of every topic, the broker's own too, each partition in its order. */
  public static void read(String servers, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers);
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
        consumer.poll(Duration.ofSeconds(1)).forEach(reader);
      }
    }
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
