package health.sojourn.inquiry.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.testing.RealKafka;
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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

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
    Map<String, Object> config = Map.of("bootstrap.servers", RealKafka.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      var record =
          new ProducerRecord<>(
              "provider.answers", lead.toString(), JSON.writeValueAsString(payload));
      header(record, "ce_specversion", "1.0");
      header(record, "ce_id", UUID.randomUUID().toString());
      header(record, "ce_type", "health.sojourn.provider." + event + ".v1");
      header(record, "ce_source", "/provider-service");
      header(record, "ce_subject", lead.toString());
      header(record, "ce_time", Instant.now().toString());
      header(record, "content-type", "application/json");
      producer.send(record);
      producer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void header(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String type(ConsumerRecord<?, ?> record) {
    Header type = record.headers().lastHeader("ce_type");
    return type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
  }
}
