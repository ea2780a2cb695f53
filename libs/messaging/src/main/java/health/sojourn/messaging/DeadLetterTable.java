package health.sojourn.messaging;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Events that failed, and those that wait behind them. The first of an aggregate is the one that
 * failed and has a reason; as long as it is here, those that follow are put behind it.
 */
@Singleton
class DeadLetterTable {
  private static final String IS_HELD_UP =
      "select exists (select from dead_letter where topic = ? and key = ?)";
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended(? || '/' || ?, 0))";
  private static final String KEEP =
      """
      insert into dead_letter
        (topic, key, event_id, type, source, occurred_at, traceparent, payload, reason, attempts)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (event_id) do nothing
      """;
  private static final String FAILED_AGAIN =
      "update dead_letter set reason = ?, attempts = attempts + 1 where event_id = ?";
  private static final String FIRST =
      "select * from dead_letter where topic = ? and key = ? order by position limit 1";
  private static final String FAILED =
      """
      select d.*, (select count(*) from dead_letter behind
                   where behind.topic = d.topic and behind.key = d.key
                     and behind.position > d.position) as waiting
      from dead_letter d
      where d.reason is not null and (?::uuid is null or d.event_id = ?)
      order by d.position
      """;
  private static final String COUNTS =
      "select count(reason) as failed, count(*) - count(reason) as waiting from dead_letter";

  private final DataSource database;
  private final Outbox outbox;
  private final Contract eventFailed;

  DeadLetterTable(
      DataSource database,
      Outbox outbox,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.database = database;
    this.outbox = outbox;
    this.eventFailed = Contract.v1(service + ".dead-letters", "messaging", "event-failed");
  }

  /** What the dead-letter topic says. */
  record EventFailed(
      UUID eventId,
      String type,
      String source,
      String topic,
      String key,
      Instant occurredAt,
      String reason,
      String payload) {}

  record Counts(long failed, long waiting) {}

  /** Keeps a failed event, here and on the dead-letter topic. */
  void bury(Message message, String reason) {
    if (!keep(message, reason)) {
      return;
    }
    Envelope event = message.envelope();
    outbox.append(
        eventFailed,
        event.subject(),
        new EventFailed(
            event.id(),
            event.type(),
            event.source(),
            message.topic(),
            event.subject(),
            event.time(),
            reason,
            message.payload()));
  }

  /** True if an earlier event of the aggregate failed; then this one waits behind it. */
  boolean parkBehindFailed(Message message) {
    if (!isHeldUp(message.aggregate())) {
      return false;
    }
    // A replay may be about to release the last one.
    lock(message.aggregate());
    if (!isHeldUp(message.aggregate())) {
      return false;
    }
    keep(message, null);
    return true;
  }

  /** Until the transaction's end nobody else releases or parks events of this aggregate. */
  void lock(Message.Aggregate aggregate) {
    query(LOCK, row -> null, aggregate.topic(), aggregate.key());
  }

  void remove(UUID event) {
    update("delete from dead_letter where event_id = ?", event);
  }

  void failedAgain(UUID event, String reason) {
    update(FAILED_AGAIN, reason, event);
  }

  Optional<Message> first(Message.Aggregate aggregate) {
    return query(FIRST, DeadLetterTable::message, aggregate.topic(), aggregate.key()).stream()
        .findFirst();
  }

  /**
   * @param event null for all
   */
  List<DeadLetter> failed(UUID event) {
    return query(
        FAILED,
        row -> {
          Message message = message(row);
          return new DeadLetter(
              message.envelope(),
              message.topic(),
              message.payload(),
              row.getString("reason"),
              row.getInt("attempts"),
              row.getObject("kept_at", OffsetDateTime.class).toInstant(),
              row.getLong("waiting"));
        },
        event,
        event);
  }

  Counts counts() {
    return query(COUNTS, row -> new Counts(row.getLong("failed"), row.getLong("waiting"))).get(0);
  }

  private boolean isHeldUp(Message.Aggregate aggregate) {
    return query(IS_HELD_UP, row -> row.getBoolean(1), aggregate.topic(), aggregate.key()).get(0);
  }

  private boolean keep(Message message, String reason) {
    Envelope event = message.envelope();
    return update(
            KEEP,
            message.topic(),
            event.subject(),
            event.id(),
            event.type(),
            event.source(),
            event.time().atOffset(ZoneOffset.UTC),
            message.traceparent(),
            message.payload(),
            reason,
            reason == null ? 0 : 1)
        == 1;
  }

  private static Message message(ResultSet row) throws SQLException {
    Envelope envelope =
        new Envelope(
            row.getObject("event_id", UUID.class),
            row.getString("type"),
            row.getString("source"),
            row.getString("key"),
            row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    return new Message(
        row.getString("topic"), envelope, row.getString("traceparent"), row.getString("payload"));
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      set(select, values);
      List<T> found = new ArrayList<>();
      ResultSet row = select.executeQuery();
      while (row.next()) {
        found.add(reader.read(row));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int update(String sql, Object... values) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(sql)) {
      set(update, values);
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
