package health.sojourn.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The run's PostgreSQL, for tests with and without Quarkus. */
public final class RealPostgres {
  static final String USER = "postgres";

  private RealPostgres() {}

  /** The database of the run's Quarkus applications. */
  public static String jdbcUrl() {
    return OncePerRun.get("sojourn.testing.postgres", RealPostgres::start);
  }

  /** An empty database that nobody else uses. */
  public static DataSource freshDatabase() {
    String name = "fresh_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), USER, USER);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    PGSimpleDataSource fresh = new PGSimpleDataSource();
    fresh.setUrl(jdbcUrl().replaceFirst("/[^/]*$", "/" + name));
    fresh.setUser(USER);
    fresh.setPassword(USER);
    return fresh;
  }

  private static String start() {
    try {
      // It ends with the process; what it wrote is for nobody after.
      EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
      return "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
