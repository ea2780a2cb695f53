package health.sojourn.kafka;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real single-node Kafka (KRaft) as a child process on loopback, with a class path of its own, so
 * that the caller shares no library with it. Stopped or killed and started again, it is on the same
 * port with the same data.
 *
 * <p>The directory holds {@code data}, {@code kafka.log} and, while the broker can be used, {@code
 * ready}.
 */
public final class KafkaProcess implements AutoCloseable {

  /** What ends the broker besides {@link #stop()} and {@link #kill()}. */
  public enum Life {
    /** Nothing: it outlives its parent, and a Ctrl-C in their terminal. */
    OF_ITS_OWN,
    /** The end of its parent, whatever the reason. */
    TIED
  }

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Path directory;
  private final int port;
  private final int controllerPort;
  private final int maxPartitions;
  private final Life life;
  private Process process;

  private KafkaProcess(Path directory, int port, int controllerPort, int maxPartitions, Life life) {
    this.directory = directory.toAbsolutePath();
    this.port = port;
    this.controllerPort = controllerPort;
    this.maxPartitions = maxPartitions;
    this.life = life;
  }

  /** For the platform on one machine: the controller listens on the next port. */
  public static KafkaProcess lasting(Path directory, int port) {
    return new KafkaProcess(directory, port, port + 1, Integer.MAX_VALUE, Life.OF_ITS_OWN);
  }

  /** For tests: free ports, few partitions, gone with the tests' process. */
  public static KafkaProcess passing(Path directory) {
    int[] ports = freePorts();
    return new KafkaProcess(directory, ports[0], ports[1], 3, Life.TIED);
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  public Path log() {
    return directory.resolve("kafka.log");
  }

  /**
   * Starts the broker and returns when clients may come.
   *
   * @throws IllegalStateException with the last lines of its log, if it ends or takes too long
   */
  public KafkaProcess start() {
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(ready());
      process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .redirectInput(
                  life == Life.TIED
                      ? ProcessBuilder.Redirect.PIPE
                      : ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      awaitReady();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the broker in order; by force if it does not. */
  public void stop() {
    end(process::destroy);
  }

  /** Ends the broker as a crash would. */
  public void kill() {
    end(process::destroyForcibly);
  }

  @Override
  public void close() {
    if (isAlive()) {
      stop();
    }
  }

  private Path ready() {
    return directory.resolve("ready");
  }

  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    // A JVM honours a SIGINT it inherits as ignored: who started the broker decides when it ends.
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classPath(), "health.sojourn.kafka.Broker"));
    command.add(directory.toString());
    command.addAll(List.of("" + port, "" + controllerPort, "" + maxPartitions));
    command.add(life == Life.TIED ? "tied" : "free");
    return command;
  }

  /** What the build wrote down, after the place this class itself comes from. */
  private static String classPath() throws IOException {
    try (InputStream list = KafkaProcess.class.getResourceAsStream("class-path")) {
      Path own =
          Path.of(KafkaProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String libraries = new String(list.readAllBytes(), StandardCharsets.UTF_8).trim();
      return own + File.pathSeparator + libraries;
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private void awaitReady() throws IOException {
    Instant deadline = Instant.now().plus(START);
    while (!Files.exists(ready())) {
      if (ended(Duration.ofMillis(50))) {
        throw new IllegalStateException("Kafka ended while starting:\n" + lastLines());
      }
      if (Instant.now().isAfter(deadline)) {
        kill();
        throw new IllegalStateException("Kafka was not ready in " + START + ":\n" + lastLines());
      }
    }
  }

  private void end(Runnable signal) {
    signal.run();
    if (!ended(STOP)) {
      process.destroyForcibly();
      ended(STOP);
    }
  }

  private boolean ended(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for Kafka", e);
    }
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(log());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  private static int[] freePorts() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket one = new ServerSocket(0, 1, loopback);
        ServerSocket other = new ServerSocket(0, 1, loopback)) {
      return new int[] {one.getLocalPort(), other.getLocalPort()};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
