package health.sojourn.e2e.soak;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Time that passes for one lead at a time: the clocks of days that nobody can wait for are put back
 * in the database, so that they warn, are breached, and the lead expires.
 */
final class Time implements Load.Someone {
  private static final String WAITING =
      "select id, inquiry_id from lead where status in ('OFFERED', 'VIEWED') order by id";

  /** Whoever moves a lead holds its inquiry. */
  private static final String HOLD = "update inquiry set id = id where id = ?";

  private static final String ANSWER_BY =
      """
      update lead set answer_by = now() - interval '6 minutes'
      where id = ? and status in ('OFFERED', 'VIEWED')
      """;
  private static final String WARN =
      """
      update clock set warn_at = now() - interval '1 second'
      where lead_id = ? and stopped_at is null and warned_at is null
      """;
  private static final String BREACH =
      """
      update clock set warn_at = least(warn_at, now() - interval '1 hour'), due_at = now() - interval '6 minutes'
      where lead_id = ? and stopped_at is null
      """;
  private static final String TICK =
      """
      update scheduled_tasks set execution_time = now()
      where task_name = 'clock-tick' and not picked
        and split_part(task_instance, '/', 1) in (select id::text from clock where lead_id = ?)
      """;
  private static final String EXPIRE =
      """
      update scheduled_tasks set execution_time = now()
      where task_name = 'expire-lead' and not picked and task_instance = ?
      """;

  private final SplittableRandom random;
  private final Database inquiry;

  Time(SplittableRandom random, Database inquiry) {
    this.random = random;
    this.inquiry = inquiry;
  }

  private record Lead(UUID id, UUID inquiry) {}

  @Override
  public int pause() {
    return random.nextInt(500, 2500);
  }

  @Override
  public void act() {
    boolean over = random.nextBoolean();
    try {
      List<Lead> waiting =
          inquiry.query(
              WAITING,
              row ->
                  new Lead(
                      row.getObject("id", UUID.class), row.getObject("inquiry_id", UUID.class)));
      if (!waiting.isEmpty()) {
        Lead lead = waiting.get(random.nextInt(waiting.size()));
        inquiry.inTransaction(connection -> pass(connection, lead, over));
      }
    } catch (SQLException e) {
      // The database is in trouble; time passes another time.
    }
  }

  private static void pass(Connection connection, Lead lead, boolean over) throws SQLException {
    Database.update(connection, HOLD, lead.inquiry());
    if (!over) {
      Database.update(connection, WARN, lead.id());
    } else if (Database.update(connection, ANSWER_BY, lead.id()) == 1) {
      Database.update(connection, BREACH, lead.id());
      Database.update(connection, EXPIRE, lead.id().toString());
    }
    Database.update(connection, TICK, lead.id());
  }
}
