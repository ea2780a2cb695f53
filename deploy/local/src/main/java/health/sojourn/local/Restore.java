package health.sojourn.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a {@link Backup} where there is no installation yet. The broker begins empty; services then
 * say again what must be on it, and ask each other for what they lack.
 */
public final class Restore {
  /** What must not be there, so that nothing is written over. */
  private static final List<String> DATA = List.of("postgresql", "kafka", "keycloak", "secrets");

  private Restore() {}

  /**
   * @throws Trouble when the home holds data already or a file is no whole backup; the home is then
   *     as before
   */
  public static void into(Path home, Path data, Path secrets) {
    refuseUnreadable(data);
    refuseUnreadable(secrets);
    try (Home held = new Home(home.toAbsolutePath())) {
      held.take();
      refuseData(home);
      Path partial = home.toAbsolutePath().resolve("restored.partial");
      try {
        Archive.delete(partial);
        PrivateArchive.unpack(secrets, partial);
        PrivateArchive.unpack(data, partial);
        refuseIncomplete(partial);
        for (String part : DATA) {
          if (Files.exists(partial.resolve(part))) {
            Files.move(partial.resolve(part), home.resolve(part));
          }
        }
      } finally {
        Archive.delete(partial);
      }
    } catch (IOException e) {
      throw new Trouble("The backup could not be put back: " + e.getMessage(), e);
    }
  }

  private static void refuseUnreadable(Path file) {
    if (!Files.isReadable(file)) {
      throw new Trouble("There is no file " + file + " that can be read.");
    }
  }

  private static void refuseData(Path home) throws IOException {
    for (String part : DATA) {
      Path there = home.resolve(part);
      if (Files.isDirectory(there)) {
        try (Stream<Path> files = Files.list(there)) {
          if (files.findAny().isPresent()) {
            throw new Trouble(
                "%s holds data already. A backup goes where there is none: move it away first."
                    .formatted(there));
          }
        }
        Files.delete(there);
      }
    }
  }

  private static void refuseIncomplete(Path partial) {
    if (!Files.exists(partial.resolve("postgresql/PG_VERSION"))) {
      throw new Trouble("The first file is not a backup's databases.");
    }
    if (!Files.exists(partial.resolve("secrets/master-key"))) {
      throw new Trouble("The second file is not a backup's secrets.");
    }
  }

  /** {@code deploy/restore}. */
  public static void main(String... args) {
    CopyCommand.run(
        () -> {
          into(
              CopyCommand.home(),
              CopyCommand.path("sojourn.data"),
              CopyCommand.path("sojourn.secrets"));
          System.out.println("Put back. Start as always: mvn -P up");
        });
  }
}
