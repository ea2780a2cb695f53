package health.sojourn.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process of the platform. It lives in a session of its own, so that a Ctrl-C in the terminal
 * reaches only the launcher, and leaves a note with its id, so that the next launcher recognises it
 * should this one be killed.
 */
final class Child {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int TAIL = 15;
  private static final Pattern STACK_FRAME =
      Pattern.compile("^\\s+(at [\\w.$/@]+\\(|\\.\\.\\. \\d+ more)");

  private final ProcessHandle process;
  private final Path note;
  private final Path log;
  private final String stopSignal;

  private Child(ProcessHandle process, Path note, Path log, String stopSignal) {
    this.process = process;
    this.note = note;
    this.log = log;
    this.stopSignal = stopSignal;
  }

  /**
   * Starts {@code command} with its output in {@code log/<name>.log}; the log of the run before is
   * kept beside it.
   */
  static Child start(
      Path home, String name, String stopSignal, List<String> command, Map<String, String> more) {
    try {
      Path log = Files.createDirectories(home.resolve("log")).resolve(name + ".log");
      if (Files.exists(log)) {
        Files.move(
            log, home.resolve("log/" + name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      List<String> detached = new ArrayList<>();
      // Where there is no setsid, at least the terminal's interrupt is not for the child.
      detached.addAll(
          Files.isExecutable(Path.of("/usr/bin/setsid"))
              ? List.of("/usr/bin/setsid")
              : List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
      detached.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(detached)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(more);
      ProcessHandle process = builder.start().toHandle();
      return adopt(home, name, stopSignal, process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process somebody else has started for us. */
  static Child adopt(Path home, String name, String stopSignal, ProcessHandle process, Path log) {
    try {
      Path note = Files.createDirectories(home.resolve("run")).resolve(name + ".pid");
      Files.writeString(note, "%d %d %s%n".formatted(process.pid(), born(process), stopSignal));
      return new Child(process, note, log, stopSignal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processes an earlier launcher left behind, by the names of their parts. */
  static List<Child> leftIn(Path home) {
    Path notes = home.resolve("run");
    if (!Files.isDirectory(notes)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(notes)) {
      return files
          .filter(file -> file.toString().endsWith(".pid"))
          .flatMap(note -> left(home, note))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Child> left(Path home, Path note) {
    try {
      String[] word = Files.readString(note).trim().split(" ");
      String name = note.getFileName().toString().replace(".pid", "");
      Path log = home.resolve("log").resolve(name + ".log");
      // A process with the same id that was born at another time is somebody else's.
      return ProcessHandle.of(Long.parseLong(word[0])).stream()
          .filter(process -> Math.abs(born(process) - Long.parseLong(word[1])) < 2000)
          .map(process -> new Child(process, note, log, word[2]));
    } catch (IOException | RuntimeException e) {
      return Stream.empty();
    }
  }

  private static long born(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  String name() {
    return note.getFileName().toString().replace(".pid", "");
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * @throws Trouble with the last lines of the log, when the process ends or takes too long
   */
  void awaitReady(String title, BooleanSupplier ready, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    while (!ready.getAsBoolean()) {
      if (!isAlive()) {
        throw new Trouble("%s ended while starting.%n%s".formatted(title, lastLines(log)));
      }
      if (Instant.now().isAfter(deadline)) {
        throw new Trouble(
            "%s was not ready after %d s.%n%s".formatted(title, limit.toSeconds(), lastLines(log)));
      }
      waitAMoment();
    }
  }

  /** Ends the process in order; by force if it does not. */
  void stop() {
    end(stopSignal);
  }

  /** Sends the signal and waits for the end; ends it by force if it does not come. */
  void end(String signal) {
    if (isAlive()) {
      signal(signal, List.of(process));
      // A paused process would only hear it when it is resumed.
      resume();
      if (!ended(PATIENCE)) {
        kill();
      }
    }
    forget();
  }

  /** Stops it and what it has started where they are, as a machine that hangs would. */
  void pause() {
    // The first so that it starts no more.
    signal("STOP", List.of(process));
    signal("STOP", process.descendants().toList());
  }

  /** Lets it go on after {@link #pause}. */
  void resume() {
    signal("CONT", process.descendants().toList());
    signal("CONT", List.of(process));
  }

  /** Ends the process as a crash would. */
  void kill() {
    process.destroyForcibly();
    ended(PATIENCE);
    forget();
  }

  private void signal(String name, List<ProcessHandle> to) {
    if (to.isEmpty()) {
      return;
    }
    String pids = to.stream().map(one -> "" + one.pid()).collect(Collectors.joining(" "));
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -%s %s".formatted(name, pids))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new Trouble("Cannot send %s to %s: %s".formatted(name, name(), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean ended(Duration within) {
    try {
      process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String lastLines(Path log) {
    try {
      List<String> lines =
          Files.readAllLines(log, StandardCharsets.UTF_8).stream()
              .filter(line -> !line.isBlank() && !STACK_FRAME.matcher(line).find())
              .toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
      return "    " + String.join("\n    ", last) + "\n  The whole log: " + log;
    } catch (MalformedInputException e) {
      return "  See its log: " + log;
    } catch (IOException e) {
      return "  It wrote no log.";
    }
  }

  static void waitAMoment() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while waiting", e);
    }
  }
}
