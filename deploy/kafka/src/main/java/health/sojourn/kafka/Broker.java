package health.sojourn.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node that is broker and controller at once, with the platform's topics. It is run by
 * {@link KafkaProcess}; {@code directory/ready} exists as soon as clients may come.
 */
final class Broker {
  private static final int NODE = 1;
  private static final String CONTROLLER = "CONTROLLER";

  private final Path directory;
  private final int port;
  private final int controllerPort;
  private final int maxPartitions;

  private Broker(Path directory, int port, int controllerPort, int maxPartitions) {
    this.directory = directory;
    this.port = port;
    this.controllerPort = controllerPort;
    this.maxPartitions = maxPartitions;
  }

  /**
   * @param args directory, port, controller's port, the most partitions a topic gets, and {@code
   *     tied} if the broker is to end with the process that holds its standard input
   */
  public static void main(String... args) throws Exception {
    Broker broker =
        new Broker(
            Path.of(args[0]),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]));
    if (args.length > 4 && args[4].equals("tied")) {
      endWith(System.in);
    }
    broker.run();
  }

  private void run() throws Exception {
    format();
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings()), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
    server.startup();
    createTopics();
    Files.writeString(directory.resolve("ready"), "" + ProcessHandle.current().pid());
    server.awaitShutdown();
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private void format() throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setClusterId(clusterId())
        .setNodeId(NODE)
        .setControllerListenerName(CONTROLLER)
        .setMetadataLogDirectory(data())
        .addDirectory(data())
        .setIgnoreFormatted(true)
        .run();
  }

  /** Its own for each directory: services notice by it that they talk to an empty one. */
  private String clusterId() throws IOException {
    Path formatted = Path.of(data(), "meta.properties");
    if (!Files.exists(formatted)) {
      return Uuid.randomUuid().toString();
    }
    Properties meta = new Properties();
    try (Reader file = Files.newBufferedReader(formatted)) {
      meta.load(file);
    }
    return meta.getProperty("cluster.id");
  }

  private Map<String, String> settings() throws IOException {
    Properties shared = new Properties();
    try (InputStream file = Broker.class.getResourceAsStream("broker.properties")) {
      shared.load(file);
    }
    Map<String, String> settings = new TreeMap<>();
    shared.stringPropertyNames().forEach(name -> settings.put(name, shared.getProperty(name)));
    settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(port, CONTROLLER, controllerPort));
    settings.put("log.dirs", data());
    return settings;
  }

  private void createTopics() throws InterruptedException, ExecutionException {
    Map<String, Object> client =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
    try (Admin admin = Admin.create(client)) {
      List<NewTopic> topics =
          Topic.all().stream()
              .map(
                  topic ->
                      new NewTopic(
                              topic.name(), Math.min(topic.partitions(), maxPartitions), (short) 1)
                          .configs(topic.settings()))
              .toList();
      for (var creation : admin.createTopics(topics).values().values()) {
        try {
          creation.get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
    }
  }

  private static void endWith(InputStream parent) {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (parent.read() >= 0) {}
              } catch (IOException e) {
                // The same as its end.
              }
              System.exit(0);
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
