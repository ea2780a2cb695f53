package health.sojourn.testing;

import health.sojourn.kafka.KafkaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The run's Kafka, with the platform's topics, for tests with and without Quarkus. */
public final class RealKafka {
  private RealKafka() {}

  public static String bootstrapServers() {
    return broker().bootstrapServers();
  }

  /** To be stopped, killed and started again by a test about that. */
  public static KafkaProcess broker() {
    String[] where = OncePerRun.get("sojourn.testing.kafka", RealKafka::start).split(" ");
    return KafkaProcess.passing(Path.of(where[1]), Integer.parseInt(where[0]));
  }

  private static String start() {
    try {
      Path directory = Files.createTempDirectory("sojourn-kafka-");
      int port = freePort();
      KafkaProcess.passing(directory, port).start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory, port)));
      return port + " " + directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path directory, int port) {
    KafkaProcess.passing(directory, port).kill();
    try (var files = Files.walk(directory)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One whose next is free too. */
  private static int freePort() throws IOException {
    while (true) {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      try (ServerSocket one = new ServerSocket(0, 1, loopback);
          ServerSocket next = new ServerSocket(one.getLocalPort() + 1, 1, loopback)) {
        return one.getLocalPort();
      } catch (BindException e) {
        // Taken; try another pair.
      }
    }
  }
}
