package health.sojourn.messaging;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Events that failed, and those that wait behind them. The first of an aggregate is the one that
 * failed and has a reason; as long as it is here, those that follow are put behind it.
 */
@Singleton
class DeadLetterTable {
  /** What happened before the failed one is late, not behind it. */
  private static final String IS_HELD_UP =
      """
      select exists (
        select from dead_letter where topic = ? and key = ? and occurred_at <= ?)
      """;

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

  private final Sql sql;
  private final Outbox outbox;
  private final Contract eventFailed;

  DeadLetterTable(
      Sql sql, Outbox outbox, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.sql = sql;
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
    if (!isHeldUp(message)) {
      return false;
    }
    // A replay may be about to release the last one.
    lock(message.aggregate());
    if (!isHeldUp(message)) {
      return false;
    }
    keep(message, null);
    return true;
  }

  /** Until the transaction's end nobody else releases or parks events of this aggregate. */
  void lock(Message.Aggregate aggregate) {
    sql.query(LOCK, row -> null, aggregate.topic(), aggregate.key());
  }

  void remove(UUID event) {
    sql.update("delete from dead_letter where event_id = ?", event);
  }

  void failedAgain(UUID event, String reason) {
    sql.update(FAILED_AGAIN, reason, event);
  }

  Optional<Message> first(Message.Aggregate aggregate) {
    return sql.query(FIRST, DeadLetterTable::message, aggregate.topic(), aggregate.key()).stream()
        .findFirst();
  }

  /**
   * @param event null for all
   */
  List<DeadLetter> failed(UUID event) {
    return sql.query(
        FAILED,
        row -> {
          Message message = message(row);
          return new DeadLetter(
              message.envelope(),
              message.topic(),
              message.payload(),
              row.getString("reason"),
              row.getInt("attempts"),
              Sql.instant(row, "kept_at"),
              row.getLong("waiting"));
        },
        event,
        event);
  }

  Counts counts() {
    return sql.query(COUNTS, row -> new Counts(row.getLong("failed"), row.getLong("waiting")))
        .get(0);
  }

  private boolean isHeldUp(Message message) {
    Envelope event = message.envelope();
    return sql.query(
            IS_HELD_UP, row -> row.getBoolean(1), message.topic(), event.subject(), event.time())
        .get(0);
  }

  private boolean keep(Message message, String reason) {
    Envelope event = message.envelope();
    return sql.update(
            KEEP,
            message.topic(),
            event.subject(),
            event.id(),
            event.type(),
            event.source(),
            event.time(),
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
            Sql.instant(row, "occurred_at"));
    return new Message(
        row.getString("topic"), envelope, row.getString("traceparent"), row.getString("payload"));
  }
}
