package health.sojourn.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says events on the run's Kafka as another service would. */
public final class Speaker {
  private Speaker() {}

  /**
   * Returns when the broker has it.
   *
   * @param contract such as {@code provider/clinic-changed}
   * @param payload JSON; null ends a state
   */
  public static void say(String topic, String contract, String key, String payload) {
    String producer = contract.substring(0, contract.indexOf('/'));
    String event = contract.substring(contract.indexOf('/') + 1);
    var record = new ProducerRecord<>(topic, key, payload);
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            "health.sojourn." + producer + "." + event + ".v1",
            "ce_source",
            "/" + producer + "-service",
            "ce_subject",
            key,
            "ce_time",
            Instant.now().toString(),
            "content-type",
            "application/json")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    Map<String, Object> config = Map.of("bootstrap.servers", RealKafka.bootstrapServers());
    try (var producing =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producing.send(record);
      producing.flush();
    }
  }
}
