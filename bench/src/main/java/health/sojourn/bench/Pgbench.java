package health.sojourn.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limit of accepting inquiries: PostgreSQL's own benchmark does the same inserts, a statement
 * each, on the same server, into tables with the same columns and indexes.
 */
final class Pgbench implements AutoCloseable {
  /** What one inquiry writes before it is answered. */
  private static final List<String> TABLES =
      List.of(
          "patient",
          "patient_mark",
          "inquiry",
          "consent",
          "disclosure",
          "inquiry_seen",
          "audit_log",
          "event",
          "outbox",
          "inquiry_history",
          "scheduled_tasks",
          "idempotency_key");

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private final Database database;
  private final Path script;

  private Pgbench(Database database, Path script) {
    this.database = database;
    this.script = script;
  }

  static Pgbench on(Database database, Path directory) throws IOException, SQLException {
    Path script = Files.createDirectories(directory).resolve("inquiry.sql");
    try (InputStream inserts = Pgbench.class.getResourceAsStream("inquiry.sql")) {
      Files.write(script, inserts.readAllBytes());
    }
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists bench cascade");
      statement.execute("create schema bench");
      statement.execute("create sequence bench.outbox_position");
      for (String table : TABLES) {
        statement.execute(
            "create table bench.%1$s (like public.%1$s including all)".formatted(table));
      }
    }
    return new Pgbench(database, script);
  }

  /** Inquiries a second. */
  double load(int connections, int seconds) {
    List<String> command =
        List.of(
            "pgbench",
            "--no-vacuum",
            "--protocol=prepared",
            "--client=" + connections,
            "--jobs=2",
            "--time=" + seconds,
            "--file=" + script,
            "--host=" + database.host(),
            "--port=" + database.port(),
            "--username=" + database.user(),
            database.name());
    Map<String, String> environment =
        Map.of("PGPASSWORD", database.password(), "PGOPTIONS", "-c search_path=bench");
    return rate(Command.output(command, environment));
  }

  static double rate(String output) {
    Matcher rate = RATE.matcher(output);
    if (output.contains("aborted") || !rate.find()) {
      throw new IllegalStateException("pgbench did not do its inserts:\n" + output);
    }
    return Double.parseDouble(rate.group(1));
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema bench cascade");
    }
  }
}
