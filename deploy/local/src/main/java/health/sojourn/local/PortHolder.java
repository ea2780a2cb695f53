package health.sojourn.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out who listens on a port, as far as Linux lets this user see it. */
final class PortHolder {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  private PortHolder() {}

  /** For example {@code process 4711 (nginx)}; somebody else's process stays unnamed. */
  static String describe(int port) {
    try {
      Set<String> sockets = listeningSockets(port);
      return processes()
          .filter(process -> holdsOneOf(process, sockets))
          .map(PortHolder::name)
          .findFirst()
          .orElse("a process of another user");
    } catch (IOException e) {
      return "another process";
    }
  }

  private static java.util.stream.Stream<Path> processes() throws IOException {
    return Files.list(PROC).filter(path -> path.getFileName().toString().matches("\\d+"));
  }

  /**
   * The kernel's tables: column 1 is address:port in hex, column 3 the state, column 9 the inode.
   */
  private static Set<String> listeningSockets(int port) throws IOException {
    String suffix = ":%04X".formatted(port);
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      Path file = PROC.resolve(table);
      if (!Files.exists(file)) {
        continue;
      }
      for (String line : Files.readAllLines(file)) {
        String[] column = line.trim().split("\\s+");
        if (column.length > 9 && column[1].endsWith(suffix) && column[3].equals(LISTENING)) {
          sockets.add("socket:[" + column[9] + "]");
        }
      }
    }
    return sockets;
  }

  private static boolean holdsOneOf(Path process, Set<String> sockets) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (sockets.contains(target(file))) {
          return true;
        }
      }
    } catch (IOException e) {
      // Another user's process, or one that has just ended.
    }
    return false;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String name(Path process) {
    String pid = process.getFileName().toString();
    Optional<String> command =
        ProcessHandle.of(Long.parseLong(pid)).flatMap(p -> p.info().command());
    return "process %s (%s)".formatted(pid, command.orElse("its program is hidden"));
  }
}
