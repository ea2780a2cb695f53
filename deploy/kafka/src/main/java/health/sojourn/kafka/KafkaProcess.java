package health.sojourn.kafka;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A real single-node Kafka (KRaft) as a child process on loopback, with a class path of its own, so
 * that the caller shares no library with it. Stopped or killed and started again, it is on the same
 * port with the same data.
 *
 * <p>The directory is the whole state: {@code data}, {@code kafka.log}, {@code pid} and, while
 * clients may come, {@code ready}. Two objects for one directory speak about the same broker.
 */
public final class KafkaProcess implements AutoCloseable {

  /** What ends the broker besides {@link #stop()} and {@link #kill()}. */
  private enum Life {
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

  /**
   * For tests: few partitions, gone with the tests' process.
   *
   * @param port the controller listens on the next one
   */
  public static KafkaProcess passing(Path directory, int port) {
    return new KafkaProcess(directory, port, port + 1, 3, Life.TIED);
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Empty when it does not run. */
  public Optional<ProcessHandle> process() {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(file("pid"))))
          .filter(ProcessHandle::isAlive)
          // After a reboot the number may be somebody else's.
          .filter(found -> found.info().commandLine().orElse("").contains(directory.toString()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path log() {
    return file("kafka.log");
  }

  /**
   * Starts the broker and returns when clients may come.
   *
   * @throws IllegalStateException with the last lines of its log, if it ends or takes too long
   */
  public KafkaProcess start() {
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(file("ready"));
      ProcessBuilder broker = new ProcessBuilder(command()).redirectErrorStream(true);
      broker.environment().put("CLASSPATH", classPath());
      broker.redirectOutput(Redirect.appendTo(log().toFile()));
      if (life == Life.OF_ITS_OWN) {
        broker.redirectInput(Redirect.from(new File("/dev/null")));
      }
      Process process = broker.start();
      Files.writeString(file("pid"), "" + process.pid());
      awaitReady(process);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the broker in order; by force if it does not. */
  public void stop() {
    process().ifPresent(broker -> end(broker, ProcessHandle::destroy));
  }

  /** Ends the broker as a crash would. */
  public void kill() {
    process().ifPresent(broker -> end(broker, ProcessHandle::destroyForcibly));
  }

  @Override
  public void close() {
    stop();
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    // A JVM honours a SIGINT it inherits as ignored: who started the broker decides when it ends.
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("health.sojourn.kafka.Broker", directory.toString()));
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

  private void awaitReady(Process process) throws IOException {
    Instant deadline = Instant.now().plus(START);
    while (!Files.exists(file("ready"))) {
      if (ended(process.toHandle(), Duration.ofMillis(50))) {
        throw new IllegalStateException("Kafka ended while starting:\n" + lastLines());
      }
      if (Instant.now().isAfter(deadline)) {
        kill();
        throw new IllegalStateException("Kafka was not ready in " + START + ":\n" + lastLines());
      }
    }
  }

  private static void end(ProcessHandle broker, Consumer<ProcessHandle> signal) {
    signal.accept(broker);
    if (!ended(broker, STOP)) {
      broker.destroyForcibly();
      ended(broker, STOP);
    }
  }

  private static boolean ended(ProcessHandle broker, Duration within) {
    try {
      broker.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for Kafka", e);
    }
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(log());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }
}
