package health.sojourn.inquiry.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.testing.RealKafka;
import health.sojourn.testing.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The real topics, as the other services see them. */
public final class Topic {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Topic() {}

  /** Waits for the event of this type with this key. */
  public static JsonNode read(String topic, String key, String event) {
    Map<String, Object> config = Map.of("bootstrap.servers", RealKafka.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Instant end = Instant.now().plus(PATIENCE);
      while (Instant.now().isBefore(end)) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(record.key()) && type(record).contains("." + event + ".")) {
            return JSON.readTree(record.value());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("No %s for %s on %s".formatted(event, key, topic));
  }

  /** Says what a clinic's side would say. */
  public static void answer(String event, UUID lead, String clinic, Map<String, ?> more) {
    Map<String, Object> payload = new HashMap<>(more);
    payload.put("leadId", lead.toString());
    payload.put("clinic", clinic);
    payload.put("at", Instant.now().toString());
    try {
      String said = JSON.writeValueAsString(payload);
      Speaker.say("provider.answers", "provider/" + event, lead.toString(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(ConsumerRecord<?, ?> record) {
    Header type = record.headers().lastHeader("ce_type");
    return type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
  }
}
