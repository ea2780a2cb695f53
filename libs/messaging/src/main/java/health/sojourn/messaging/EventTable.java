package health.sojourn.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What this service has said, for consumers that compare it with what they have received. */
@Singleton
class EventTable {
  private static final String HOURS =
      """
      select date_trunc('hour', occurred_at, 'UTC'), count(*), bit_xor(%s)
      from event
      where topic = ? and type = any (?) and occurred_at >= ? and occurred_at < ?
        and not exists (select from outbox where outbox.position = event.position)
      group by 1
      """
          .formatted(Hour.HALF_AN_ID.formatted("id"));
  private static final String ALL =
      """
      select id, occurred_at,
        exists (select from outbox where outbox.position = event.position) as waiting
      from event
      where topic = ? and type = any (?) and occurred_at >= ? and occurred_at < ?
      order by position
      """;
  private static final String LATEST =
      """
      select id, occurred_at,
        exists (select from outbox where outbox.position = latest.position) as waiting
      from (
        select distinct on (key) id, occurred_at, position
        from event where topic = ? and type = any (?) and occurred_at >= ?
        order by key, position desc) latest
      where occurred_at < ?
      order by position
      """;
  private static final String SAY_AGAIN =
      """
      insert into outbox (position, event_id)
      select position, id from event where topic = ? and id = any (?::uuid[])
      on conflict do nothing
      """;

  /** The lock keeps a later state from overtaking between the look and the insert. */
  private static final List<String> ALONE =
      List.of("set local lock_timeout = '2s'", "lock table outbox in share row exclusive mode");

  private static final String SAY_LATEST_AGAIN =
      """
      insert into outbox (position, event_id)
      select position, id from event
      where topic = ? and id = any (?::uuid[]) and not exists (
        select from event later
        where later.topic = event.topic and later.key = event.key
          and later.position > event.position)
      on conflict do nothing
      """;

  private static final String SAY_STATES_AGAIN =
      """
      insert into outbox (position, event_id)
      select position, id from event
      where state and payload is not null and not exists (
        select from event later
        where later.state and later.topic = event.topic and later.key = event.key
          and later.position > event.position)
      on conflict do nothing
      """;

  private static final String REMEMBER_BROKER =
      """
      insert into broker (cluster_id) values (?)
      on conflict (one) do update set cluster_id = excluded.cluster_id, since = now()
      where broker.cluster_id <> excluded.cluster_id
      """;

  private final Sql sql;
  private final Bell bell;

  EventTable(Sql sql, Bell bell) {
    this.sql = sql;
    this.bell = bell;
  }

  /**
   * Some of the events of one topic.
   *
   * @param from from this moment on
   * @param until before this moment
   */
  record Range(String topic, Collection<String> types, Instant from, Instant until) {}

  /**
   * @param waiting it is still in the outbox
   */
  record Said(UUID id, Instant occurredAt, boolean waiting) {}

  /** What has left the outbox, hour by hour. */
  List<Hour> hours(Range range) {
    return find(HOURS, range, Hour::of);
  }

  /** In the order they were said. */
  List<Said> all(Range range) {
    return find(ALL, range, EventTable::said);
  }

  /** Of each aggregate the last one, if it is in the range. */
  List<Said> latest(Range range) {
    return find(LATEST, range, EventTable::said);
  }

  /**
   * Puts events into the outbox once more, with their ids and at their old place in the order.
   *
   * @param state leaves out what a later event of the same aggregate replaced: said again after it,
   *     it would bring the old state back
   * @return how many
   */
  int sayAgain(String topic, Collection<UUID> events, boolean state) {
    int again =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  if (state) {
                    ALONE.forEach(sql::update);
                  }
                  return sql.update(state ? SAY_LATEST_AGAIN : SAY_AGAIN, topic, events);
                });
    bell.ring();
    return again;
  }

  /**
   * Puts the latest state of every aggregate into the outbox, unless this cluster has them.
   *
   * @return how many
   */
  int sayStatesTo(String cluster) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              if (sql.update(REMEMBER_BROKER, cluster) == 0) {
                return 0;
              }
              ALONE.forEach(sql::update);
              return sql.update(SAY_STATES_AGAIN);
            });
  }

  private <T> List<T> find(String select, Range range, Sql.Reader<T> reader) {
    return sql.query(select, reader, range.topic(), range.types(), range.from(), range.until());
  }

  private static Said said(ResultSet row) throws SQLException {
    return new Said(
        row.getObject("id", UUID.class),
        Sql.instant(row, "occurred_at"),
        row.getBoolean("waiting"));
  }
}
