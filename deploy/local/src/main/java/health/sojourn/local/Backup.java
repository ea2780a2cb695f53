package health.sojourn.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Copies what an installation can't do without: all databases as of one moment, and the secrets
 * that open them. It may run meanwhile; PostgreSQL then writes down where the copy begins and keeps
 * its log until the copy has it too, so that what was confirmed before this returns is in it.
 *
 * <p>The broker's data is not in it. What it holds follows from the databases, and services say it
 * again to an empty one.
 *
 * @see <a href="https://www.postgresql.org/docs/17/continuous-archiving.html">PostgreSQL's
 *     low-level API for base backups</a>
 */
public final class Backup {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** Of no use to another start of the server, or written anew by it. */
  private static final Set<String> NOT_COPIED =
      Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");

  private static final Set<String> COPIED_EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final String CONTROL = "global/pg_control";

  private final Path home;
  private final Path data;

  private Backup(Path home) {
    this.home = home;
    this.data = home.resolve("postgresql");
  }

  /**
   * Both are readable by their owner only, and belong to different places: together they are
   * everything.
   *
   * @param data the databases
   * @param secrets the master key and the other secrets
   */
  public record Copy(Path data, Path secrets) {}

  /**
   * @param home of the installation
   * @param directory where the two files go; it is made
   * @throws Trouble when there is nothing to copy or the server refuses; nothing half-written stays
   */
  public static Copy write(Path home, Path directory, Clock clock) {
    Backup backup = new Backup(home.toAbsolutePath());
    String name = "sojourn-" + STAMP.format(clock.instant());
    try {
      Files.createDirectories(directory);
      Path data = directory.resolve(name + ".tar.gz");
      Path secrets = directory.resolve(name + "-secrets.tar.gz");
      store(secrets, backup::copySecrets);
      store(data, backup::copyData);
      return new Copy(data, secrets);
    } catch (IOException e) {
      throw new Trouble("The backup could not be written: " + e, e);
    }
  }

  private interface Contents {
    void into(PrivateArchive archive) throws IOException;
  }

  /** A file with its final name is always whole, and on the disk. */
  private static void store(Path target, Contents contents) throws IOException {
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    Files.createFile(
        partial,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (OutputStream file = Files.newOutputStream(partial, StandardOpenOption.WRITE);
          PrivateArchive archive = new PrivateArchive(file)) {
        contents.into(archive);
      }
      PrivateArchive.force(partial);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private void copySecrets(PrivateArchive archive) throws IOException {
    archive.addTree(home.resolve("secrets"), "secrets", file -> true);
  }

  private void copyData(PrivateArchive archive) throws IOException {
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      throw new Trouble(
          "There is no database in %s. A PostgreSQL of your own is backed up with its own tools."
              .formatted(data));
    }
    // It says that the realm was imported, and for which address.
    Path imported = home.resolve("keycloak/imported");
    if (Files.exists(imported)) {
      archive.add(imported, "keycloak/imported");
    }
    if (Files.exists(data.resolve("postmaster.pid"))) {
      copyRunning(archive);
    } else {
      copyStopped(archive);
    }
  }

  private void copyStopped(PrivateArchive archive) throws IOException {
    try (Home held = new Home(home)) {
      held.take();
      archive.addTree(data, "postgresql", file -> !NOT_COPIED.contains(file));
    }
  }

  private void copyRunning(PrivateArchive archive) throws IOException {
    try (Connection server = connect();
        Statement statement = server.createStatement()) {
      // Ends with this session, and until then no log is thrown away.
      statement.execute("select pg_create_physical_replication_slot('sojourn_backup', true, true)");
      String first =
          text(statement, "select pg_walfile_name(pg_backup_start('sojourn', fast => true))");
      archive.addTree(data, "postgresql", Backup::isCopiedWhileRunning);
      archive.add(data.resolve(CONTROL), "postgresql/" + CONTROL);
      String last = end(statement, archive);
      copyLog(archive, first, last);
    } catch (SQLException e) {
      throw new Trouble("PostgreSQL refused the backup: " + e.getMessage(), e);
    }
  }

  /** The last segment of the log that the copy needs. */
  private static String end(Statement statement, PrivateArchive archive)
      throws SQLException, IOException {
    try (ResultSet end =
        statement.executeQuery(
            "select pg_walfile_name(lsn), labelfile from pg_backup_stop(wait_for_archive => false)")) {
      end.next();
      archive.add("postgresql/backup_label", end.getString(2));
      return end.getString(1);
    }
  }

  private void copyLog(PrivateArchive archive, String first, String last) throws IOException {
    Path log = data.resolve("pg_wal");
    Predicate<String> needed =
        name ->
            name.endsWith(".history")
                || name.length() == first.length()
                    && name.compareTo(first) >= 0
                    && name.compareTo(last) <= 0;
    List<Path> segments;
    try (var files = Files.list(log)) {
      segments = files.filter(file -> needed.test(file.getFileName().toString())).sorted().toList();
    }
    for (Path segment : segments) {
      archive.add(segment, "postgresql/pg_wal/" + segment.getFileName());
    }
  }

  private static boolean isCopiedWhileRunning(String name) {
    String top = name.substring(0, name.indexOf('/') < 0 ? name.length() : name.indexOf('/'));
    boolean inside = name.length() > top.length();
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !(inside && COPIED_EMPTY.contains(top))
        && !NOT_COPIED.contains(name)
        && !name.equals(CONTROL)
        && !last.startsWith("pgsql_tmp")
        && !last.startsWith("pg_internal.init");
  }

  /** At the port the server has written down, as the user who owns it. */
  private Connection connect() throws IOException, SQLException {
    try {
      int port = Integer.parseInt(Files.readAllLines(data.resolve("postmaster.pid")).get(3).trim());
      Properties login = new Properties();
      login.put("user", "postgres");
      login.put("password", Files.readString(home.resolve("secrets/postgres")).trim());
      login.put("connectTimeout", "10");
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), login);
    } catch (NoSuchFileException | IndexOutOfBoundsException e) {
      throw new Trouble("PostgreSQL is just starting or stopping. Try again in a moment.", e);
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** {@code deploy/backup}. */
  public static void main(String... args) {
    CopyCommand.run(
        () -> {
          Path directory = CopyCommand.path("sojourn.directory");
          Copy copy = write(CopyCommand.home(), directory, Clock.systemUTC());
          System.out.printf("%s%n%s%n", copy.data(), copy.secrets());
          System.out.println("Keep the two apart: who has both can read what patients wrote.");
        });
  }
}
