package health.sojourn.messaging;

import health.sojourn.messaging.Handlers.Heard;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What this service has received: acted on, or kept as a dead letter. One event can be both: it
 * came once more while an earlier one of its aggregate had failed.
 */
@Singleton
class InboxTable {
  private static final String RECEIVED =
      """
      select event_id, occurred_at from inbox
      where topic = ? and occurred_at >= ? and occurred_at < ?
      union
      select event_id, occurred_at from dead_letter
      where topic = ? and occurred_at >= ? and occurred_at < ? and type = any (?)
      """;
  private static final String HOURS =
      "select date_trunc('hour', occurred_at, 'UTC'), count(*), bit_xor(%s) from (%s) it group by 1"
          .formatted(Hour.HALF_AN_ID.formatted("event_id"), RECEIVED);

  private final Sql sql;

  InboxTable(Sql sql) {
    this.sql = sql;
  }

  Set<Hour> hours(Heard heard, Instant from, Instant until) {
    return new HashSet<>(find(HOURS, Hour::of, heard, from, until));
  }

  Set<UUID> received(Heard heard, Instant from, Instant until) {
    return new HashSet<>(
        find(RECEIVED, row -> row.getObject("event_id", UUID.class), heard, from, until));
  }

  private <T> List<T> find(
      String select, Sql.Reader<T> reader, Heard heard, Instant from, Instant until) {
    return sql.query(
        select, reader, heard.topic(), from, until, heard.topic(), from, until, heard.types());
  }
}
