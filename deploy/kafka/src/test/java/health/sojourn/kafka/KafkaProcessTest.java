package health.sojourn.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

      String cluster = clusterOf(client);
      kafka.kill();
      assertTrue(kafka.process().isEmpty());
      kafka.start();
      assertEquals(cluster, clusterOf(client));

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

  @Test
  void a_broker_ignores_the_terminals_ctrl_c_but_ends_with_a_killed_parent(@TempDir Path directory)
      throws Exception {
    int port = freePort();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Parent.class.getName(),
                directory.toString(),
                "" + port)
            .inheritIO()
            .start();
    try {
      ProcessHandle broker = awaitReady(directory, port);
      assertTrue(ignoresInterrupt(broker.pid()));

      parent.destroyForcibly();

      broker.onExit().get(20, TimeUnit.SECONDS);
    } finally {
      parent.destroyForcibly();
    }
  }

  private static String clusterOf(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      return admin.describeCluster().clusterId().get();
    }
  }

  private static ProcessHandle awaitReady(Path directory, int port) throws Exception {
    KafkaProcess kafka = KafkaProcess.passing(directory, port);
    try (WatchService watch = directory.getFileSystem().newWatchService()) {
      directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (!Files.exists(directory.resolve("ready"))) {
        WatchKey created = watch.poll(60, TimeUnit.SECONDS);
        assertNotNull(created, "not ready in a minute");
        created.pollEvents();
        created.reset();
      }
    }
    return kafka.process().orElseThrow();
  }

  /** The second bit of the mask is signal 2, SIGINT. */
  private static boolean ignoresInterrupt(long pid) throws IOException {
    String mask =
        Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).trim())
            .findFirst()
            .orElseThrow();
    return (Long.parseUnsignedLong(mask, 16) & 0b10) != 0;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
