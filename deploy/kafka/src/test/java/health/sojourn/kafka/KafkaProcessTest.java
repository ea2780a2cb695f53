package health.sojourn.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessTest {

  @Test
  void a_killed_broker_comes_back_with_its_topics_and_what_it_acknowledged(@TempDir Path directory)
      throws Exception {
    try (KafkaProcess kafka = KafkaProcess.passing(directory, freePort()).start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      try (var producer =
          new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
        producer.send(new ProducerRecord<>("provider.clinics", 0, "demo-bogota", "{}")).get();
      }

      kafka.kill();
      assertTrue(kafka.process().isEmpty());
      kafka.start();

      try (Admin admin = Admin.create(client)) {
        Set<String> expected =
            Topic.all().stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
        assertTrue(admin.listTopics().names().get().containsAll(expected));
        TopicPartition written = new TopicPartition("provider.clinics", 0);
        var latest = OffsetSpec.latest();
        assertEquals(
            1, admin.listOffsets(Map.of(written, latest)).partitionResult(written).get().offset());
        var config = new ConfigResource(ConfigResource.Type.TOPIC, "provider.clinics");
        assertEquals(
            "compact",
            admin
                .describeConfigs(List.of(config))
                .all()
                .get()
                .get(config)
                .get("cleanup.policy")
                .value());
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
