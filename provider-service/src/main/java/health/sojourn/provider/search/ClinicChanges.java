package health.sojourn.provider.search;

import health.sojourn.tasks.RecurringTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Which clinics were touched, as triggers note it in {@code clinic_change}: whoever wrote to a
 * clinic's tables, with whatever tool. Numbered by transaction, so a reader that goes on from the
 * oldest one still running misses nothing.
 */
@ApplicationScoped
class ClinicChanges implements RecurringTask {
  /** Longer than any transaction takes and any replica waits before it reads everything anew. */
  private static final Duration KEPT = Duration.ofDays(1);

  /** A transaction from before a backup was put back has a number from another server's life. */
  private static final String SINCE =
      """
      select cast(pg_snapshot_xmin(seen.now) as text) as horizon, c.clinic_slug, c.changed_in
      from (select pg_current_snapshot() as now) seen
        left join clinic_change c
          on c.changed_in >= cast(? as xid8) and c.changed_in < pg_snapshot_xmax(seen.now)
      """;

  private static final String NOW = "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)";

  @Inject DataSource database;
  @Inject Clock clock;

  record Change(String clinic, String transaction) {}

  /**
   * @param horizon from where to ask the next time
   */
  record Changes(String horizon, Set<Change> changes) {}

  /** Everything that is not seen by now is behind this. */
  String horizon(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOW);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  /** Some of them may have been there before. */
  Changes since(String horizon, Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SINCE)) {
      statement.setString(1, horizon);
      String next = horizon;
      Set<Change> changes = new HashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          next = row.getString("horizon");
          if (row.getString("clinic_slug") != null) {
            changes.add(new Change(row.getString("clinic_slug"), row.getString("changed_in")));
          }
        }
      }
      return new Changes(next, changes);
    }
  }

  @Override
  public String name() {
    return "forget-clinic-changes";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from clinic_change where changed_at < ?")) {
      statement.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)));
      statement.executeUpdate();
    }
  }
}
