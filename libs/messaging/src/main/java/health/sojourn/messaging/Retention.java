package health.sojourn.messaging;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Forgets what was said after 30 days and what was acted on after 45. An event can be said again
 * while it is remembered, and the broker then keeps it for 14 days more; so none comes back that
 * the inbox has forgotten. Only the latest state of an aggregate stays for ever, as on its topic:
 * acting on it once more changes nothing.
 */
@Singleton
class Retention {
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  /** A little each time, so that nobody notices. */
  private static final String[] FORGET = {
    """
    delete from event where id in (
      select id from event
      where occurred_at < now() - interval '30 days'
        and not exists (select from outbox where outbox.event_id = event.id)
        and not (state and payload is not null and not exists (
          select from event later
          where later.state and later.topic = event.topic and later.key = event.key
            and later.position > event.position))
      limit 5000)
    """,
    """
    delete from inbox where event_id in (
      select event_id from inbox where handled_at < now() - interval '45 days' limit 5000)
    """,
    "delete from gap where found_at < now() - interval '30 days'"
  };

  private final DataSource database;
  private long last = System.nanoTime();

  Retention(DataSource database) {
    this.database = database;
  }

  /** Called often by the relay; does something once a minute. */
  void forgetNowAndThen() throws SQLException {
    if (System.nanoTime() - last > BETWEEN.toNanos()) {
      forget();
      last = System.nanoTime();
    }
  }

  void forget() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : FORGET) {
        statement.executeUpdate(sql);
      }
    }
  }
}
