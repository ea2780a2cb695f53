package health.sojourn.e2e.soak;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * Makes gaps as a database that was put back from a backup would have them: what an event caused
 * and the mark that it was here are both gone.
 */
final class Gaps {
  private static final String FORGET = "delete from inbox where event_id = ?";

  /** One that nothing happened to since. */
  private static final String WAITING_LEAD =
      """
      select id from inbox_lead where status = 'OFFERED' and viewed_at is null
        and not exists (select from case_read where lead_id = inbox_lead.id)
      order by id limit 1
      """;

  private static final String OFFER =
      "select id from event where topic = 'inquiry.leads' and key = ? and type like '%.lead-offered.%'";
  private static final String LATEST_STATE =
      "select id from event where topic = 'provider.clinics' and key = ? order by position desc limit 1";

  private final Map<String, Database> databases;

  /**
   * @param databases by service
   */
  Gaps(Map<String, Database> databases) {
    this.databases = databases;
  }

  /**
   * What an event caused.
   *
   * @param effect the table and the condition with the key
   */
  record Gap(String consumer, Database database, UUID event, String effect, Object key) {
    boolean isRepaired() throws SQLException {
      return database.number("select count(*) from inbox where event_id = ?", event) == 1
          && database.number("select count(*) from " + effect, key) > 0;
    }

    void make() throws SQLException {
      database.inTransaction(
          connection -> {
            int marks = Database.update(connection, FORGET, event);
            int effects = Database.update(connection, "delete from " + effect, key);
            if (marks != 1 || effects == 0) {
              throw new IllegalStateException("There was nothing to delete: " + this);
            }
          });
    }
  }

  /** A clinic's lead. */
  Gap atProvider() throws SQLException {
    Database provider = databases.get("provider-service");
    UUID lead = provider.query(WAITING_LEAD, row -> row.getObject(1, UUID.class)).get(0);
    UUID event = event("inquiry-service", OFFER, lead.toString());
    return new Gap("provider-service", provider, event, "inbox_lead where id = ?", lead);
  }

  /** A clinic that may be asked. */
  Gap atInquiry(String clinic) throws SQLException {
    UUID event = event("provider-service", LATEST_STATE, clinic);
    Database inquiry = databases.get("inquiry-service");
    return new Gap("inquiry-service", inquiry, event, "clinic where slug = ?", clinic);
  }

  /** A clinic that is counted beside an article. */
  Gap atContent(String clinic) throws SQLException {
    UUID event = event("provider-service", LATEST_STATE, clinic);
    Database content = databases.get("content-service");
    return new Gap("content-service", content, event, "clinic_offer where clinic = ?", clinic);
  }

  private UUID event(String producer, String sql, String key) throws SQLException {
    return databases.get(producer).query(sql, row -> row.getObject(1, UUID.class), key).get(0);
  }
}
