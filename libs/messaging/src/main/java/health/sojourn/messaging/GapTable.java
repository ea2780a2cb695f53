package health.sojourn.messaging;

import health.sojourn.messaging.EventTable.Said;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What was found when this service's inbox was compared with its producers, and how it went on. */
@Singleton
class GapTable {
  private static final String FOUND =
      """
      insert into gap (event_id, producer, topic, occurred_at, found_at)
      values (?, ?, ?, ?, ?)
      on conflict (event_id) do update set ended_at = null
      """;
  private static final String ENDED =
      """
      update gap set ended_at = ?
      where producer = ? and ended_at is null and not event_id = any (?::uuid[])
      """;
  private static final String COMPARED =
      """
      insert into reconciliation
        (producer, tried_at, compared_at, all_compared_at, settled_until, events, found)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (producer) do update
      set tried_at = excluded.tried_at, problem = null, compared_at = excluded.compared_at,
          all_compared_at = excluded.all_compared_at, settled_until = excluded.settled_until,
          events = excluded.events, found = excluded.found
      """;
  private static final String FAILED =
      """
      insert into reconciliation (producer, tried_at, problem) values (?, ?, ?)
      on conflict (producer) do update
      set tried_at = excluded.tried_at, problem = excluded.problem
      """;
  private static final String REPORT =
      """
      select r.*,
        (select count(*) from gap where gap.producer = r.producer and %1$s) as gaps,
        (select count(*) from gap where gap.producer = r.producer
           and exists (select from inbox where inbox.event_id = gap.event_id)) as repaired
      from reconciliation r order by producer
      """
          .formatted(
              """
              ended_at is null
                and not exists (select from inbox where inbox.event_id = gap.event_id)
              """);

  private final Sql sql;

  GapTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * How the comparison with one producer stands.
   *
   * @param problem what kept it from being compared the last time; null if nothing did
   * @param comparedAt null if it never was
   * @param settledUntil nothing before it is missing; null if it was never compared
   * @param events how many of the producer's events the last comparison was about
   * @param found how many of them were missing then
   * @param gaps how many are missing now
   * @param repaired how many were missing within the last 30 days and have come
   */
  record Standing(
      String producer,
      Instant triedAt,
      String problem,
      Instant comparedAt,
      Instant allComparedAt,
      Instant settledUntil,
      long events,
      long found,
      long gaps,
      long repaired) {}

  List<Standing> standings() {
    return sql.query(
        REPORT,
        row ->
            new Standing(
                row.getString("producer"),
                Sql.instant(row, "tried_at"),
                row.getString("problem"),
                Sql.instant(row, "compared_at"),
                Sql.instant(row, "all_compared_at"),
                Sql.instant(row, "settled_until"),
                row.getLong("events"),
                row.getLong("found"),
                row.getLong("gaps"),
                row.getLong("repaired")));
  }

  Optional<Standing> standing(String producer) {
    return standings().stream().filter(one -> one.producer().equals(producer)).findFirst();
  }

  void found(String producer, String topic, Collection<Said> missing, Instant now) {
    for (Said event : missing) {
      sql.update(FOUND, event.id(), producer, topic, event.occurredAt(), now);
    }
  }

  /**
   * @param missing all that are missing now; what was and isn't among them has come or counts no
   *     more
   * @param all when everything was compared
   */
  void compared(
      String producer,
      long events,
      Collection<Said> missing,
      Instant settledUntil,
      Instant all,
      Instant now) {
    sql.update(ENDED, now, producer, missing.stream().map(Said::id).toList());
    sql.update(COMPARED, producer, now, now, all, settledUntil, events, missing.size());
  }

  void failed(String producer, Instant now, String problem) {
    sql.update(FAILED, producer, now, problem);
  }
}
