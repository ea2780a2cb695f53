package health.sojourn.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tukaani.xz.XZInputStream;

/** A real PostgreSQL server from the binaries of a Maven artifact, durable, on loopback. */
final class Postgres implements Part {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final Duration LIMIT = Duration.ofSeconds(90);
  // Postgres calls it a fast shutdown: it ends sessions instead of waiting for them.
  private static final String STOP = "INT";
  // All of it ends at once, writes nothing any more, and recovers when it is started again.
  private static final String IMMEDIATE_STOP = "QUIT";

  /** Its log must not hold what people typed: no statements, values, rows or contexts. */
  static final Map<String, String> LOG_WITHOUT_DATA =
      Map.of(
          "log_min_error_statement", "panic",
          "log_error_verbosity", "terse",
          "log_parameter_max_length_on_error", "0");

  private final Settings settings;
  private final Path program;
  private final Path data;
  private final String password;
  private final Databases databases;
  private volatile Child child;

  Postgres(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.program = settings.programs().resolve("postgresql");
    this.data = settings.home().resolve("postgresql");
    this.password = secrets.word("postgres");
    this.databases = Databases.local(settings.ports().postgres(), password);
  }

  Databases databases() {
    return databases;
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public void start() throws IOException {
    Archive.unpackOnce(Postgres::binaries, 0, program, directory -> {});
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise();
    }
    child = Child.start(settings.home(), name(), STOP, command(), Map.of());
    child.awaitReady(name(), databases::answers, LIMIT);
    databases.prepare();
  }

  @Override
  public Optional<Child> child() {
    return Optional.ofNullable(child);
  }

  /** A machine that fails takes the backends along; a killed postmaster would leave them. */
  @Override
  public void kill() {
    child().ifPresent(server -> server.end(IMMEDIATE_STOP));
  }

  @Override
  public Path log() {
    return settings.home().resolve("log/PostgreSQL.log");
  }

  private static InputStream binaries() throws IOException {
    InputStream archive = Postgres.class.getResourceAsStream(ARCHIVE);
    if (archive == null) {
      throw new Trouble(
          "PostgreSQL's binaries for this kind of machine are not on the class path. Start a"
              + " PostgreSQL yourself and name it: SOJOURN_POSTGRES=postgresql://user:password@host:5432");
    }
    return new XZInputStream(archive);
  }

  /** Into a directory beside it first: a half-made cluster must not look like a whole one. */
  private void initialise() throws IOException {
    Path partial = data.resolveSibling("postgresql.partial");
    Archive.delete(partial);
    Path passwordFile =
        Files.createTempFile(
            settings.home(),
            "postgresql",
            ".password",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(passwordFile, password);
      List<String> command = new ArrayList<>(AsUser.withoutRoot());
      command.add(program.resolve("bin/initdb").toString());
      command.addAll(List.of("-D", partial.toString(), "-U", "postgres", "-E", "UTF8"));
      command.addAll(List.of("--locale=C.UTF-8", "-A", "scram-sha-256"));
      command.add("--pwfile=" + passwordFile);
      run(command);
      Files.move(partial, data);
    } finally {
      Files.delete(passwordFile);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(AsUser.withoutRoot());
    command.add(program.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", data.toString(), "-p", "" + settings.ports().postgres()));
    command.addAll(List.of("-h", "127.0.0.1", "-k", ""));
    Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "timezone", "UTC",
            "max_connections", "200",
            "shared_buffers", "96MB")
        .forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    LOG_WITHOUT_DATA.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    return command;
  }

  /**
   * A server whose launcher was killed is ended; a lock file whose server died with the machine is
   * removed, for its process id may belong to anybody now.
   */
  @Override
  public void endLeftover() {
    try {
      endWhatHoldsTheData();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endWhatHoldsTheData() throws IOException {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(lock).get(0).trim());
    var server =
        ProcessHandle.of(pid)
            .filter(p -> p.info().command().map(c -> c.endsWith("/postgres")).orElse(false));
    if (server.isPresent()) {
      Child.adopt(settings.home(), name(), STOP, server.get(), log()).stop();
    }
    Files.deleteIfExists(lock);
  }

  private void run(List<String> command) throws IOException {
    Path output = Files.createDirectories(settings.home().resolve("log")).resolve("initdb.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new Trouble("PostgreSQL's initdb failed.\n" + Child.lastLines(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while PostgreSQL was set up", e);
    }
  }
}
