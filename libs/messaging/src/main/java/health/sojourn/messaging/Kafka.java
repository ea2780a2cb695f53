package health.sojourn.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Producers and consumers with the guarantees this library stands on. */
@Singleton
class Kafka {
  private final Map<String, Object> connection;
  private final String service;

  Kafka(
      @Identifier("default-kafka-broker") Map<String, Object> connection,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.connection = connection;
    this.service = service;
  }

  Producer<String, String> producer() {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // Events are few and somebody waits for them.
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // How long an event may hang before the outbox tries again.
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  Admin admin() {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(AdminClientConfig.CLIENT_ID_CONFIG, service + "-admin");
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return Admin.create(config);
  }

  /** Of this service's inbox, on all its replicas. */
  String group() {
    return service;
  }

  Consumer<String, String> consumer() {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, service + "-inbox");
    config.put(ConsumerConfig.GROUP_ID_CONFIG, service);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
    // A topic created later is found within this.
    config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
  }
}
