package health.sojourn.messaging;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The relay's side of the outbox: short statements outside any transaction, so nobody waits. */
@Singleton
class OutboxTable {
  private static final String WAITING =
      """
      select o.position, e.id, e.topic, e.key, e.type, e.occurred_at, e.traceparent, e.payload
      from outbox o join event e on e.id = o.event_id
      where not (e.topic || '/' || e.key) = any (?)
      order by o.position
      limit ?
      """;
  private static final String BACKLOG =
      """
      select count(*), coalesce(extract(epoch from now() - min(e.occurred_at)), 0)
      from outbox o join event e on e.id = o.event_id
      """;

  private final DataSource database;
  private final String source;

  OutboxTable(
      DataSource database, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.database = database;
    this.source = "/" + service;
  }

  record Waiting(long position, Message message) {}

  record Backlog(long events, Duration oldest) {}

  /** The first that wait, in order, without those of the aggregates named. */
  List<Waiting> waiting(Collection<Message.Aggregate> without, int atMost) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(WAITING)) {
      Object[] held = without.stream().map(one -> one.topic() + "/" + one.key()).toArray();
      select.setArray(1, connection.createArrayOf("text", held));
      select.setInt(2, atMost);
      List<Waiting> waiting = new ArrayList<>();
      ResultSet row = select.executeQuery();
      while (row.next()) {
        waiting.add(new Waiting(row.getLong("position"), message(row)));
      }
      return waiting;
    }
  }

  void delete(Collection<Long> positions) throws SQLException {
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement("delete from outbox where position = any (?)")) {
      delete.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
      delete.executeUpdate();
    }
  }

  Backlog backlog() throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(BACKLOG)) {
      ResultSet row = select.executeQuery();
      row.next();
      return new Backlog(row.getLong(1), Duration.ofMillis((long) (row.getDouble(2) * 1000)));
    }
  }

  private Message message(ResultSet row) throws SQLException {
    Envelope envelope =
        new Envelope(
            row.getObject("id", UUID.class),
            row.getString("type"),
            source,
            row.getString("key"),
            row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    return new Message(
        row.getString("topic"), envelope, row.getString("traceparent"), row.getString("payload"));
  }
}
