package health.sojourn.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** The directory of one platform, held by one launcher at a time. */
final class Home implements AutoCloseable {
  private static final long LEAST_SPACE = 1_000_000_000L;

  private final Path directory;
  private FileChannel channel;
  private FileLock lock;

  Home(Path directory) {
    this.directory = directory;
  }

  /**
   * @throws Trouble when it can't be written, is nearly full, or another launcher holds it
   */
  void take() {
    try {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    } catch (IOException e) {
      throw new Trouble(
          "Cannot write to %s (%s). Make it writable for %s, or remove it to start with no data."
              .formatted(directory, e.getMessage(), System.getProperty("user.name")),
          e);
    }
    if (lock == null) {
      throw new Trouble(
          "Sojourn is already running from this checkout%s. Stop it there with Ctrl-C."
              .formatted(holder()));
    }
    write("launcher", "" + ProcessHandle.current().pid());
    refuseFullDisk();
  }

  /** Ends what a killed launcher has left running, what depends on others first. */
  void endLeftovers(List<String> startOrder, Progress progress) {
    List<Child> left =
        Child.leftIn(directory).stream()
            .sorted(Comparator.comparingInt((Child c) -> startOrder.indexOf(c.name())).reversed())
            .toList();
    for (Child child : left) {
      progress.changed(
          child.name(), Progress.State.STOPPING, "left running by an earlier launcher");
      child.stop();
      progress.changed(child.name(), Progress.State.WAITING, "");
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new Trouble("Cannot release " + directory, e);
    }
  }

  private String holder() {
    try {
      return " (process %s)".formatted(Files.readString(directory.resolve("launcher")));
    } catch (IOException e) {
      return "";
    }
  }

  private void refuseFullDisk() {
    try {
      long space = Files.getFileStore(directory).getUsableSpace();
      if (space < LEAST_SPACE) {
        throw new Trouble(
            "Only %d MB are free where %s is; Sojourn needs 1000. Make room and start again."
                .formatted(space / 1_000_000, directory));
      }
    } catch (IOException e) {
      throw new Trouble("Cannot see how much room there is in " + directory, e);
    }
  }

  private void write(String name, String text) {
    try {
      Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new Trouble("Cannot write to %s: %s".formatted(directory, e.getMessage()), e);
    }
  }
}
